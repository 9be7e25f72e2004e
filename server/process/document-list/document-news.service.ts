import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import { maySee, type Visibility } from '#server/common/access/index.js'
import { stranger, type Ctx, type Viewer } from '#server/platform/context/index.js'
import { Listener } from '#server/platform/database/index.js'
import { Refusal, refuse, reportFault } from '#server/platform/errors/index.js'
import { streamOf } from '#server/platform/graphql/index.js'
import { narrower } from '#server/process/groups/index.js'
import { meetingsById } from '#server/process/meetings/index.js'

/** The list of a meeting changed. Says not what: each who listens asks for what they may see. */
export interface DocumentsNews {
  readonly meetingId: string
  readonly isAgendaChanged: boolean
}

interface Listening {
  readonly ctx: Ctx
  readonly push: (news: DocumentsNews) => void
}

/**
 * News of lists of documents for whoever listens at this process: one small message for each commit, whatever it changed and whoever did it. The
 * database announces (see the migration), so no room that writes contributions or agendas need know of this one. What is not public is told only after
 * asking again who listens. [DL-9]
 */
@Injectable()
export class DocumentNews implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly listening = new Map<string, Set<Listening>>()
  private stop: (() => void) | null = null

  constructor(private readonly listener: Listener) {}

  onApplicationBootstrap(): void {
    this.stop = this.listener.on('documents', (payload) => {
      const [meetingId = '', what] = payload.split(' ')
      // After a broken connection to the database nobody knows what was missed: all look again.
      const concerned = payload === '' ? [...this.listening.keys()] : [meetingId]
      for (const id of concerned) this.tell({ meetingId: id, isAgendaChanged: payload === '' || what === 'AGENDA' })
    })
  }

  beforeApplicationShutdown(): void {
    this.stop?.()
  }

  /** How many listen at this process. */
  get listeners(): number {
    return [...this.listening.values()].reduce((sum, { size }) => sum + size, 0)
  }

  /** News of a meeting from now on. Refuses: NOT_FOUND. */
  async listen(ctx: Ctx, meetingId: string): Promise<AsyncIterableIterator<DocumentsNews>> {
    if (!(await meetingsById(ctx).load(meetingId))) throw refuse('NOT_FOUND')
    return streamOf<DocumentsNews>((push) => {
      const one = { ctx, push }
      const there = this.listening.get(meetingId) ?? new Set()
      this.listening.set(meetingId, there.add(one))
      return () => {
        there.delete(one)
        if (there.size === 0 && this.listening.get(meetingId) === there) this.listening.delete(meetingId)
      }
    })
  }

  private tell(news: DocumentsNews): void {
    const concerned = [...(this.listening.get(news.meetingId) ?? [])]
    if (concerned.length === 0) return
    void this.tellAll(news, concerned).catch((error: unknown) => {
      // Going on is safe: the next change is told again, and what was not told shows when the list is next read.
      reportFault('telling that a list of documents changed', error)
    })
  }

  private async tellAll(news: DocumentsNews, concerned: readonly Listening[]): Promise<void> {
    const [some] = concerned
    const [meeting] = (await some!.ctx.db.query(
      `select m.visibility, g.visibility as "groupVisibility", g.id as "groupId"
       from meeting m join standards_group g on g.id = m.group_id where m.id = $1`,
      [news.meetingId],
    )) as { visibility: Visibility; groupVisibility: Visibility; groupId: string }[]
    if (!meeting) return
    const visibility = narrower(meeting.visibility, meeting.groupVisibility)
    await Promise.all(
      concerned.map(async ({ ctx, push }) => {
        if (visibility === 'PUBLIC' || maySee(await viewerNow(ctx), visibility, meeting.groupId)) push(news)
      }),
    )
  }
}

/** Who listens, by now; a stranger once they cannot be known any more. */
async function viewerNow(ctx: Ctx): Promise<Viewer> {
  try {
    return (await ctx.viewerNow?.()) ?? ctx.viewer
  } catch (error) {
    // Going on is safe: nothing is told to whoever may not hear it.
    if (!(error instanceof Refusal)) reportFault('asking who listens to a list of documents', error)
    return stranger // refused: a token that was revoked meanwhile
  }
}

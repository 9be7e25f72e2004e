import { Injectable, type OnModuleInit } from '@nestjs/common'
import { CtxFactory } from '#server/common/identity/index.js'
import { Notices, type Tidings } from '#server/common/notifications/index.js'
import { UnitOfWork, type WriteCtx } from '#server/platform/context/index.js'
import { Jobs } from '#server/platform/jobs/index.js'
import { StandardsGroup } from '#server/process/groups/index.js'
import { Audiences } from './audiences.service.js'
import { Meeting } from './meeting.entity.js'
import type { MeetingAtWork } from './meetings.service.js'

const TELL_CONCERNED = 'meetings.tell'

interface Tell {
  readonly meetingId: string
  /** Whoever did it knows it already; null for the system. */
  readonly actorId: string | null
  readonly tidings: Omit<Tidings, 'href'>
}

/** Tells those whom a meeting concerns that it moved or is cancelled, once that has committed. [MT-9] */
@Injectable()
export class MeetingNews implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly unit: UnitOfWork,
    private readonly contexts: CtxFactory,
    private readonly audiences: Audiences,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.jobs.define<Tell>(TELL_CONCERNED, (tell) => this.tell(tell), { retries: 8 })
  }

  /** Hands the telling over in the transaction of its cause. `args` need not name the meeting and its group. */
  async spread(
    ctx: WriteCtx,
    { meeting, group }: MeetingAtWork,
    { code, args }: Pick<Tidings, 'code' | 'args'>,
  ): Promise<void> {
    const key = `${code}:${meeting.id}:${meeting.revision}`
    const named = { ...args, title: meeting.title, group: group.acronym ?? group.name }
    await this.jobs.send<Tell>(
      ctx,
      TELL_CONCERNED,
      { meetingId: meeting.id, actorId: ctx.viewer.personId, tidings: { key, kind: 'CHANGE', code, args: named } },
      { key },
    )
  }

  /** Tells them. Done twice, it tells nobody twice. */
  async tell({ meetingId, actorId, tidings }: Tell): Promise<void> {
    await this.unit.write(this.contexts.ofHouse(), async (tx) => {
      const meeting = await tx.db.findOneByOrFail(Meeting, { id: meetingId })
      const group = await tx.db.findOneByOrFail(StandardsGroup, { id: meeting.groupId })
      const people = (await this.audiences.of(tx, { meeting, group })).filter(({ personId }) => personId !== actorId)
      const href = `/groups/${encodeURIComponent(group.slug)}/meetings/${meeting.number}`
      await this.notices.tell(
        tx,
        people.map(({ personId }) => personId),
        { ...tidings, href },
      )
    })
  }
}

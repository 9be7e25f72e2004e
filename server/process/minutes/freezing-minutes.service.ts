import { Injectable } from '@nestjs/common'
import { Activity } from '#server/common/activity/index.js'
import { Documents, SharedDocument } from '#server/drafting/documents/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { FrozenTexts } from '#server/process/deliverables/index.js'
import type { MeetingAtWork } from '#server/process/meetings/index.js'
import { Minutes } from './minutes.entity.js'
import { MinutesText } from './minutes-text.service.js'
import { MinutesVersion } from './minutes-version.entity.js'

/** Freezes minutes with their meeting, and opens them again with it. [RC-8] */
@Injectable()
export class FreezingMinutes {
  constructor(
    private readonly activity: Activity,
    private readonly documents: Documents,
    private readonly text: MinutesText,
    private readonly frozenTexts: FrozenTexts,
  ) {}

  /**
   * Closes the minutes of a meeting that has any for writing, and keeps them as the next version, unless they say what the last one says. Whoever closes
   * the meeting was asked for permission.
   */
  async freeze(ctx: WriteCtx, { meeting, group }: MeetingAtWork): Promise<void> {
    const document = await this.take(ctx, meeting.id)
    if (!document || document.frozenAt) return
    const frozenNow = await this.documents.setFrozen(ctx, document.id, ctx.now)
    // Of a text that somebody emptied there is nothing to keep.
    if ((await this.text.read(document.id)).clauses.length === 0) return
    const ownNames = [group.name, group.acronym].filter((name) => name !== null)
    const { findings: _, ...frozen } = await this.frozenTexts.freeze(frozenNow, ownNames)
    const last = await ctx.db.findOne(MinutesVersion, { where: { meetingId: meeting.id }, order: { number: 'DESC' } })
    if (last?.textHash.equals(frozen.textHash)) return
    const version = Object.assign(new MinutesVersion(), {
      id: newId(),
      meetingId: meeting.id,
      number: (last?.number ?? 0) + 1,
      ...frozen,
      frozenAt: ctx.now,
      frozenBy: ctx.viewer.personId,
    })
    await ctx.db.insert(MinutesVersion, version)
    await this.activity.record(ctx, {
      verb: 'minutes.frozen',
      object: { type: 'meeting', id: meeting.id },
      groupId: group.id,
      visibility: document.visibility,
      args: { number: version.number, hash: version.hash.toString('hex') },
    })
  }

  /** Lets minutes be written again, because their meeting is open again. */
  async thaw(ctx: WriteCtx, { meeting }: MeetingAtWork): Promise<void> {
    const document = await this.take(ctx, meeting.id)
    if (document?.frozenAt) await this.documents.setFrozen(ctx, document.id, null)
  }

  /** The file of a version, of which the hash is taken. Who may see it is asked before. */
  file(ctx: Ctx, versionId: string): Promise<Buffer> {
    return this.frozenTexts.file(ctx, MinutesVersion, versionId)
  }

  /** Whether the file is what it was when its hash was taken. */
  isIntact(ctx: Ctx, version: MinutesVersion): Promise<boolean> {
    return this.frozenTexts.isIntact(ctx, MinutesVersion, version)
  }

  /** Whether the minutes say something else by now. */
  async hasChanged(ctx: Ctx, version: MinutesVersion): Promise<boolean> {
    return (await this.frozenTexts.hasChanged(ctx, version)) === true
  }

  /** The text of the minutes, which nobody keeps a record of until the transaction ends; null when there are none. */
  private async take(ctx: WriteCtx, meetingId: string): Promise<SharedDocument | null> {
    const minutes = await ctx.db.findOne(Minutes, { where: { meetingId }, lock: { mode: 'pessimistic_write' } })
    return minutes && ctx.db.findOneByOrFail(SharedDocument, { id: minutes.documentId })
  }
}

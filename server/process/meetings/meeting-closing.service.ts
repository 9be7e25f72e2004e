import { Injectable } from '@nestjs/common'
import { wordsFor } from '#schema/words/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { textOf } from '#server/process/groups/index.js'
import { ClosingConditions } from './closing-conditions.service.js'
import { ClosingSequels } from './closing-sequels.service.js'
import { Meeting } from './meeting.entity.js'
import { ReopeningSequels } from './reopening-sequels.service.js'
import { Meetings } from './meetings.service.js'

/** The verbs that close a meeting and open it again. [MT-11, MT-12] */
@Injectable()
export class MeetingClosing {
  constructor(
    private readonly meetings: Meetings,
    private readonly conditions: ClosingConditions,
    private readonly sequels: ClosingSequels,
    private readonly reopening: ReopeningSequels,
  ) {}

  /**
   * Closes a meeting on its last day or later; from then on its record stands, and what follows from it is done with it. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, MEETING_CANCELLED,
   * MEETING_CLOSED, MEETING_GOES_ON, CLOSING_NEEDS with what is missing.
   */
  async close(ctx: WriteCtx, input: { id: string; expectedRevision: number }): Promise<Meeting> {
    const atWork = await this.meetings.take(ctx, input.id, 'close')
    const { meeting, group } = atWork
    if (dayIn(ctx.now, meeting.zone) < meeting.endsOn) throw refuse('MEETING_GOES_ON', { endsOn: meeting.endsOn })
    const missing = (await this.conditions.of(ctx, atWork)).filter(({ isMet }) => !isMet)
    if (missing.length > 0) {
      const words = wordsFor(ctx.language)
      const what = missing.map(({ code }) => words.dynamic(`closing.${code}`))
      const codes = missing.map(({ code }) => code)
      throw refuse('CLOSING_NEEDS', { what: what.join('; ') }, { details: { codes } })
    }
    const changed = await revise(ctx.db, Meeting, meeting.id, input.expectedRevision, {
      state: 'CLOSED',
      closedAt: ctx.now,
    })
    await this.meetings.record(ctx, { meeting: changed, group }, 'meeting.closed', {})
    await this.sequels.follow(ctx, { meeting: changed, group })
    return changed
  }

  /**
   * Opens a closed meeting again, by a decision and for a reason; both stay with it. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, NOT_CLOSED,
   * MEETING_CANCELLED, TEXT_MISSING, TEXT_TOO_LONG.
   */
  async reopen(
    ctx: WriteCtx,
    input: { id: string; expectedRevision: number; decision: string; reason: string },
  ): Promise<Meeting> {
    const { meeting, group } = await this.meetings.take(ctx, input.id, 'reopen')
    const changed = await revise(ctx.db, Meeting, meeting.id, input.expectedRevision, {
      state: meeting.announcedOn === null ? 'PLANNED' : 'ANNOUNCED',
      closedAt: null,
      reopenedBy: textOf(input.decision, 300, 'input.decision'),
      reopenedReason: textOf(input.reason, 1000, 'input.reason'),
    })
    await this.meetings.record(ctx, { meeting: changed, group }, 'meeting.reopened', {})
    await this.reopening.follow(ctx, { meeting: changed, group })
    return changed
  }
}

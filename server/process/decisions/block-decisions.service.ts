import { Injectable } from '@nestjs/common'
import { wordsFor } from '#schema/words/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { subjectOf as subjectOfRow, type AgendaItem, type ApprovedBlock } from '#server/process/agenda/index.js'
import { contributionsById } from '#server/process/contributions/index.js'
import { StandardsGroup } from '#server/process/groups/index.js'
import { Meeting } from '#server/process/meetings/index.js'
import { Decisions } from './decisions.service.js'
import type { Subject } from './subject.js'

/** Records what a meeting approved in a block. [DC-10] */
@Injectable()
export class BlockDecisions {
  constructor(private readonly decisions: Decisions) {}

  /**
   * A decision for each row that nobody pulled out, in the order of the agenda, in the transaction that approves them: what one of them is refused for,
   * all are. Refuses: FORBIDDEN, OBJECTION_STANDS, DECIDED_ON_WITHDRAWN.
   */
  async record(ctx: WriteCtx, { meetingId, groupId, outcome, items }: ApprovedBlock): Promise<void> {
    // What can come of rows together is known: blockOutcomes. Anything else is no decision.
    if (outcome !== 'NOTED' && outcome !== 'AGREED' && outcome !== 'APPROVED') return
    const group = await ctx.db.findOneByOrFail(StandardsGroup, { id: groupId })
    const meeting = await ctx.db.findOneByOrFail(Meeting, { id: meetingId })
    const words = wordsFor(ctx.language)
    for (const item of items) {
      const text = words('decision.inBlock', { outcome, title: item.title })
      await this.decisions.record(
        ctx,
        { group: group.slug, meeting: meeting.number, agendaItem: item.id, kind: outcome, text },
        { subject: await this.subjectOf(ctx, item, groupId) },
      )
    }
  }

  /** What a row is about, where a decision can be about it: no statement, no action, and no contribution to another group. */
  private async subjectOf(ctx: WriteCtx, item: AgendaItem, groupId: string): Promise<Subject | null> {
    const subject = subjectOfRow(item)
    if (!subject || subject.kind === 'STATEMENT' || subject.kind === 'ACTION') return null
    if (subject.kind === 'OVERLAP') return { kind: 'CASE', id: subject.id }
    if (subject.kind === 'CONTRIBUTION') {
      const contribution = await contributionsById(ctx).load(subject.id)
      if (contribution?.groupId !== groupId) return null
    }
    return { kind: subject.kind, id: subject.id }
  }
}

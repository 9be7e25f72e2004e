import { Injectable } from '@nestjs/common'
import { seriesOf, writeContributionNumber } from '#schema/vocabulary/contribution-number.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import type { StandardsGroup } from '#server/process/groups/index.js'
import { Contribution } from './contribution.entity.js'
import { nameInNumbers, patternOf } from './pattern-of.js'

export interface GivenNumber {
  readonly series: string
  readonly sequence: number
  readonly number: string
}

/** Gives numbers: consecutively within a series, each once for good. [CO-8] */
@Injectable()
export class Numbering {
  /** The next number of a group, one caller at a time: what is taken here stays taken when the transaction commits. Refuses: MEETING_NEEDED. */
  async take(ctx: WriteCtx, group: StandardsGroup, meeting: number | null): Promise<GivenNumber> {
    const pattern = patternOf(group)
    if (pattern.needsMeeting && meeting === null) throw refuse('MEETING_NEEDED', {}, { field: 'input.meeting' })
    await ctx.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`contribution numbers of ${group.id}`])
    return this.next(ctx, group, meeting)
  }

  /** About the number that somebody would get now; null when numbers of the group say for which meeting they are and none is named. */
  async about(ctx: Ctx, group: StandardsGroup, meeting: number | null): Promise<string | null> {
    if (patternOf(group).needsMeeting && meeting === null) return null
    return (await this.next(ctx, group, meeting)).number
  }

  private async next(ctx: Ctx, group: StandardsGroup, meeting: number | null): Promise<GivenNumber> {
    const pattern = patternOf(group)
    const named = { group: nameInNumbers(group), meeting }
    const series = seriesOf(pattern, named)
    let sequence = ((await ctx.db.maximum(Contribution, 'sequence', { groupId: group.id, series })) ?? 0) + 1
    // A number that was given under another pattern, or elsewhere, is never given again.
    for (; ; sequence += 1) {
      const number = writeContributionNumber(pattern, named, sequence)
      if (!(await ctx.db.existsBy(Contribution, { groupId: group.id, number }))) return { series, sequence, number }
    }
  }
}

import { Args, Context, Query, Resolver } from '@nestjs/graphql'
import { explain } from '#schema/words/explain.js'
import { explainGroupDefault } from '#schema/words/explain-group.js'
import { wordsFor } from '#schema/words/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { pageArgs } from '#server/platform/graphql/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { whatMoves } from '#server/process/deadlines/index.js'
import {
  extensionsByGroup,
  groupDefaults,
  groupsBySlug,
  GroupSettings,
  termsByGroup,
  type GroupChanges,
  type StandardsGroup,
} from '#server/process/groups/index.js'
import { factsOf } from './deadline-facts.loader.js'
import { lifetimeOf, lifetimeStart } from './lifetime.js'
import type { Meeting } from './meeting.entity.js'
import { firstMeetingByGroup, publishedByMeeting } from './meetings.loader.js'
import { meetingPage } from './meetings.reads.js'

/** So many meetings to come are looked at; a group has called few ahead. */
const MOST_MEETINGS = 50

/** What a change of a group's settings does to the dates that hang on them, before anybody makes it. [GS-1] */
@Resolver('Query')
export class GroupChangeResolver {
  constructor(private readonly settings: GroupSettings) {}

  @Query('groupChange')
  async groupChange(@Args('input') input: { group: string; changes: GroupChanges }, @Context() ctx: Ctx) {
    const group = await groupsBySlug(ctx).load(input.group)
    if (!group) throw refuse('NOT_FOUND', {}, { field: 'input.group' })
    const next = await this.settings.preview(ctx, group, input.changes)
    const { nodes } = await meetingPage(ctx, [group.id], 'UPCOMING', pageArgs({ first: MOST_MEETINGS }), null)
    const meetings = await Promise.all(nodes.map((meeting) => moved(ctx, group, next, meeting)))
    return {
      defaults: await defaultsThatChange(ctx, group, next),
      meetings: meetings.filter(({ rows }) => rows.length > 0),
      meetingsLookedAt: nodes.length,
      lifetime: await lifetimeMove(ctx, group, next),
    }
  }
}

/** The dates of one meeting that would be others, or close at another instant. */
async function moved(ctx: Ctx, group: StandardsGroup, next: StandardsGroup, meeting: Meeting) {
  const published = await publishedByMeeting(ctx).load(meeting.id)
  const [before, after] = await Promise.all([
    factsOf(ctx, group, meeting, published),
    factsOf(ctx, next, meeting, published),
  ])
  const asOf = dayIn(ctx.now, group.deadlineZone)
  const words = wordsFor(ctx.language)
  const { keyDates } = whatMoves(before, after, { asOf, announcedOn: meeting.announcedOn })
  const rows = keyDates.filter(
    ({ oldOn, newOn, oldClosesAt, newClosesAt }) =>
      oldOn !== newOn || oldClosesAt?.getTime() !== newClosesAt?.getTime(),
  )
  return {
    meeting,
    rows: rows.map(({ oldOn, newOn, move, explanation, ...row }) => ({
      ...row,
      before: oldOn,
      after: newOn,
      closesBefore: row.oldClosesAt,
      closesAfter: row.newClosesAt,
      isPinned: move === 'PINNED',
      explanation: { ...explanation, text: explain(words, explanation) },
    })),
    zoneBefore: group.deadlineZone,
    zoneAfter: next.deadlineZone,
  }
}

async function defaultsThatChange(ctx: Ctx, group: StandardsGroup, next: StandardsGroup) {
  const terms = await termsByGroup(ctx).load(group.id)
  const olds = groupDefaults(group, terms)
  const words = wordsFor(ctx.language)
  return groupDefaults(next, terms).flatMap((now, at) => {
    const old = olds[at]!
    const [before, after] = [old, now].map((one) => explainGroupDefault(words, one.key, one.value))
    const isSame = before === after && old.provenance === now.provenance
    return isSame ? [] : [{ key: now.key, before, after, provenance: now.provenance }]
  })
}

async function lifetimeMove(ctx: Ctx, group: StandardsGroup, next: StandardsGroup) {
  const [first, extensions] = await Promise.all([
    firstMeetingByGroup(ctx).load(group.id),
    extensionsByGroup(ctx).load(group.id),
  ])
  const endOf = (one: StandardsGroup) => lifetimeOf(lifetimeStart(one, first), one.lifetimeMonths, extensions).endsOn
  const [before, after] = [endOf(group), endOf(next)]
  return before === after ? null : { before, after }
}

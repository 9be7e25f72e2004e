import type { Ctx } from '#server/platform/context/index.js'
import type { AsOf } from '#server/platform/database/index.js'
import type { DeadlineFacts, MeetingFacts } from '#server/process/deadlines/index.js'
import { groupsById, termsByGroup, type StandardsGroup } from '#server/process/groups/index.js'
import { deadlineFacts } from './deadline-facts.js'
import type { Meeting } from './meeting.entity.js'
import { parentMeetingFrom, publishedByMeeting } from './meetings.loader.js'
import type { PublishedDate } from './published-date.entity.js'

/** The facts of a meeting of a group, which may be one that is only thought of. */
export async function factsOf(
  ctx: Ctx,
  group: StandardsGroup,
  { startsOn, endsOn, mode }: Pick<MeetingFacts, 'startsOn' | 'endsOn' | 'mode'>,
  published: readonly PublishedDate[],
  asOf: string | null = null,
): Promise<DeadlineFacts> {
  const [terms, parentStartsOn] = await Promise.all([
    termsByGroup(ctx, asOf).load(group.id),
    parentMeetingFrom(ctx, asOf).load(`${group.parentBodyId} ${startsOn}`),
  ])
  return deadlineFacts(group, terms, { startsOn, endsOn, mode, parentStartsOn }, published)
}

/** The facts of a meeting that stands in the calendar, as of the instant it was read as of. Null when its group is hidden from the viewer. */
export async function factsOfMeeting(
  ctx: Ctx,
  meeting: Meeting & Partial<Pick<AsOf<Meeting>, 'asOf'>>,
): Promise<DeadlineFacts | null> {
  const asOf = meeting.asOf ?? null
  const [group, published] = await Promise.all([
    groupsById(ctx, asOf).load(meeting.groupId),
    publishedByMeeting(ctx, asOf).load(meeting.id),
  ])
  return group && factsOf(ctx, group, meeting, published, asOf)
}

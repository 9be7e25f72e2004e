import { loader, type Ctx } from '#server/platform/context/index.js'
import { pageArgs } from '#server/platform/graphql/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { announcementCheck, keyDates } from '#server/process/deadlines/index.js'
import { extensionsByGroup, type BlockerSource, type ComingNext } from '#server/process/groups/index.js'
import { factsOfMeeting } from './deadline-facts.loader.js'
import { lifetimeOf, lifetimeStart } from './lifetime.js'
import { closingBlockers, lifetimeBlockers, meetingBlockers, type NextMeetingSeen } from './meeting-blockers.js'
import type { Meeting } from './meeting.entity.js'
import { stateOn } from './meeting-states.js'
import { firstMeetingByGroup } from './meetings.loader.js'
import { meetingPage } from './meetings.reads.js'

/** A meeting to come with its dates, in the state in which it is today. */
export type NextMeeting = Omit<Meeting, 'state'> & NextMeetingSeen

/** The meeting of a group that is under way or comes next; null when none is ahead that the viewer may see. */
export const nextMeetingByGroup = loader<string, NextMeeting>(
  async (ctx, ids) =>
    new Map(
      (await Promise.all(ids.map(async (id) => [id, await nextMeeting(ctx, id)] as const))).filter(
        (one): one is [string, NextMeeting] => one[1] !== null,
      ),
    ),
)

async function nextMeeting(ctx: Ctx, groupId: string): Promise<NextMeeting | null> {
  const { nodes } = await meetingPage(ctx, [groupId], 'UPCOMING', pageArgs({ first: 1 }), null)
  const [meeting] = nodes
  const facts = meeting && (await factsOfMeeting(ctx, meeting))
  if (!facts) return null
  return {
    ...meeting,
    state: stateOn(meeting, dayIn(ctx.now, meeting.zone)),
    keyDates: keyDates(facts),
    notice: announcementCheck(facts, meeting.announcedOn),
  }
}

/** The meeting of a group that was over last; null when none was. */
async function lastMeeting(ctx: Ctx, groupId: string) {
  const { nodes } = await meetingPage(ctx, [groupId], 'PAST', pageArgs({ first: 1 }), null)
  const [meeting] = nodes
  return meeting ? { ...meeting, state: stateOn(meeting, dayIn(ctx.now, meeting.zone)) } : null
}

/** What the next meeting and the end of the lifetime stand in need of. [GS-9] */
export const meetingBlockerSource: BlockerSource = {
  async blockers(ctx, group) {
    if (group.state === 'CONCLUDED') return []
    const [next, last, first, extensions] = await Promise.all([
      nextMeetingByGroup(ctx).load(group.id),
      lastMeeting(ctx, group.id),
      firstMeetingByGroup(ctx).load(group.id),
      extensionsByGroup(ctx).load(group.id),
    ])
    const today = dayIn(ctx.now, group.deadlineZone)
    const { endsOn } = lifetimeOf(lifetimeStart(group, first), group.lifetimeMonths, extensions)
    return [
      ...meetingBlockers(group.slug, next, today),
      ...closingBlockers(group.slug, last),
      ...lifetimeBlockers(group.slug, endsOn, next, today),
    ]
  },
  async next(ctx, group): Promise<ComingNext | null> {
    const next = await nextMeetingByGroup(ctx).load(group.id)
    if (!next) return null
    const today = dayIn(ctx.now, group.deadlineZone)
    const href = `/groups/${group.slug}/meetings/${next.number}`
    const due = next.keyDates.find(({ effectiveOn }) => effectiveOn >= today && effectiveOn <= next.startsOn)
    const meeting = next.title
    if (!due) return { code: 'MEETING', args: { meeting, on: next.startsOn }, on: next.startsOn, href }
    const { obligation, effectiveOn: on } = due
    return { code: 'DATE', args: { meeting, obligation, on }, on, href }
  },
}

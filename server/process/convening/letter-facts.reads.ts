import { explain } from '#schema/words/explain.js'
import { formatClosing } from '#schema/words/dates.js'
import type { Obligation } from '#schema/vocabulary/process.js'
import type { Words } from '#schema/words/index.js'
import { visibilities, type Visibility } from '#server/common/access/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { agendaByMeeting } from '#server/process/agenda/index.js'
import { keyDates } from '#server/process/deadlines/index.js'
import { groupsById, narrower, type StandardsGroup } from '#server/process/groups/index.js'
import { factsOfMeeting, firstMeetingByGroup, meetingsById, type Meeting } from '#server/process/meetings/index.js'
import { offersByMeeting } from '#server/process/registration/index.js'
import { bodiesById } from '#server/roadmap/bodies/index.js'
import type { LetterFacts } from './letter.js'

/** Dates that are no business of whoever is invited. */
const leftOut: readonly Obligation[] = ['ANNOUNCEMENT', 'COLLECTIVE_LETTER', 'POSTING', 'FIRST_MEETING']

/** A meeting that the viewer sees, with its group and what its letter is made of. */
export interface Convened {
  readonly meeting: Meeting
  readonly group: StandardsGroup
  readonly visibility: Visibility
  readonly facts: LetterFacts
}

/** Null when there is no such meeting that the viewer may see. What only some may see of it is not in the letter, whoever works on it. */
export async function convenedBy(ctx: Ctx, words: Words, meetingId: string, site: string): Promise<Convened | null> {
  const meeting = await meetingsById(ctx).load(meetingId)
  const group = meeting && (await groupsById(ctx).load(meeting.groupId))
  const deadlines = meeting && (await factsOfMeeting(ctx, meeting))
  if (!group || !deadlines) return null
  const visibility = narrower(meeting.visibility, group.visibility)
  // One after the other: inside a transaction there is one line to the database.
  const parent = await bodiesById(ctx).load(group.parentBodyId)
  const first = await firstMeetingByGroup(ctx).load(group.id)
  const offer = await offersByMeeting(ctx).load(meeting.id)
  const rows = await agendaByMeeting(ctx).load(meeting.id)
  const facts: LetterFacts = {
    group: {
      name: group.name,
      acronym: group.acronym,
      parent: parent!.name,
      termsApprovedOn: group.termsApprovedOn,
      lifetimeMonths: group.lifetimeMonths,
      aim: group.aim,
      isOpenToAll: group.kind === 'FOCUS_GROUP' && group.ruleset.startsWith('itu-t-a7'),
    },
    meeting: {
      ...meeting,
      isFirst: !meeting.isPreparatory && first === meeting.startsOn,
      opensAt: meeting.opensAt?.slice(0, 5) ?? null,
      registrationOpensAt: meeting.registrationOpensAt?.slice(0, 5) ?? null,
    },
    agenda: rows
      .filter((row) => visibilities.indexOf(row.visibility) <= visibilities.indexOf(visibility))
      .map(({ number, title }) => ({ number, title })),
    dates: keyDates(deadlines)
      .filter(({ obligation, daysAhead }) => daysAhead >= 0 && !leftOut.includes(obligation))
      .map(({ obligation, closesAt, zone, explanation }) => ({
        obligation,
        until: formatClosing(closesAt, zone, words),
        explanation: explain(words, explanation),
      })),
    registration: offer && {
      opensOn: offer.opensOn,
      places: offer.placesOnsite,
      remote: offer.offersRemote,
      visaSupport: offer.offersVisaSupport,
      forGroupOnly: offer.audience === 'PARTICIPANTS',
    },
    address: `${site}/groups/${group.slug}/meetings/${meeting.number}`,
  }
  return { meeting, group, visibility, facts }
}

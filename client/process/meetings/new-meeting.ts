import type { MeetingMode } from '#schema/generated/operations.js'
import { meetingModes } from '#schema/vocabulary/process.js'
import type { Words } from '#schema/words/index.js'
import { daysBetween, isDay } from '../deadlines/index.js'

/** "Third meeting of FG-AI4EE": what a meeting is called unless somebody calls it otherwise. */
export const ordinalTitle = (number: number, group: { acronym: string | null; name: string }, words: Words): string =>
  words('meeting.ordinalTitle', { number, group: group.acronym ?? group.name })

/** The days for which key dates are asked, as the form or the address gives them. */
export interface ProposedDays {
  startsOn: string
  endsOn: string
  mode: MeetingMode
  zone: string
}

/** Reads the days, or null while they cannot be computed with: no first day yet, or one that the calendar does not have. One day is enough. */
export function proposedDays(read: (name: string) => string, defaults: { zone: string }): ProposedDays | null {
  const startsOn = read('startsOn')
  const endsOn = read('endsOn') || startsOn
  const mode = meetingModes.find((known) => known === read('mode')) ?? 'HYBRID'
  if (!isDay(startsOn) || !isDay(endsOn) || endsOn < startsOn) return null
  return { startsOn, endsOn, mode, zone: read('zone') || defaults.zone }
}

/** Something to know before a meeting is called. It forbids nothing. */
export type MeetingWarning =
  | { code: 'STARTS_IN_PAST' }
  | { code: 'SHORT_NOTICE'; days: number }
  | { code: 'OVER_ALREADY'; obligation: string; on: string }

/** Four weeks are the notice that ITU-T A.7 asks for. [D-FG-2] */
const noticeDays = 28

/** Obligations that somebody must still be able to keep when the meeting is called. */
const expected = ['ANNOUNCEMENT', 'COLLECTIVE_LETTER', 'CONTRIBUTIONS', 'REGISTRATION', 'DRAFT_AGENDA']

/**
 * What a chair should know about these days: they are past; fewer than four weeks remain; a date by which others must act is over already.
 * `today` is the day in the meeting's zone.
 */
export function meetingWarnings(
  { startsOn }: Pick<ProposedDays, 'startsOn'>,
  dates: readonly { obligation: string; effectiveOn: string; hasPassed: boolean }[],
  today: string,
): MeetingWarning[] {
  const days = daysBetween(today, startsOn)
  if (days < 0) return [{ code: 'STARTS_IN_PAST' }]
  return [
    ...(days < noticeDays ? [{ code: 'SHORT_NOTICE' as const, days }] : []),
    ...dates
      .filter(({ obligation, hasPassed }) => hasPassed && expected.includes(obligation))
      .map(({ obligation, effectiveOn }) => ({ code: 'OVER_ALREADY' as const, obligation, on: effectiveOn })),
  ]
}

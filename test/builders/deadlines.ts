import fc from 'fast-check'
import type { MeetingKind, RulesetId } from '#schema/vocabulary/process.js'
import { daysAfter } from '#server/platform/time/index.js'
import { rulesetById } from '#server/process/rulesets/index.js'
import {
  keyDates,
  settingsOf,
  type DeadlineFacts,
  type DeadlineSettings,
  type KeyDate,
  type MeetingFacts,
  type PublishedDate,
  type TermsOfReferenceRule,
} from '#server/process/deadlines/index.js'
import { someDay, someZone } from './days.js'

interface Wishes extends Partial<MeetingFacts> {
  ruleset?: RulesetId
  settings?: Partial<DeadlineSettings>
  published?: readonly PublishedDate[]
  termsOfReference?: readonly TermsOfReferenceRule[]
}

/** The facts of one meeting; what is not said is an on-site focus group meeting of one day on 15 October 2019, under A.7 of 2016. */
export function meetingFacts(wishes: Wishes = {}): DeadlineFacts {
  const { ruleset: id = 'itu-t-a7-2016', settings, published = [], termsOfReference = [], ...meeting } = wishes
  const ruleset = rulesetById(id)
  const startsOn = meeting.startsOn ?? '2019-10-15'
  return {
    meeting: { kind: 'FOCUS_GROUP', mode: 'ONSITE', endsOn: startsOn, ...meeting, startsOn },
    settings: { ...settingsOf(ruleset), ...settings },
    ruleset,
    published,
    termsOfReference,
  }
}

/** What the terms of reference of FG-AI4EE say about time. */
export const termsOfCircular191: readonly TermsOfReferenceRule[] = [
  {
    obligation: 'ANNOUNCEMENT',
    offset: { weeks: 4 },
    ruleId: 'D-FG-2',
    citation: {
      document: 'TSB Circular 191 (21 August 2019), Annex 1',
      short: 'TSB Circular 191',
      clause: '11',
      confidence: 'V',
    },
  },
  {
    obligation: 'DELIVERABLES_TO_PARENT',
    offset: { weeks: 4 },
    ruleId: 'D-FG-3',
    citation: {
      document: 'TSB Circular 191 (21 August 2019), Annex 1',
      short: 'TSB Circular 191',
      clause: '4',
      confidence: 'V',
    },
  },
]

/** The key date of one obligation; fails when there is none. */
export function keyDateOf(facts: DeadlineFacts, obligation: KeyDate['obligation']): KeyDate {
  const found = keyDates(facts).find((date) => date.obligation === obligation)
  if (!found) throw new Error(`no key date for ${obligation}`)
  return found
}

const kinds: readonly [MeetingKind, RulesetId][] = [
  ['FOCUS_GROUP', 'itu-t-a7-2016'],
  ['FOCUS_GROUP', 'itu-t-a7-2024'],
  ['STUDY_GROUP', 'itu-t-a7-2024'],
  ['RAPPORTEUR_GROUP', 'itu-t-a7-2016'],
  ['COMMON_TEAM', 'itu-t-a7-2016'],
  ['ISO_COMMITTEE', 'iso'],
  ['ISO_WORKING_GROUP', 'iso'],
  ['FOCUS_GROUP', 'own'],
]

/** Any meeting of any kind of group, with or without dates published for it. */
export const someFacts: fc.Arbitrary<DeadlineFacts> = fc
  .record({
    startsOn: someDay,
    length: fc.nat(10),
    kind: fc.constantFrom(...kinds),
    mode: fc.constantFrom('ONSITE' as const, 'HYBRID' as const, 'REMOTE' as const),
    isUnplanned: fc.boolean(),
    parentAfter: fc.option(fc.nat(200)),
    zone: someZone,
    cutOff: fc.constantFrom('24:00', '24:00', '12:00', '17:30', '02:30', '00:30'),
    contributionOffsetDays: fc.option(fc.nat(40)),
    terms: fc.constantFrom([], termsOfCircular191),
    contributionsAhead: fc.option(fc.nat(60)),
    visaAhead: fc.option(fc.nat(60)),
  })
  .map((some) =>
    meetingFacts({
      kind: some.kind[0],
      ruleset: some.kind[1],
      startsOn: some.startsOn,
      endsOn: daysAfter(some.startsOn, some.length),
      mode: some.mode,
      isUnplanned: some.isUnplanned,
      parentStartsOn: some.parentAfter === null ? null : daysAfter(some.startsOn, some.parentAfter),
      settings: {
        deadlineZone: some.zone,
        cutOff: some.cutOff,
        contributionOffsetDays: some.contributionOffsetDays,
      },
      termsOfReference: some.terms,
      published: [
        ...(some.contributionsAhead === null
          ? []
          : [{ obligation: 'CONTRIBUTIONS' as const, on: daysAfter(some.startsOn, -some.contributionsAhead) }]),
        ...(some.visaAhead === null
          ? []
          : [{ obligation: 'VISA' as const, on: daysAfter(some.startsOn, -some.visaAhead) }]),
      ],
    }),
  )

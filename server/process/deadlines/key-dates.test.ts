import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { daysAfter, daysBetween, monthsBefore, startOfDayIn } from '#server/platform/time/index.js'
import { someDay, someDayInZone } from '../../../test/builders/days.js'
import { keyDateOf, meetingFacts, someFacts, termsOfCircular191 } from '../../../test/builders/deadlines.js'
import { keyDates } from './key-dates.js'

/** The first meeting of FG-AI4EE with the dates of its circular. */
const vienna = meetingFacts({
  parentStartsOn: '2020-05-11',
  termsOfReference: termsOfCircular191,
  published: [
    { obligation: 'VISA', on: '2019-09-16', source: 'TSB Circular 191' },
    { obligation: 'CONTRIBUTIONS', on: '2019-10-02', source: 'TSB Circular 191' },
    { obligation: 'REGISTRATION', on: '2019-10-02', source: 'TSB Circular 191' },
  ],
})

const effective = (facts: Parameters<typeof keyDates>[0]) =>
  Object.fromEntries(keyDates(facts).map(({ obligation, effectiveOn }) => [obligation, effectiveOn]))

describe('key dates', () => {
  it('[D-FG-1] T1 puts contributions 12 calendar days before the meeting by default', () => {
    expect(keyDateOf(meetingFacts(), 'CONTRIBUTIONS')).toMatchObject({
      ruleId: 'D-FG-1',
      computedOn: '2019-10-03',
      publishedOn: null,
      effectiveOn: '2019-10-03',
      closesAt: new Date('2019-10-03T22:00:00Z'),
      provenance: 'DEFAULT',
      strength: 'FLAG',
      differenceDays: null,
      daysAhead: 12,
      citation: { document: 'Recommendation ITU-T A.7 (10/2016)', clause: '8', confidence: 'M' },
    })
  })

  it('[D-FG-1] T2 lets the published date win, and shows by how much it differs', () => {
    expect(keyDateOf(vienna, 'CONTRIBUTIONS')).toMatchObject({
      computedOn: '2019-10-03',
      publishedOn: '2019-10-02',
      effectiveOn: '2019-10-02',
      closesAt: new Date('2019-10-02T22:00:00Z'),
      provenance: 'PUBLISHED',
      differenceDays: 1,
      daysAhead: 13,
    })
  })

  it('[ME-2] T9 takes a published date on which no rule speaks', () => {
    expect(keyDateOf(vienna, 'VISA')).toMatchObject({
      effectiveOn: '2019-09-16',
      daysAhead: 29,
      ruleId: null,
      computedOn: null,
      differenceDays: null,
      citation: null,
      strength: 'FLAG',
      alternatives: [],
    })
  })

  it('[D-FG-3] T10 computes what a real study group meeting asks of contributors, reporters and focus groups', () => {
    const rome = meetingFacts({ kind: 'STUDY_GROUP', startsOn: '2022-10-17', endsOn: '2022-10-27' })
    expect(effective(rome)).toMatchObject({
      DELIVERABLES_TO_PARENT: '2022-09-19',
      CONTRIBUTIONS: '2022-10-05',
      TEMPORARY_DOCUMENTS: '2022-10-10',
      DRAFT_RECOMMENDATIONS: '2022-09-05',
      PROGRESS_REPORT: '2022-10-17',
      CORRESPONDENCE_END: '2022-10-05',
    })
    expect(keyDateOf(rome, 'CONTRIBUTIONS')).toMatchObject({ ruleId: 'D-SG-1', strength: 'BLOCK' })
  })

  it('[D-SG-2] T11 agrees with the dates of a real collective letter, and keeps the one it published earlier', () => {
    const tsag = meetingFacts({
      kind: 'STUDY_GROUP',
      startsOn: '2018-02-26',
      endsOn: '2018-03-02',
      published: [{ obligation: 'CONTRIBUTIONS_FOR_TRANSLATION', on: '2017-12-22' }],
    })
    expect(effective(tsag)).toMatchObject({
      CONTRIBUTIONS: '2018-02-14',
      REGISTRATION: '2018-01-26',
      DRAFT_RECOMMENDATIONS: '2018-01-15',
      CONTRIBUTIONS_FOR_TRANSLATION: '2017-12-22',
    })
    expect(keyDateOf(tsag, 'CONTRIBUTIONS_FOR_TRANSLATION')).toMatchObject({
      computedOn: '2017-12-26',
      differenceDays: 4,
    })
  })

  it('[D-SG-8] T12 clips a month offset to the end of February', () => {
    const meeting = meetingFacts({ kind: 'RAPPORTEUR_GROUP', startsOn: '2024-04-30' })
    expect(keyDateOf(meeting, 'ANNOUNCEMENT').effectiveOn).toBe('2024-02-29')
  })

  it('[D-ISO-1] T13 asks more notice of a hybrid ISO meeting than of a remote one', () => {
    const committee = { kind: 'ISO_COMMITTEE', ruleset: 'iso', startsOn: '2026-06-08', endsOn: '2026-06-12' } as const
    expect(effective(meetingFacts({ ...committee, mode: 'HYBRID' }))).toEqual({
      DRAFT_AGENDA: '2026-02-16',
      DOCUMENTS_FOR_DECISION: '2026-04-27',
      RESOLUTIONS: '2026-06-14',
      MINUTES: '2026-07-10',
    })
    expect(effective(meetingFacts({ ...committee, mode: 'REMOTE' })).DRAFT_AGENDA).toBe('2026-04-13')
  })

  it('[D-ISO-4] [D-ISO-5] knows the notice of an ISO working group, and the span recommended for its documents', () => {
    const group = { kind: 'ISO_WORKING_GROUP', ruleset: 'iso', startsOn: '2026-06-08' } as const
    expect(keyDateOf(meetingFacts({ ...group, mode: 'ONSITE' }), 'DRAFT_AGENDA').effectiveOn).toBe('2026-04-27')
    expect(keyDateOf(meetingFacts({ ...group, mode: 'REMOTE' }), 'DRAFT_AGENDA').effectiveOn).toBe('2026-05-11')
    expect(keyDateOf(meetingFacts(group), 'WORKING_DOCUMENTS')).toMatchObject({
      ideallyOn: '2026-04-27',
      effectiveOn: '2026-05-11',
    })
  })

  it('[D-SG-6] asks three months for the letter of a meeting that was not planned, else two', () => {
    const group = { kind: 'STUDY_GROUP', startsOn: '2026-05-31' } as const
    expect(keyDateOf(meetingFacts(group), 'COLLECTIVE_LETTER').effectiveOn).toBe('2026-03-31')
    expect(keyDateOf(meetingFacts({ ...group, isUnplanned: true }), 'COLLECTIVE_LETTER').effectiveOn).toBe('2026-02-28')
  })

  it('[D-CT-1] gives a common team its 12 days', () => {
    expect(keyDateOf(meetingFacts({ kind: 'COMMON_TEAM' }), 'CONTRIBUTIONS')).toMatchObject({
      ruleId: 'D-CT-1',
      effectiveOn: '2019-10-03',
    })
  })

  it('[D-P-1] lets the terms of reference beat the inherited rule, and still shows that one', () => {
    const announcement = keyDateOf(vienna, 'ANNOUNCEMENT')
    expect(announcement).toMatchObject({
      effectiveOn: '2019-09-17',
      provenance: 'TERMS_OF_REFERENCE',
      strength: 'FLAG',
      citation: { document: 'TSB Circular 191 (21 August 2019), Annex 1', clause: '11', confidence: 'V' },
    })
    expect(announcement.alternatives).toMatchObject([{ ruleId: 'D-SG-8', on: '2019-08-15', provenance: 'INHERITED' }])
  })

  it('[D-P-1] lets the inherited rule beat our default where the terms of reference are silent', () => {
    expect(keyDateOf(meetingFacts(), 'ANNOUNCEMENT')).toMatchObject({
      ruleId: 'D-SG-8',
      provenance: 'INHERITED',
      strength: 'ADVISE',
      alternatives: [{ ruleId: 'D-FG-2', on: '2019-09-17', provenance: 'DEFAULT' }],
    })
  })

  it('[D-FG-1] lets a group set its own offset and strength, and still shows the default', () => {
    const facts = meetingFacts({
      settings: { contributionOffsetDays: 5, strengthOverrides: { CONTRIBUTIONS: 'BLOCK' }, cutOff: '17:00' },
    })
    expect(keyDateOf(facts, 'CONTRIBUTIONS')).toMatchObject({
      effectiveOn: '2019-10-10',
      closesAt: new Date('2019-10-10T15:00:00Z'),
      provenance: 'GROUP_SETTING',
      strength: 'BLOCK',
      alternatives: [{ on: '2019-10-03', provenance: 'DEFAULT' }],
    })
  })

  it('[D-FG-3] [D-FG-4] leaves out what counts from the parent’s meeting until that is known', () => {
    expect(keyDates(meetingFacts()).map(({ obligation }) => obligation)).not.toContain('DELIVERABLES_TO_PARENT')
    expect(effective(vienna)).toMatchObject({ DELIVERABLES_TO_PARENT: '2020-04-13', PROGRESS_REPORT: '2020-05-11' })
  })

  it('[D-SG-9] ends activities by correspondence with the contribution deadline that counts', () => {
    expect(keyDateOf(vienna, 'CORRESPONDENCE_END').effectiveOn).toBe('2019-10-02')
  })

  it('[D-P-2] of two dates published for one obligation takes the later entry, a correction', () => {
    const facts = meetingFacts({
      published: [
        { obligation: 'VISA', on: '2019-09-16' },
        { obligation: 'VISA', on: '2019-09-20' },
      ],
    })
    expect(keyDateOf(facts, 'VISA').effectiveOn).toBe('2019-09-20')
  })

  it('comes earliest first', () => {
    const days = keyDates(vienna).map(({ effectiveOn }) => effectiveOn)
    expect(days).toEqual([...days].sort())
  })
})

describe('the laws of key dates', () => {
  it('[D-A-1] moves a deadline in days or weeks by as many days as its meeting, in any zone', () =>
    fc.assert(
      fc.property(someFacts, fc.integer({ min: -400, max: 400 }), (facts, n) => {
        const { meeting } = facts
        const moved = keyDates({
          ...facts,
          published: [],
          meeting: {
            ...meeting,
            startsOn: daysAfter(meeting.startsOn, n),
            endsOn: daysAfter(meeting.endsOn, n),
            parentStartsOn: meeting.parentStartsOn ? daysAfter(meeting.parentStartsOn, n) : null,
          },
        })
        for (const date of keyDates({ ...facts, published: [] })) {
          const after = moved.find(({ obligation }) => obligation === date.obligation)!
          if ('months' in offsetOf(date)) continue
          expect(daysBetween(date.effectiveOn, after.effectiveOn)).toBe(n)
        }
      }),
    ))

  it('[D-A-2] clips month offsets and never takes them to a later day number', () =>
    fc.assert(
      fc.property(someDay, (startsOn) => {
        const letter = keyDateOf(meetingFacts({ kind: 'STUDY_GROUP', startsOn }), 'COLLECTIVE_LETTER').effectiveOn
        expect(letter).toBe(monthsBefore(startsOn, 2))
        expect(Number(letter.slice(8))).toBeLessThanOrEqual(Number(startsOn.slice(8)))
      }),
    ))

  it('[D-A-3] closes at the local midnight that ends the day, across changes of clocks', () =>
    fc.assert(
      fc.property(someDayInZone, ({ day, zone: deadlineZone }) => {
        // Contributions close on the very day of the change, where there is one.
        const startsOn = daysAfter(day, 12)
        for (const { effectiveOn, closesAt } of keyDates(meetingFacts({ startsOn, settings: { deadlineZone } }))) {
          expect(closesAt).toEqual(startOfDayIn(daysAfter(effectiveOn, 1), deadlineZone))
        }
      }),
    ))

  it('[D-P-1] always lets what was published win, and never loses what the rule would give', () =>
    fc.assert(
      fc.property(someFacts, (facts) => {
        const bare = keyDates({ ...facts, published: [] })
        for (const { obligation, on } of facts.published) {
          const date = keyDateOf(facts, obligation)
          const computedOn = bare.find((other) => other.obligation === obligation)?.effectiveOn ?? null
          expect(date).toMatchObject({ effectiveOn: on, publishedOn: on, provenance: 'PUBLISHED', computedOn })
          expect(date.differenceDays).toBe(computedOn && daysBetween(on, computedOn))
        }
      }),
    ))

  it('[D-L-2] is as strong as the group has set it, and no date that is published changes that', () =>
    fc.assert(
      fc.property(
        someFacts,
        fc.constantFrom('BLOCK' as const, 'FLAG' as const, 'ADVISE' as const),
        (facts, strength) => {
          const bare = keyDates({ ...facts, published: [] })
          for (const { obligation, strength: own } of keyDates(facts)) {
            const computed = bare.find((other) => other.obligation === obligation)
            expect(own).toBe(computed?.strength ?? facts.ruleset.unstatedStrength)
            const strengthOverrides = { [obligation]: strength }
            expect(
              keyDateOf({ ...facts, settings: { ...facts.settings, strengthOverrides } }, obligation).strength,
            ).toBe(strength)
          }
        },
      ),
    ))

  it('[D-A-1] computes nothing due before a meeting for a day after what it counts from', () =>
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const date of keyDates({ ...facts, published: [] })) {
          const { anchor, direction } = date.explanation.args
          if (direction === 'AFTER') expect(date.effectiveOn >= facts.meeting.endsOn).toBe(true)
          else if (anchor === 'MEETING_START') expect(date.effectiveOn <= facts.meeting.startsOn).toBe(true)
        }
      }),
    ))
})

const offsetOf = (date: ReturnType<typeof keyDateOf>) => date.explanation.args.offset as object

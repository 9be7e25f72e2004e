import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  confidences,
  contributionStandings,
  keyDateMoves,
  meetingKinds,
  meetingModes,
  obligations,
  provenances,
  rulesetIds,
  strengths,
} from '#schema/vocabulary/process.js'
import { announcementCheck, deliverableCheck, explainStanding, keyDates } from '#server/process/deadlines/index.js'
import { keyDateOf, meetingFacts, someFacts, termsOfCircular191 } from '../builders/deadlines.js'
import { formatClosing, formatDay, formatInstant, zoneLabel } from '#schema/words/dates.js'
import { explain } from '#schema/words/explain.js'
import { wordsFor } from '#schema/words/index.js'

const words = wordsFor('en')
const sentence = (facts: Parameters<typeof keyDates>[0], obligation: Parameters<typeof keyDateOf>[1]) =>
  explain(words, keyDateOf(facts, obligation).explanation)

describe('the sentence of a deadline', () => {
  it('[D-P-1] T2 names the published date, who published it, and what the default would give, and why', () => {
    const facts = meetingFacts({
      published: [{ obligation: 'CONTRIBUTIONS', on: '2019-10-02', source: 'the circular' }],
    })
    expect(sentence(facts, 'CONTRIBUTIONS')).toBe(
      '2 Oct 2019, 23:59 Geneva; published by the circular; the default (12 calendar days, borrowed from A.1; A.7 clause 8 leaves it to the group) would give 3 Oct',
    )
  })

  it('says when the rule gives the same day, and when nobody is named as the publisher', () => {
    const facts = meetingFacts({ published: [{ obligation: 'CONTRIBUTIONS', on: '2019-10-03' }] })
    expect(sentence(facts, 'CONTRIBUTIONS')).toBe(
      '3 Oct 2019, 23:59 Geneva; published for this meeting; the default (12 calendar days, borrowed from A.1; A.7 clause 8 leaves it to the group) gives the same day',
    )
  })

  it('tells a computed date with its rule, and a weaker rule that would give another', () => {
    expect(sentence(meetingFacts(), 'CONTRIBUTIONS')).toBe(
      '3 Oct 2019, 23:59 Geneva; the default: 12 calendar days before the meeting opens, borrowed from A.1; A.7 clause 8 leaves it to the group',
    )
    expect(sentence(meetingFacts({ termsOfReference: termsOfCircular191 }), 'ANNOUNCEMENT')).toBe(
      '17 Sept 2019, 23:59 Geneva; the terms of reference: 4 weeks before the meeting opens, TSB Circular 191 clause 11; the inherited rule (2 months, A.1 clause 2.3.3.10) would give 15 Aug',
    )
    expect(sentence(meetingFacts({ settings: { contributionOffsetDays: 1, cutOff: '17:00' } }), 'CONTRIBUTIONS')).toBe(
      '14 Oct 2019, 17:00 Geneva; the group’s own setting: 1 calendar day before the meeting opens, set by the group; the default (12 calendar days, borrowed from A.1; A.7 clause 8 leaves it to the group) would give 3 Oct',
    )
  })

  it('names the year of another day when it is another year', () => {
    const facts = meetingFacts({
      startsOn: '2020-01-20',
      published: [{ obligation: 'CONTRIBUTIONS', on: '2019-12-20' }],
    })
    expect(sentence(facts, 'CONTRIBUTIONS')).toContain('would give 8 Jan 2020')
  })

  it('says of no length at all on which day it is', () => {
    const facts = meetingFacts({ parentStartsOn: '2020-05-11' })
    expect(sentence(facts, 'PROGRESS_REPORT')).toContain('the default: the day the parent group’s meeting opens')
  })

  it('[D-L-1] tells somebody who is late what becomes of the text', () => {
    const date = keyDateOf(meetingFacts(), 'CONTRIBUTIONS')
    expect(explain(words, explainStanding(new Date('2019-10-03T22:00:00Z'), date))).toBe(
      'Received 4 Oct 2019, 00:00 Geneva, after the deadline of 3 Oct 2019, 23:59 Geneva. It is kept and numbered; the meeting decides whether to admit it.',
    )
  })

  it('[D-FG-2] T6 tells that the notice is in time, and which norm it misses', () => {
    const check = announcementCheck(meetingFacts({ termsOfReference: termsOfCircular191 }), '2019-08-21')
    expect(explain(words, check.explanation!)).toBe(
      'Announced 21 Aug 2019, 55 days ahead; in time, 17 Sept being the last day; advice only: the inherited rule (2 months, A.1 clause 2.3.3.10) would ask for 15 Aug',
    )
  })

  it('[D-FG-3] T14 tells by how much a deliverable is late and what can be done', () => {
    const check = deliverableCheck('2022-09-20', '2022-10-17', meetingFacts({ startsOn: '2022-09-20' }))
    expect(explain(words, check!.explanation)).toBe(
      'Approved 20 Sept 2022, 1 day too late for the parent group’s meeting of 17 Oct 2022: 19 Sept 2022 was the last day. Carry it to the next parent meeting, or record a waiver.',
    )
  })

  it.each(['en', 'ar-XB'] as const)('can be said of every key date in %s, also after a journey as JSON', (language) => {
    const words = wordsFor(language)
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const { explanation } of keyDates(facts)) {
          const said = explain(words, JSON.parse(JSON.stringify(explanation)))
          expect(said).not.toMatch(/undefined|null|NaN|Invalid|deadline\.|[{}]/)
        }
      }),
    )
  })

  it('has a word for every member of every closed list', () => {
    const lists = {
      obligation: obligations,
      strength: strengths,
      provenance: provenances,
      confidence: confidences,
      mode: meetingModes,
      kind: meetingKinds,
      contributionStanding: contributionStandings,
      move: keyDateMoves,
      ruleset: rulesetIds,
    }
    const missing = Object.entries(lists)
      .flatMap(([list, members]) => members.map((member) => `deadline.${list}.${member}`))
      .filter((key) => !words.has(key))
    expect(missing).toEqual([])
  })
})

describe('days and instants', () => {
  it('are told in the zone that is named, by the name people use', () => {
    expect(formatDay('2024-02-29', words)).toBe('29 Feb 2024')
    expect(formatInstant(new Date('2019-10-02T21:59:00Z'), 'Europe/Zurich', words)).toBe('2 Oct 2019, 23:59 Geneva')
    expect(zoneLabel('America/Argentina/Buenos_Aires', words)).toBe('Buenos Aires')
    expect(zoneLabel('UTC', words)).toBe('UTC')
  })

  it('[D-A-3] tell the end of a day as its 23:59, also where the clocks skip midnight', () => {
    expect(formatClosing('2018-11-04T03:00:00Z', 'America/Sao_Paulo', words)).toBe('3 Nov 2018, 23:59 Sao Paulo')
    expect(formatClosing('2019-10-02T15:00:00Z', 'Europe/Zurich', words)).toBe('2 Oct 2019, 17:00 Geneva')
  })
})

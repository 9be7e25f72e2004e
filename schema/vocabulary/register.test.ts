import { describe, expect, it } from '@jest/globals'
import { en } from '../words/en/index.js'
import * as lists from './register.js'

/** Under which key the words of a list are. */
const wordsOf = {
  itemState: lists.ITEM_STATES,
  itemStateMeaning: lists.ITEM_STATES,
  stateBasis: lists.STATE_BASES,
  itemStatus: lists.ITEM_STATUSES,
  itemType: lists.ITEM_TYPES,
  topic: lists.TOPICS,
  lifecycleStage: lists.LIFECYCLE_STAGES,
  lifecycleSide: lists.LIFECYCLE_SIDES,
  impact: lists.IMPACTS,
  dateKind: lists.DATE_KINDS,
  relationType: lists.RELATION_TYPES,
  relationTypeReversed: lists.RELATION_TYPES,
  overlapVerdict: lists.OVERLAP_VERDICTS,
  overlapVerdictMeaning: lists.OVERLAP_VERDICTS,
  cooperationMode: lists.COOPERATION_MODES,
  cooperationModeMeaning: lists.COOPERATION_MODES,
  caseState: lists.CASE_STATES,
  overlapView: lists.OVERLAP_VIEWS,
  bodyKind: lists.BODY_KINDS,
  stageFamily: lists.STAGE_FAMILIES,
  gapKind: lists.GAP_KINDS,
  gapStanding: lists.GAP_STANDINGS,
  gapStandingMeaning: lists.GAP_STANDINGS,
  gapProgress: lists.GAP_PROGRESS,
  gapProgressMeaning: lists.GAP_PROGRESS,
  readiness: lists.READINESS,
  priority: lists.PRIORITIES,
  coverageDegree: lists.COVERAGE_DEGREES,
  coverageWeakness: lists.COVERAGE_WEAKNESSES,
  gapBodyRole: lists.GAP_BODY_ROLES,
  cellStatus: lists.CELL_STATUSES,
  principleOrigin: lists.PRINCIPLE_ORIGINS,
  assessment: lists.ASSESSMENTS,
  confidence: lists.CONFIDENCES,
} satisfies Record<string, readonly string[]>

/** Those of the queue of facts, whose words stand with its pages. */
const wordsOfFacts = {
  kind: lists.FACT_KINDS,
  reason: lists.CHECK_REASONS,
  outcome: lists.CHECK_OUTCOMES,
} satisfies Record<string, readonly string[]>

/** Those of editions, whose words stand with their pages. */
const wordsOfEditions = {
  kind: lists.EDITION_KINDS,
  state: lists.EDITION_STATES,
  change: lists.EDITION_CHANGE_KINDS,
  told: lists.EDITION_CHANGE_KINDS,
  commentState: lists.EDITION_COMMENT_STATES,
} satisfies Record<string, readonly string[]>

describe('the closed lists of the register', () => {
  it('have words for every value, and no words for a value that is gone', () => {
    const wanted = Object.entries(wordsOf).flatMap(([name, values]) =>
      values.map((value) => `register.${name}.${value}`),
    )
    const present = Object.keys(en).filter((key) => key.startsWith('register.'))

    expect(present.toSorted()).toEqual(wanted.toSorted())
  })

  it('are all among those that have words', () => {
    const exported = Object.values(lists).filter((value) => Array.isArray(value))

    // What became of a report is never shown by itself: pages say it in sentences.
    const worded: readonly (readonly string[])[] = [
      ...Object.values(wordsOf),
      ...Object.values(wordsOfFacts),
      ...Object.values(wordsOfEditions),
      // What a comment is about is a link.
      lists.EDITION_COMMENT_SUBJECTS,
      lists.CHECK_STATES,
      lists.SUGGESTION_STATES,
    ]
    for (const list of exported) expect(worded).toContain(list)
    const missing = Object.entries({ fact: wordsOfFacts, edition: wordsOfEditions }).flatMap(([room, words]) =>
      Object.entries<readonly string[]>(words).flatMap(([name, values]) =>
        values.map((value) => `${room}.${name}.${value}`).filter((key) => !(key in en)),
      ),
    )
    expect(missing).toEqual([])
  })

  it('hold enum names, each once', () => {
    for (const values of Object.values<readonly string[]>(wordsOf)) {
      expect(new Set(values).size).toBe(values.length)
      for (const value of values) expect(value).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/)
    }
  })

  it('[MAP-1] give the map 17 topics and 9 life-cycle stages, five of software and four of hardware', () => {
    const sides = lists.LIFECYCLE_STAGES.map((stage) => lists.sideOfStage[stage])

    expect(lists.TOPICS).toHaveLength(17)
    expect(sides).toEqual([...Array(5).fill('SOFTWARE'), ...Array(4).fill('HARDWARE')])
  })

  it('[RE-2, RE-3] know which relations hold both ways and which may not turn in a circle', () => {
    const having = (trait: keyof lists.RelationTraits) =>
      lists.RELATION_TYPES.filter((type) => lists.relationTraits[type][trait])

    expect(having('isSymmetric')).toEqual(['IDENTICAL_TO', 'ALIGNED_WITH', 'COMPLEMENTS', 'OVERLAPS'])
    expect(having('isAcyclic')).toEqual(['SUPERSEDES'])
  })

  it('read the spelling of data files', () => {
    expect(lists.readTopic('data-centre-kpi')).toBe('DATA_CENTRE_KPI')
    expect(lists.readDateKind('adoptedForPublication')).toBe('ADOPTED_FOR_PUBLICATION')
    expect(lists.readImpact('e-waste')).toBe('E_WASTE')
  })

  it.each(['', 'Water', 'water ', 'WATER', 'constructor', '__proto__', 'wasser', 'x'.repeat(2000)])(
    'refuse "%.20s" as a topic',
    (spelling) => expect(() => lists.readTopic(spelling)).toThrow(lists.UnknownValue),
  )

  it('[IT-3] know whose stages a publisher uses', () => {
    expect(['iso', 'iso-iec-jtc1', 'itu-t', 'itu', 'oecd', 'constructor'].map(lists.stageFamilyOf)).toEqual([
      'ISO',
      'JTC1',
      'ITU_T',
      'OTHER',
      'OTHER',
      'OTHER',
    ])
  })
})

describe('the source of a fact', () => {
  it('[SO-2] is stale from the day after the day to look again', () => {
    const source = { checkAgainOn: '2026-03-15' }

    expect(['2026-03-14', '2026-03-15', '2026-03-16'].map((today) => lists.isStale(source, today))).toEqual([
      false,
      false,
      true,
    ])
    expect(lists.isStale({ checkAgainOn: null }, '2099-01-01')).toBe(false)
  })

  it('[SO-3] looks unconfirmed when it is from memory', () => {
    expect(lists.CONFIDENCES.filter((confidence) => lists.isUnconfirmed({ confidence }))).toEqual(['MEMORY'])
  })

  it('[SO-4] has a date as precise as its evidence, and only one that exists', () => {
    for (const date of ['2026', '2026-03', '2026-03-15', '2024-02-29']) expect(lists.isPartialDate(date)).toBe(true)
    for (const date of ['', '26', '2026-13', '2026-02-30', '2025-02-29', '2026-3', '2026-03-15T00:00', '0x1'])
      expect(lists.isPartialDate(date)).toBe(false)
  })
})

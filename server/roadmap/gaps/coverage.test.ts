import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { CONFIDENCES, COVERAGE_DEGREES, ITEM_STATES } from '#schema/vocabulary/register.js'
import { coverageOf, type CoverageEdge } from './coverage.js'

const edge = (changes: Partial<CoverageEdge> = {}): CoverageEdge => ({
  itemId: 'item',
  degree: 'FULL',
  itemState: 'PUBLISHED',
  confidence: 'VERIFIED',
  ...changes,
})

const anyEdge: fc.Arbitrary<CoverageEdge> = fc.record({
  itemId: fc.constantFrom('a', 'b', 'c', 'd'),
  degree: fc.constantFrom(...COVERAGE_DEGREES),
  itemState: fc.constantFrom(...ITEM_STATES),
  confidence: fc.constantFrom(...CONFIDENCES),
})

describe('how far a gap is covered', () => {
  it('[GA-9] is unknown, not none, when nobody has named an item', () => {
    expect(coverageOf([])).toEqual({ today: 'UNKNOWN', expected: 'UNKNOWN', restsOn: null, weakestLink: 'NO_EVIDENCE' })
  })

  it('[GA-9] is unknown, not none, when nobody has said how far the items answer it', () => {
    const coverage = coverageOf([edge({ degree: 'UNKNOWN' }), edge({ itemId: 'other', degree: 'NONE' })])

    expect(coverage).toMatchObject({ today: 'UNKNOWN', restsOn: 'item', weakestLink: 'DEGREE_UNKNOWN' })
  })

  it('[GA-9] is none when each item was looked at and does not answer it', () => {
    expect(coverageOf([edge({ degree: 'NONE' })])).toMatchObject({ today: 'NONE', expected: 'NONE' })
  })

  it('[GA-9] is full, without a weak link, by one confirmed item in force', () => {
    expect(coverageOf([edge(), edge({ itemId: 'other', degree: 'PARTIAL' })])).toEqual({
      today: 'FULL',
      expected: 'FULL',
      restsOn: 'item',
      weakestLink: null,
    })
  })

  it('[GA-9] does not add partial answers up to a full one', () => {
    const coverage = coverageOf([edge({ itemId: 'a', degree: 'PARTIAL' }), edge({ itemId: 'b', degree: 'PARTIAL' })])

    expect(coverage).toMatchObject({ today: 'PARTIAL', restsOn: 'a', weakestLink: 'ONLY_PARTIAL' })
  })

  it.each([
    [{ itemState: 'IN_APPROVAL' }, 'NONE', 'FULL', 'NOT_YET_IN_FORCE'],
    [{ itemState: 'WITHDRAWN' }, 'NONE', 'NONE', 'ITEM_GONE'],
    [{ itemState: 'UNKNOWN' }, 'UNKNOWN', 'UNKNOWN', 'STATE_UNKNOWN'],
    [{ itemState: 'UNDER_REVIEW' }, 'FULL', 'FULL', 'UNDER_REVIEW'],
    [{ confidence: 'MEMORY' }, 'FULL', 'FULL', 'UNCONFIRMED'],
    [{ confidence: 'MEMORY', degree: 'PARTIAL' }, 'PARTIAL', 'PARTIAL', 'ONLY_PARTIAL'],
    [{ itemState: 'IN_DEVELOPMENT', degree: 'UNKNOWN' }, 'NONE', 'UNKNOWN', 'NOT_YET_IN_FORCE'],
  ] as const)('[GA-10] with %j is %s today and %s in time, for %s', (changes, today, expected, weakestLink) => {
    expect(coverageOf([edge(changes)])).toEqual({ today, expected, restsOn: 'item', weakestLink })
  })

  it('[GA-10] does not depend on the order of the rows', () =>
    fc.assert(
      fc.property(fc.array(anyEdge), (edges) => expect(coverageOf(edges.toReversed())).toEqual(coverageOf(edges))),
    ))

  it('[GA-10] never sinks by one more item', () => {
    const order = ['NONE', 'UNKNOWN', 'PARTIAL', 'FULL']
    fc.assert(
      fc.property(fc.array(anyEdge, { minLength: 1 }), anyEdge, (edges, another) => {
        const [before, after] = [coverageOf(edges), coverageOf([...edges, another])]
        expect(order.indexOf(after.today)).toBeGreaterThanOrEqual(order.indexOf(before.today))
        expect(order.indexOf(after.expected)).toBeGreaterThanOrEqual(order.indexOf(after.today))
      }),
    )
  })
})

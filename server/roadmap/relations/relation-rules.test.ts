import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { RELATION_TYPES } from '#schema/vocabulary/register.js'
import { Refusal } from '#server/platform/errors/index.js'
import { acceptable, circleClosedBy, inOrder, normalForm, type RelationEdge } from './relation-rules.js'

const supersedes = (from: string, to: string): RelationEdge => ({ from, to, type: 'SUPERSEDES' })

const refusalOf = (act: () => unknown) => {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

describe('relations between items', () => {
  it('[RE-2] stores a symmetric relation in one form, whichever side names it', () => {
    expect(acceptable({ from: 'b', to: 'a', type: 'OVERLAPS' }, [])).toEqual({ from: 'a', to: 'b', type: 'OVERLAPS' })
    expect(acceptable({ from: 'b', to: 'a', type: 'REFERENCES' }, [])).toEqual({
      from: 'b',
      to: 'a',
      type: 'REFERENCES',
    })
  })

  it('[RE-2] keeps what else is known of the relation', () => {
    expect(normalForm({ from: 'b', to: 'a', type: 'ALIGNED_WITH', note: 'twin texts' }).note).toBe('twin texts')
  })

  it.each(RELATION_TYPES)('[RE-4] refuses %s from an item to itself', (type) => {
    expect(refusalOf(() => acceptable({ from: 'a', to: 'a', type }, []))?.code).toBe('RELATION_TO_ITSELF')
  })

  it('[RE-3] refuses that a text supersedes its own successor, and names the way round', () => {
    const existing = [supersedes('2026', '2020'), supersedes('2020', '2012'), supersedes('2020', '2009')]
    const refusal = refusalOf(() => acceptable(supersedes('2012', '2026'), existing))

    expect(refusal).toMatchObject({ code: 'RELATION_CYCLE', args: { steps: 2 } })
    expect(refusal?.details?.circle).toEqual(['2026', '2020', '2012'])
  })

  it('[RE-3] takes a text that supersedes two others, or is superseded twice', () => {
    const existing = [supersedes('c', 'a'), supersedes('d', 'b')]

    expect(acceptable(supersedes('c', 'b'), existing)).toEqual(supersedes('c', 'b'))
  })

  it('[RE-3] lets other relations run in circles', () => {
    expect(
      acceptable({ from: 'a', to: 'b', type: 'REFERENCES' }, [{ from: 'b', to: 'a', type: 'REFERENCES' }]),
    ).toBeTruthy()
    expect(acceptable(supersedes('a', 'b'), [{ from: 'b', to: 'a', type: 'REFERENCES' }])).toBeTruthy()
  })

  it('[RE-6] never ends before it began, and may hold for one day, or since nobody knows when', () => {
    expect(refusalOf(() => inOrder({ since: '2024-03-02', until: '2024-03-01' }, 'input.until'))).toMatchObject({
      code: 'ENDS_BEFORE_START',
      args: { startsOn: '2024-03-02', endsOn: '2024-03-01' },
    })
    expect(inOrder({ since: '2024-03-02', until: '2024-03-02' }, 'input.until')).toBeTruthy()
    expect(inOrder({ since: null, until: '2024-03-02' }, 'input.until')).toBeTruthy()
  })

  it('[RE-3] never lets a circle in, in whatever order the edges come', () => {
    const item = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    fc.assert(
      fc.property(fc.array(fc.tuple(item, item), { maxLength: 30 }), (pairs) => {
        const accepted: RelationEdge[] = []
        for (const [from, to] of pairs) {
          if (!refusalOf(() => acceptable(supersedes(from, to), accepted))) accepted.push(supersedes(from, to))
        }
        for (const edge of accepted) expect(circleClosedBy(edge, accepted)).toBeNull()
      }),
    )
  })
})

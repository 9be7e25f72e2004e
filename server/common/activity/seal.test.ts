import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonical, GENESIS, sealOf } from './seal.js'

const event = {
  id: '0197d3c2-0000-7000-8000-000000000001',
  occurredAt: new Date('2026-03-14T22:59:59Z'),
  actorId: null,
  verb: 'gap.recorded',
  objectType: 'gap',
  objectId: '0197d3c2-0000-7000-8000-000000000002',
  groupId: null,
  visibility: 'PUBLIC',
  args: { number: 'G-01' },
}

describe('seals', () => {
  it('[AC-3] changes when anything of the event or of its past changes', () => {
    const seal = sealOf(GENESIS, event)
    expect(sealOf(GENESIS, { ...event })).toEqual(seal)
    expect(sealOf(GENESIS, { ...event, args: { number: 'G-02' } })).not.toEqual(seal)
    expect(sealOf(GENESIS, { ...event, visibility: 'ACCOUNT' })).not.toEqual(seal)
    expect(sealOf(seal, event)).not.toEqual(seal)
  })

  it('[AC-3] does not depend on the order of members, which the database does not keep', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const reversed = Object.fromEntries(Object.entries(object).reverse())
        expect(canonical(reversed)).toBe(canonical(object))
        expect(JSON.parse(canonical(object))).toEqual(JSON.parse(JSON.stringify(object)))
      }),
    )
  })
})

import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { rulesetIds } from '#schema/vocabulary/process.js'
import { rulesetById, rulesets } from './index.js'

const promised = readFileSync(new URL('../../../docs/rules/process.md', import.meta.url), 'utf8')
const ruleIds = new Set(rulesets.flatMap(({ rules, exemptions }) => [...rules, ...exemptions].map(({ id }) => id)))

describe('rulesets', () => {
  it('are found by each id of the vocabulary', () => {
    expect(rulesets.map(({ id }) => id)).toEqual([...rulesetIds])
    for (const id of rulesetIds) expect(rulesetById(id).id).toBe(id)
  })

  it.each([...ruleIds])('have %s only because docs/rules/process.md promises it', (id) => {
    expect(promised).toContain(`**${id}**`)
  })

  it('hold every deadline that docs/rules/process.md gives a length', () => {
    const told = [...promised.matchAll(/\*\*(D-(?:FG|SG|CT|ISO)-\w+)\*\*/g)].map((match) => match[1]!)
    expect([...ruleIds].sort()).toEqual([...new Set(told)].sort())
  })

  it('cite the clauses of their own edition', () => {
    const clauseOf = (id: 'itu-t-a7-2016' | 'itu-t-a7-2024', rule: string) => {
      const { document, clause } = rulesetById(id).rules.find((one) => one.id === rule)!.citation
      return `${document}, ${clause}`
    }
    expect(clauseOf('itu-t-a7-2016', 'D-FG-1')).toBe('Recommendation ITU-T A.7 (10/2016), 8')
    expect(clauseOf('itu-t-a7-2024', 'D-FG-1')).toBe('Recommendation ITU-T A.7 (08/2024), 3.3')
    expect(clauseOf('itu-t-a7-2016', 'D-FG-4')).toBe('Recommendation ITU-T A.7 (10/2016), 11')
    expect(clauseOf('itu-t-a7-2024', 'D-FG-4')).toBe('Recommendation ITU-T A.7 (08/2024), 3.6')
    expect(clauseOf('itu-t-a7-2016', 'D-FG-2')).toBe('TSB Circular 191 (21 August 2019), Annex 1, 11')
    expect(clauseOf('itu-t-a7-2024', 'D-FG-2')).toBe('Recommendation ITU-T A.7 (08/2024), 3.5')
  })

  it('bind a group with its own rules to nothing', () => {
    for (const { basis } of rulesetById('own').rules) expect(basis).toBe('DEFAULT')
  })

  it('[FG-5] let a focus group live two years from its first meeting, and an ISO group on', () => {
    expect(rulesetById('itu-t-a7-2016').lifetime).toMatchObject({ start: 'FIRST_MEETING', months: 24 })
    expect(rulesetById('iso').lifetime).toBeNull()
  })

  it('have for every rule a last case that fits any meeting', () => {
    for (const { rules } of rulesets) {
      for (const { offsets } of rules) {
        const last = offsets.at(-1)
        expect(last).toMatchObject({ offset: expect.any(Object) })
        expect(last).not.toHaveProperty('modes')
        expect(last).not.toHaveProperty('unplanned')
      }
    }
  })
})

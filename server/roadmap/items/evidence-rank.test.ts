import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { CONFIDENCES, STATE_BASES } from '#schema/vocabulary/register.js'
import { gradeOf, shortcomingOf, type Finding } from './evidence-rank.js'

const finding = (given: Partial<Finding>): Finding => ({
  basis: 'NATIVE_STAGE',
  confidence: 'VERIFIED',
  on: '2026-03-14',
  ...given,
})

const dates = fc
  .record({
    year: fc.integer({ min: 2020, max: 2027 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .chain(({ year, month, day }) => {
    const whole = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return fc.constantFrom(whole, whole.slice(0, 7), whole.slice(0, 4))
  })
const findings = fc.record({
  basis: fc.constantFrom(...STATE_BASES),
  confidence: fc.constantFrom(...CONFIDENCES),
  on: dates,
})

/** What is held after findings came in one after the other. */
const taken = (all: readonly Finding[]) =>
  all.reduce((held, given) => (shortcomingOf(given, held) === null ? given : held))

describe('which finding holds', () => {
  it.each([
    [{ basis: 'BY_STATUS' }, {}, 'POORER'],
    [{ confidence: 'MEMORY' }, {}, 'POORER'],
    [{ confidence: 'MEMORY', on: '2027-01-01' }, { basis: 'BY_STATUS' }, 'POORER'],
    [{ basis: 'UNKNOWN' }, { basis: 'BY_STATUS', confidence: 'MEMORY' }, 'POORER'],
    [{ on: '2026-03-13' }, {}, 'EARLIER'],
    [{ on: '2025' }, {}, 'EARLIER'],
    [{ on: '2026' }, {}, null],
    [{ on: '2026-03' }, {}, null],
    [{}, {}, null],
    [{ on: '2020' }, { confidence: 'MEMORY' }, null],
    [{ basis: 'BY_STATUS' }, { confidence: 'MEMORY' }, null],
  ] as const)('[IT-10] %j instead of %j: %s', (given, held, answer) => {
    expect(shortcomingOf(finding(given), finding(held))).toBe(answer)
  })

  it('[IT-10] never gets poorer, whatever comes in whatever order', () =>
    fc.assert(
      fc.property(fc.array(findings, { minLength: 1, maxLength: 12 }), (all) => {
        expect(gradeOf(taken(all))).toBe(Math.max(...all.map(gradeOf)))
      }),
    ))

  it('[IT-10] is the same in any order, where the days are known', () => {
    const day = fc.array(
      findings.filter(({ on }) => on.length === 10),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(day, fc.func(fc.integer()), (all, weight) => {
        const shuffled = all.toSorted((one, other) => weight(one) - weight(other))
        const [held, other] = [taken(all), taken(shuffled)]
        expect([gradeOf(other), other.on]).toEqual([gradeOf(held), held.on])
      }),
    )
  })

  it('[IT-10] of two findings lets at least one take the place of the other', () =>
    fc.assert(
      fc.property(findings, findings, (one, other) => {
        expect(shortcomingOf(one, other) === null || shortcomingOf(other, one) === null).toBe(true)
      }),
    ))
})

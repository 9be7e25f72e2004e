import { describe, expect, it } from '@jest/globals'
import { caseSum, suggestedPriority, type CaseScores } from './case-score.js'

const scores = (criticality: number, achievability: number, scope: number, effect: number): CaseScores => ({
  criticality,
  achievability,
  scope,
  effect,
})

describe('the CASE score of a gap', () => {
  it.each([
    [scores(3, 2, 2, 3), 10, 'HIGH'],
    [scores(3, 2, 2, 2), 9, 'MEDIUM'],
    [scores(2, 2, 2, 1), 7, 'MEDIUM'],
    [scores(1, 2, 2, 1), 6, 'LOW'],
    [scores(1, 1, 1, 1), 4, 'LOW'],
    [scores(3, 3, 3, 3), 12, 'HIGH'],
  ] as const)('[GA-1] of %j is %d and suggests %s', (given, sum, priority) => {
    expect(caseSum(given)).toBe(sum)
    expect(suggestedPriority(given)).toBe(priority)
  })

  it('[GA-1] follows the bands that a group has set', () => {
    expect(suggestedPriority(scores(3, 2, 2, 2), { high: 9, medium: 6 })).toBe('HIGH')
  })

  it.each([0, 4, 1.5, -1, NaN, Infinity])('[GA-1] refuses a score of %d and names it', (score) => {
    expect(() => caseSum(scores(2, 2, score, 2))).toThrow(
      expect.objectContaining({ code: 'SCORE_OUT_OF_RANGE', args: { part: 'scope' }, field: 'case.scope' }),
    )
  })
})

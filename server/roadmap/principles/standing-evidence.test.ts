import { expect, it } from '@jest/globals'
import { ASSESSMENTS, type Assessment } from '#schema/vocabulary/register.js'
import { Refusal } from '#server/platform/errors/index.js'
import { requireShown } from './standing-evidence.js'

const codeOf = (given: Parameters<typeof requireShown>[0]) => {
  try {
    requireShown(given)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}
const nothing = { clause: null, evidence: null, source: null }

it.each<[Assessment, object, string | null]>([
  ['MEETS', {}, 'STAND_WITHOUT_EVIDENCE'],
  ['MEETS', { source: 'its page' }, 'STAND_WITHOUT_EVIDENCE'],
  ['MEETS', { clause: '6' }, null],
  ['PARTLY', { evidence: 'Energy shall be metered.' }, null],
  ['PARTLY', {}, 'STAND_WITHOUT_EVIDENCE'],
  ['DOES_NOT', {}, 'STAND_WITHOUT_EVIDENCE'],
  ['DOES_NOT', { source: 'the whole text, read in March' }, null],
  ['NOT_ASSESSED', {}, null],
])('[PR-6] %s with %j', (assessment, given, code) => {
  expect(codeOf({ assessment, ...nothing, ...given })).toBe(code)
})

it('[PR-6] takes everything that has a clause', () => {
  for (const assessment of ASSESSMENTS) expect(codeOf({ assessment, ...nothing, clause: '1' })).toBeNull()
})

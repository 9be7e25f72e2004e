import { expect, it } from '@jest/globals'
import { requireEvidence, requireReviewable } from './coverage-review.js'

const nothing = { clause: null, quote: null }

it('[GA-11] asks for a clause or a quote where an item is said to answer, and only there', () => {
  for (const degree of ['FULL', 'PARTIAL'] as const) {
    expect(() => requireEvidence({ degree, ...nothing })).toThrow('EVIDENCE_MISSING')
    requireEvidence({ degree, ...nothing, clause: '6.2' })
    requireEvidence({ degree, ...nothing, quote: 'shall be metered' })
  }
  requireEvidence({ degree: 'NONE', ...nothing })
  requireEvidence({ degree: 'UNKNOWN', ...nothing })
})

it('[GA-11] lets anybody review but the one who asserted it', () => {
  requireReviewable({ assertedById: 'a', degree: 'FULL' }, 'b')
  requireReviewable({ assertedById: null, degree: 'NONE' }, 'b')
  expect(() => requireReviewable({ assertedById: 'a', degree: 'FULL' }, 'a')).toThrow('OWN_ASSERTION')
})

it('[GA-11] has nothing to confirm where nobody has said how far it answers', () => {
  expect(() => requireReviewable({ assertedById: null, degree: 'UNKNOWN' }, 'b')).toThrow('DEGREE_UNKNOWN')
})

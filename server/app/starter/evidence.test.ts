import { expect, it } from '@jest/globals'
import { evidenceOf } from './evidence.js'

it('[SO-1] dates evidence by what is given, else by the oldest snapshot that the source names, else not at all', () => {
  const source = 'relaton-data-iec, snapshot 2026-03-15; relaton-data-iso, snapshot 2025-06-02'

  expect(evidenceOf({ source, confidence: 'verified' }, '2026-08')).toEqual({
    source,
    confidence: 'VERIFIED',
    asOf: '2026-08',
  })
  expect(evidenceOf({ source, confidence: 'verified' }).asOf).toBe('2025-06-02')
  expect(evidenceOf({ source: null, confidence: 'memory' }).asOf).toBeNull()
})

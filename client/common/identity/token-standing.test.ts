import { expect, it } from '@jest/globals'
import { tokenStanding } from './token-standing.js'

const now = '2026-03-14T12:00:00.000Z'

it('says that a token works until the instant it ends', () => {
  expect(tokenStanding({ revokedAt: null, expiresAt: null }, now)).toBe('WORKS')
  expect(tokenStanding({ revokedAt: null, expiresAt: '2026-03-14T12:00:00.001Z' }, now)).toBe('WORKS')
  expect(tokenStanding({ revokedAt: null, expiresAt: now }, now)).toBe('EXPIRED')
})

it('says that a revoked token is revoked, also when its end is past', () => {
  expect(tokenStanding({ revokedAt: '2026-01-01T00:00:00.000Z', expiresAt: '2026-02-01T00:00:00.000Z' }, now)).toBe(
    'REVOKED',
  )
})

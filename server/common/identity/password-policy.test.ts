import { describe, expect, it } from '@jest/globals'
import { weaknessOf } from './password-policy.js'

const whose = { email: 'ada.lovelace@example.org', name: 'Ada Lovelace' }

describe('a new password', () => {
  it.each([
    ['elevenchars', 'tooShort'],
    ['', 'tooShort'],
    ['x'.repeat(1001), 'tooLong'],
    ['password1234', 'common'],
    ['Password-2026!', 'common'],
    ['qwertyuiopasdf', 'common'],
    ['123456789012', 'common'],
    ['monkeymonkey', 'common'],
    ['aaaaaaaaaaaaaaaa', 'common'],
    ['ababababababab', 'common'],
    ['ada.lovelace', 'likeAddress'],
    ['AdaLovelace1815', 'likeAddress'],
    ['ada.lovelace@example.org', 'likeAddress'],
  ])('[ID-3] %j is refused as %s', (password, weakness) => {
    expect(weaknessOf(password, whose)).toBe(weakness)
  })

  it.each([
    'wet copper lantern',
    'ที่ชุมนุมสงฆ์ในอดีต',
    'lantern ada.lovelace copper',
    'x1'.repeat(2) + 'kettle on the moon',
    'ключ под ковриком',
  ])('[ID-3] %j is taken: length counts, not kinds of characters', (password) =>
    expect(weaknessOf(password, whose)).toBeNull(),
  )

  it('[ID-3] is counted in characters as people see them, not in units of the encoding', () => {
    expect(weaknessOf('🦊🐢🐙🐝🦜🐳', whose)).toBe('tooShort')
  })
})

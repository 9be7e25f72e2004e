import { expect, it } from '@jest/globals'
import { toForget } from './whose.js'

it('[OF-5] forgets everything when the owner signs out, and nothing when a session ends by itself', () => {
  expect(toForget('ada', null, true)).toBe('ALL')
  expect(toForget('ada', null, false)).toBe('NOTHING')
  expect(toForget(null, null, true)).toBe('ALL')
})

it('[OF-5] forgets what others left when somebody else signs in', () => {
  expect(toForget('ada', 'bea', false)).toBe('OTHERS')
  expect(toForget('ada', 'ada', false)).toBe('NOTHING')
  expect(toForget(null, 'bea', false)).toBe('NOTHING')
})

import { expect, it } from '@jest/globals'
import { patentAnswerRecorded } from './patent-answer.js'

it('[IP-4, MN-1] is recorded once the meeting was asked, or it is said why it was not', () => {
  expect(patentAnswerRecorded(null)).toBe(false)
  expect(patentAnswerRecorded({ wasAsked: true, note: null })).toBe(true)
  expect(patentAnswerRecorded({ wasAsked: false, note: 'The meeting was cut short.' })).toBe(true)
  expect(patentAnswerRecorded({ wasAsked: false, note: null })).toBe(false)
})

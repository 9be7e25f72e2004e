import { expect, it } from '@jest/globals'
import { answersIn, answersTold } from './patent-answers.js'

const one = { text: 'Example Works declares a patent.', declaration: 'D-1' }
const two = { text: 'Example Institute knows of one, not its own.', declaration: null }
const three = { text: 'Example Lab declares two.', declaration: 'D-3' }

it('[RC-12] tells several answers as counted ones and understands them again', () => {
  expect(answersTold([one])).toBe('Example Works declares a patent.')
  const told = answersTold([one, two, three])
  expect(told).toBe(
    '(1) Example Works declares a patent. (2) Example Institute knows of one, not its own. (3) Example Lab declares two.',
  )
  expect(answersIn(told, [one, two, three])).toEqual([one, two, three])
})

it('[RC-12] keeps each declaration with its answer when words change, one goes or one comes', () => {
  const before = [one, two, three]
  expect(answersIn(answersTold(before).replace('two.', 'three.'), before)[2]).toEqual({
    text: 'Example Lab declares three.',
    declaration: 'D-3',
  })
  expect(answersIn('(1) Example Works declares a patent. (3) Example Lab declares two.', before)).toEqual([one, three])
  expect(answersIn(`${answersTold(before)} (4) Nobody else does.`, before)[3]).toEqual({
    text: 'Nobody else does.',
    declaration: null,
  })
})

it('[RC-12] keeps all declarations when the numbers are gone, and one answer stays one', () => {
  expect(answersIn('Three were declared.', [one, two, three])).toEqual([
    { text: 'Three were declared.', declaration: 'D-1; D-3' },
  ])
  expect(answersIn('Example Works declares (1) patent.', [one])).toEqual([
    { text: 'Example Works declares (1) patent.', declaration: 'D-1' },
  ])
  expect(answersIn('Nobody knew of any.', [])).toEqual([{ text: 'Nobody knew of any.', declaration: null }])
})

import { expect, it } from '@jest/globals'
import { wordsFor } from '#schema/words/index.js'
import { rhythm, seriesFields, seriesPlan } from './series-plan.js'

const words = wordsFor('en')
const asked = (address: string) => {
  const query = new URLSearchParams(address)
  return seriesPlan(
    seriesFields((name) => query.get(name), 'Europe/Zurich'),
    words,
  )
}

it('[SE-1] reads a series from the address; one day is enough', () => {
  expect(asked('startsOn=2027-01-19&every=MONTHS&step=1&count=6&untilOn=&opensAt=13:00')).toEqual({
    plan: {
      startsOn: '2027-01-19',
      endsOn: '2027-01-19',
      every: 'MONTHS',
      step: 1,
      count: 6,
      untilOn: null,
      zone: 'Europe/Zurich',
      opensAt: '13:00',
    },
  })
})

it('[SE-1] says beside each field what cannot be read, before the server is asked', () => {
  const answer = asked('startsOn=soon&step=0&count=some&untilOn=2027-02-30')
  expect('wrong' in answer && answer.wrong.map(({ field }) => field)).toEqual(['startsOn', 'step', 'count', 'untilOn'])
})

it('[SE-2] says in words how meetings follow each other', () => {
  const third = { every: 'MONTHS', step: 1, startsOn: '2027-01-19' } as const
  expect(rhythm(third, words)).toBe('Every month, on the third Tuesday')
  expect(rhythm({ ...third, step: 3, startsOn: '2027-03-30' }, words)).toBe(
    'Every 3 months, on the fifth Tuesday, or the last where there is no fifth',
  )
  expect(rhythm({ ...third, every: 'WEEKS', step: 2 }, words)).toBe('Every 2 weeks, on Tuesday')
})

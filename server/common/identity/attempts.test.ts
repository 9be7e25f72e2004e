import { describe, expect, it } from '@jest/globals'
import { Attempts } from './attempts.js'

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2) + seconds * 1000)

describe('[ID-9] attempts', () => {
  it('are refused beyond the limit, with the seconds until the first one is forgotten', () => {
    const attempts = new Attempts({ most: 3, seconds: 60 })
    expect([0, 10, 20].map((second) => attempts.take('ada', at(second)))).toEqual([null, null, null])
    expect(attempts.take('ada', at(30))).toBe(30)
    expect(attempts.take('ada', at(59))).toBe(1)
    expect(attempts.take('ada', at(60))).toBeNull()
    expect(attempts.take('ada', at(61))).toBe(9)
  })

  it('of one key say nothing about another', () => {
    const attempts = new Attempts({ most: 1, seconds: 60 })
    expect(attempts.take('ada', at(0))).toBeNull()
    expect(attempts.take('bob', at(0))).toBeNull()
  })

  it('that were no guess are taken back', () => {
    const attempts = new Attempts({ most: 1, seconds: 60 })
    attempts.take('ada', at(0))
    attempts.forgive('ada')
    expect(attempts.take('ada', at(1))).toBeNull()
  })

  it('take bounded memory: the key that was quiet for longest is forgotten first', () => {
    const attempts = new Attempts({ most: 1, seconds: 60 }, 2)
    attempts.take('ada', at(0))
    attempts.take('bob', at(1))
    attempts.take('ada', at(2))
    for (let n = 0; n < 1; n += 1) attempts.take(`invented ${n}`, at(3))
    expect(attempts.size).toBe(2)
    expect(attempts.take('ada', at(4))).toBe(56)
    expect(attempts.take('bob', at(4))).toBeNull()
  })
})

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isSuggested, likenessOf, wordGroups, type Compared } from './likeness.js'

const l1801: Compared = {
  title: 'Guidelines for assessing the environmental impact of artificial intelligence systems',
  scope:
    'LCA method for AI systems: own footprint, comparison between systems, and second- and higher-order effects of using AI.',
}
const tr20226: Compared = {
  title: 'Information technology — Artificial intelligence — Environmental sustainability aspects of AI systems',
  scope: 'Survey of environmental aspects across the AI system life cycle with candidate metrics.',
}
const scope = {
  title: 'Data centres — Key performance indicators — Part 2: Power usage effectiveness (PUE)',
  scope: null,
}

describe('[OV-6] two items look alike', () => {
  it('by the telling words that both have, whatever they are written like', () => {
    const { likeness, words } = likenessOf(l1801, tr20226, 0.41)
    expect(words).toEqual(['environmental', 'artificial', 'intelligence', 'systems'])
    expect(likeness).toBeGreaterThan(0.4)
    expect(isSuggested({ likeness, words })).toBe(true)
  })

  it('not by the words that all standards have', () => {
    const one = { title: 'Information technology — General requirements and guidelines', scope: null }
    const other = { title: 'Information technology — Guidelines — Part 1: General principles', scope: null }
    expect(likenessOf(one, other, 0.6).words).toEqual([])
    expect(isSuggested(likenessOf(one, other, 1))).toBe(false)
  })

  it('in languages without blanks, too', () => {
    const one = { title: '人工智能系统的环境影响评估', scope: null }
    const other = { title: '评估人工智能的环境影响', scope: null }
    expect(likenessOf(one, other, 0).words.length).toBeGreaterThanOrEqual(2)
  })

  it('as much as the other way round, between 0 and 1, and wholly only with themselves', () => {
    const text = fc.array(
      fc.constantFrom('water', 'energy', 'AI', 'systems', 'footprint', 'of', 'standard', 'data', 'centres'),
    )
    const item = fc.record({ title: text.map((words) => words.join(' ')), scope: text.map((words) => words.join(' ')) })
    fc.assert(
      fc.property(item, item, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, trigrams) => {
        const there = likenessOf(one, other, trigrams)
        const back = likenessOf(other, one, trigrams)
        expect(there.likeness).toBeCloseTo(back.likeness, 10)
        expect(there.words).toHaveLength(back.words.length)
        expect(there.likeness).toBeGreaterThanOrEqual(0)
        expect(there.likeness).toBeLessThanOrEqual(1)
      }),
    )
    expect(likenessOf(scope, scope, 1).likeness).toBeCloseTo(1, 10)
  })
})

it('[OV-6] texts are sought by three neighbouring words of a title', () => {
  expect(wordGroups(scope.title)).toEqual([
    ['data', 'centre', 'key'],
    ['centre', 'key', 'performance'],
    ['key', 'performance', 'indicator'],
    ['performance', 'indicator', 'power'],
    ['indicator', 'power', 'usage'],
    ['power', 'usage', 'effectiveness'],
    ['usage', 'effectiveness', 'pue'],
  ])
  expect(wordGroups('Water')).toEqual([['water']])
  expect(wordGroups(null)).toEqual([])
})

import { expect, it } from '@jest/globals'
import { EDITION_CHANGE_KINDS } from '../vocabulary/editions.js'
import { changeSentence } from './edition-change.js'
import { wordsFor } from './index.js'

const words = wordsFor('en')
const told = (kind: (typeof EDITION_CHANGE_KINDS)[number], args: object, label = 'G-02') =>
  changeSentence(words, { kind, label, args })

it('[ED-8] a gap closed says by what and by which decision, as far as that is known', () => {
  const args = { title: 'Heat', by: ['ISO 1', 'ISO 2'], decision: 'Meeting 4, item 7', decidedOn: '2026-01-15' }
  expect(told('GAP_CLOSED', args)).toBe('G-02 Heat was closed by ISO 1 and ISO 2: Meeting 4, item 7, 15 Jan 2026.')
  expect(told('GAP_CLOSED', { title: 'Heat', by: [], decision: null })).toBe('G-02 Heat was closed.')
})

it('[ED-8] a stage is told in the words of its body, with the common state behind it', () => {
  const args = { fromState: 'IN_DEVELOPMENT', fromStage: '30.99', toState: 'PUBLISHED', toStage: null }
  expect(told('ITEM_MOVED', args, 'ISO 1')).toBe('ISO 1 moved from 30.99 (In development) to Published.')
})

it('[ED-8] braces, apostrophes and angle brackets in names are told as they are', () => {
  expect(told('ITEM_RENAMED', { from: "<b>'{x}", to: 'ISO 1' })).toBe("<b>'{x} is now called ISO 1.")
})

it('[ED-8] every kind has its sentence and its name, and lacks nothing when its arguments do', () => {
  for (const kind of EDITION_CHANGE_KINDS) {
    expect(told(kind, {})).not.toMatch(/^edition\.|\{|undefined/)
    expect(words.has(`edition.change.${kind}`)).toBe(true)
  }
})

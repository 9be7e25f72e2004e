import { describe, expect, it } from '@jest/globals'
import { finder, type Query } from './matches.js'

const found = (words: string, text: string, query: Partial<Query> = {}): string[] =>
  finder({ words, matchesCase: false, isWholeWords: false, ...query })(text).map(({ from, to }) => text.slice(from, to))

describe('finding words', () => {
  it('[MN-2] finds all places, none over another, and nothing for nothing', () => {
    expect(found('a', 'banana')).toEqual(['a', 'a', 'a'])
    expect(found('ana', 'banana')).toEqual(['ana'])
    expect(found('', 'banana')).toEqual([])
    expect(found(' ', 'a b')).toEqual([])
    expect(found('sea', '')).toEqual([])
  })

  it('[MN-2] takes capitals and accents for the same, unless case is to match', () => {
    const text = 'Café, CAFÉ, cafe\u0301, cafe'
    expect(found('cafe', text)).toEqual(['Café', 'CAFÉ', 'cafe\u0301', 'cafe'])
    expect(found('CAFÉ', text)).toHaveLength(4)
    expect(found('cafe', text, { matchesCase: true })).toEqual(['cafe'])
    expect(found('café', text, { matchesCase: true })).toEqual(['cafe\u0301'])
    expect(found('istanbul', 'İstanbul and Istanbul')).toEqual(['İstanbul', 'Istanbul'])
    expect(found('ΟΔΟΣ', 'οδος, ὁδός')).toEqual(['οδος', 'ὁδός'])
  })

  it('[MN-2] finds letters that become two, but never half of a letter', () => {
    expect(found('strasse', 'Straße')).toEqual(['Straße'])
    expect(found('stras', 'Straße')).toEqual([])
    expect(found('office', 'oﬃce')).toEqual(['oﬃce'])
    expect(found('off', 'oﬃce')).toEqual([])
    expect(found('각', '가각')).toEqual(['각'])
    expect(found('가', '각가')).toEqual(['가'])
  })

  it('[MN-2] takes signs that look alike for the same: small figures, quotation marks, hyphens, spaces', () => {
    expect(found('CO2', 'CO₂ and CO2')).toEqual(['CO₂', 'CO2'])
    expect(found("editor's", 'the editor’s note')).toEqual(['editor’s'])
    expect(found('non-binding', 'a non\u2011binding text')).toEqual(['non\u2011binding'])
    expect(found('5 kW', '5\u00A0kW')).toEqual(['5\u00A0kW'])
    expect(found('greenhouse', 'green\u00ADhouse gas')).toEqual(['green\u00ADhouse'])
  })

  it('[MN-3] keeps whole words whole, also beside figures', () => {
    const whole = { isWholeWords: true }
    expect(found('art', 'art, part, arts, state of the art', whole)).toEqual(['art', 'art'])
    expect(found('CO', 'CO2 and CO', whole)).toEqual(['CO'])
    expect(found('data centre', 'a data centre, data centres', whole)).toEqual(['data centre'])
    expect(found('user', 'end-user', whole)).toEqual(['user'])
    expect(found('été', "l'été", whole)).toEqual([])
    expect(found('été', 'en été', whole)).toEqual(['été'])
  })

  it('[MN-3] knows words where no spaces are, and signs of vowels that are letters there', () => {
    expect(found('พลังงาน', 'การใช้พลังงานของศูนย์ข้อมูล')).toEqual(['พลังงาน'])
    expect(found('พลังงาน', 'การใช้พลังงานของศูนย์ข้อมูล', { isWholeWords: true })).toEqual(['พลังงาน'])
    expect(found('ขอ', 'การใช้พลังงานของศูนย์ข้อมูล', { isWholeWords: true })).toEqual([])
    expect(found('กา', 'กิ')).toEqual([])
    expect(found('数据', '人工智能的数据中心')).toEqual(['数据'])
    expect(found('सहयोग', 'सहयोगी')).toEqual([])
    expect(found('كتاب', 'كِتَابٌ')).toEqual(['كِتَابٌ'])
  })
})

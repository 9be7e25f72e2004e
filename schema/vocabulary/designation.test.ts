import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { naturalSortKey, normalise, searchKeys, slugOf } from './designation.js'

const finds = (query: string, designation: string) => searchKeys(designation).has(normalise(query))
const sorted = (...names: string[]) =>
  names.toSorted((a, b) => (naturalSortKey(a) < naturalSortKey(b) ? -1 : naturalSortKey(a) > naturalSortKey(b) ? 1 : 0))

/** Text that people and machines paste: any Unicode, lone surrogates too, and much that looks like a designation. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'ISO',
        'IEC',
        '/',
        'L.',
        ':',
        '２',
        '4',
        ' ',
        '\u00a0',
        '%2F',
        '%',
        '(',
        '02/2026',
        ')',
        'é',
        'ß',
        'İ',
        'Σ',
        '\ud800',
        '\u0000',
        '👍',
        '١',
      ),
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 40 }),
)

describe('designations', () => {
  it.each([
    'ISO/IEC 21031',
    'iso iec 21031 : 2024',
    '21031',
    'ISO/IEC 21031:2024',
    'ISO／IEC ２１０３１',
    'iso%2Fiec%2021031',
    '21031:2024',
    '\u200eISO/IEC\u00a021031',
  ])('[IT-6] finds ISO/IEC 21031:2024 by "%s"', (query) => expect(finds(query, 'ISO/IEC 21031:2024')).toBe(true))

  it.each([
    'ITU-T L.1801 (02/2026)',
    'l1801',
    'L.1801',
    '1801',
    'ITU-T L.1801',
    'itu l.1801',
    'L.1801 (2026)',
    'L.1801 (02/2026)',
  ])('[IT-6] finds ITU-T L.1801 (02/2026) by "%s"', (query) =>
    expect(finds(query, 'ITU-T L.1801 (02/2026)')).toBe(true),
  )

  it.each([
    ['ISO/IEC 20226', 'ISO/IEC TR 20226:2025'],
    ['ISO/IEC TR 20226', 'ISO/IEC CD TR 20226'],
    ['30134', 'ISO/IEC 30134-2:2016'],
    ['30134-2', 'ISO/IEC 30134-2:2016'],
    ['ES 203 199', 'ETSI ES 203 199 V1.4.1'],
    ['IEEE 3584', 'IEEE P3584'],
    ['p3584', 'IEEE P3584'],
    ['1924.1', 'IEEE 1924.1-2022'],
    ['EN 18287', 'prEN 18287'],
    ['L Suppl. 53', 'ITU-T L Suppl. 53 (10/2022)'],
    ['L.1472', 'ITU-T L.1472 (draft)'],
    ['GRI 303: Water and Effluents', 'GRI 303: Water and Effluents 2018'],
    ['energy score', 'AI Energy Score'],
  ])('[IT-6] finds by "%s" the item %s', (query, designation) => expect(finds(query, designation)).toBe(true))

  it.each([
    ['2', 'ISO/IEC 30134-2:2016'],
    ['2016', 'ISO/IEC 30134-2:2016'],
    ['iso', 'ISO 14001:2015'],
    ['L.180', 'ITU-T L.1801 (02/2026)'],
    ['ISO/IEC 21031:2023', 'ISO/IEC 21031:2024'],
    ['', 'ISO 14001:2015'],
  ])('[IT-6] does not find by "%s" the item %s', (query, designation) => expect(finds(query, designation)).toBe(false))

  it('[IT-6] writes a designation in one spelling', () => {
    expect(normalise('ISO/IEC 21031:2024')).toBe('iso iec 21031 2024')
    expect(normalise('ITU-T L.Arch_AI energy')).toBe('itu t l arch ai energy')
    expect(normalise('ГОСТ Р 59276—2020')).toBe('гост р 59276 2020')
    expect(normalise('مواصفة ١٤٠٠١')).toBe('مواصفة 14001')
    expect(normalise('มอก. ๑๔๐๐๑')).toBe('มอก 14001')
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' \t\n'],
    ['NUL', 'ISO\u000014001'],
    ['an escaped NUL', 'ISO%0014001'],
    ['two layers of escapes', 'ISO%252014001'],
    ['half an escape', 'ISO 14001 %'],
    ['emoji alone', '🌍🔥'],
    ['signs alone', '/:.-()'],
    ['half a surrogate pair', 'ISO \ud83d 14001'],
    ['2,000 characters', 'L.1801 '.repeat(300)],
    ['short text that unfolds into a long one', '\ufdfa'.repeat(150)],
  ])('[IT-6] gives %s the empty key everywhere', (_, text) => {
    expect([normalise(text), slugOf(text), naturalSortKey(text)]).toEqual(['', '', ''])
    expect(searchKeys(text).size).toBe(0)
  })

  it('[IT-6] reads past an emoji beside a name', () => {
    expect(normalise('ISO 14001 🌍')).toBe('iso 14001')
  })

  it('[IT-6] normalises once and for all, whatever is pasted', () =>
    fc.assert(fc.property(anyText, (text) => expect(normalise(normalise(text))).toBe(normalise(text)))))

  it('[IT-6] never throws, and finds whatever it has not refused by itself', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const key = normalise(text)
        expect(searchKeys(text).has(key)).toBe(key !== '')
        expect(slugOf(slugOf(text))).toBe(slugOf(text))
        expect(naturalSortKey(text) === '').toBe(key === '')
      }),
    ))

  it('[IT-7] sorts as people count', () => {
    expect(
      sorted('ITU-T L.1410 (11/2024)', 'ITU-T L.10', 'ITU-T L.9', 'ITU-T L.1410 (12/2014)', 'ITU-T L.1801'),
    ).toEqual(['ITU-T L.9', 'ITU-T L.10', 'ITU-T L.1410 (12/2014)', 'ITU-T L.1410 (11/2024)', 'ITU-T L.1801'])
    expect(
      sorted('ISO/IEC 30134-10:2030', 'ISO/IEC 30134-2:2026', 'ISO/IEC 30134:2030', 'ISO/IEC 30134-2:2016'),
    ).toEqual(['ISO/IEC 30134:2030', 'ISO/IEC 30134-2:2016', 'ISO/IEC 30134-2:2026', 'ISO/IEC 30134-10:2030'])
  })

  it('[IT-7] orders numbers and parts by their value', () => {
    const number = fc.integer({ min: 0, max: 9_999_999_999 })
    const part = fc.integer({ min: 1, max: 1899 })
    fc.assert(
      fc.property(number, number, part, part, (a, b, p, q) => {
        const lower = a < b || (a === b && p < q)
        expect(naturalSortKey(`EN ${a}-${p}`) < naturalSortKey(`EN ${b}-${q}`)).toBe(lower)
      }),
    )
  })

  it('[IT-8] makes the permanent address of a name', () => {
    expect(slugOf('ISO/IEC 21031:2024')).toBe('iso-iec-21031-2024')
    expect(slugOf('ITU-T L.S_AI')).toBe('itu-t-l-s-ai')
    expect(slugOf('EU Code of Conduct on Data Centre Energy Efficiency (15th edition)')).toBe(
      'eu-code-of-conduct-on-data-centre-energy-efficiency-15th-edition',
    )
  })
})

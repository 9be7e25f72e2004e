import { describe, expect, it } from '@jest/globals'
import { factOfRecord } from './fact-of-record.js'
import { factOfRelaton } from './fact-of-relaton.js'
import { withLeads } from './leads.js'

const codes = (read: { refusals?: readonly { code: string }[] }) => (read.refusals ?? []).map(({ code }) => code)

describe('[IM-3] a record of a table', () => {
  it('is read under our headings and those of catalogues', () => {
    const { fact } = factOfRecord({
      Reference: ' ISO/IEC  21031:2024 ',
      Title: 'Software Carbon Intensity',
      'title (fr)': 'Intensité carbone',
      Publisher: 'ISO',
      'Document type': 'International Standard',
      Stage: '60.60',
      'Publication date': '2024-03',
      Topics: 'carbon; SOFTWARE_EFFICIENCY',
      Link: 'https://www.iso.org/standard/86612.html',
      Remarks: 'kept with the row',
    })
    expect(fact).toMatchObject({
      designation: 'ISO/IEC 21031:2024',
      titles: { en: 'Software Carbon Intensity', fr: 'Intensité carbone' },
      body: 'ISO',
      type: 'INTERNATIONAL_STANDARD',
      nativeStage: '60.60',
      dates: { PUBLISHED: '2024-03' },
      topics: ['CARBON', 'SOFTWARE_EFFICIENCY'],
      url: 'https://www.iso.org/standard/86612.html',
    })
  })

  it('is read as our own files have it', () => {
    const { fact } = factOfRecord({
      designation: 'ITU-T L.1801',
      title: null,
      body: 'itu-t',
      committee: 'unknown',
      type: 'RECOMMENDATION',
      state: 'PUBLISHED',
      topics: ['WATER'],
      dates: { PUBLISHED: '2026-02' },
      address: 'https://roadmap.example.org/items/itu-t-l-1801',
    })
    expect(fact).toMatchObject({
      slug: 'itu-t-l-1801',
      titles: {},
      committees: [],
      topics: ['WATER'],
      dates: { PUBLISHED: '2026-02' },
    })
  })

  it('has its title in the language that it names', () => {
    expect(factOfRecord({ designation: 'GB/T 1', title: '能效', language: 'ZH_hans' }).fact?.titles).toEqual({
      'zh-Hans': '能效',
    })
    expect(factOfRecord({ designation: 'SASO 1', title: 'كفاءة', lang: 'ar' }).fact?.titles).toEqual({ ar: 'كفاءة' })
  })

  it.each([
    ['a date that does not exist', { published: '2025-02-30' }, 'BAD_DATE'],
    ['an address that is none', { url: 'javascript:alert(1)' }, 'BAD_URL'],
    ['a language that is none', { title: 'x', language: 'klingonese!' }, 'BAD_LANGUAGE'],
    ['a kind that is none', { type: 'poem' }, 'UNKNOWN_VALUE'],
    ['a topic that is none', { topics: 'WATER; WEATHER' }, 'UNKNOWN_VALUE'],
    ['a title that is too long', { title: 'x'.repeat(1001) }, 'TEXT_TOO_LONG'],
    ['a sign that is none', { title: 'a\u0000b' }, 'BAD_CHARACTER'],
  ])('is refused with %s', (_, given, code) => {
    expect(codes(factOfRecord({ designation: 'ISO 1', ...given }))).toEqual([code])
  })

  it('is refused without a designation, and tells all that is wrong', () => {
    expect(codes(factOfRecord({ title: 'x' }))).toEqual(['NO_DESIGNATION'])
    expect(codes(factOfRecord({ designation: '—', published: '2025-02-30', url: 'x' }))).toEqual([
      'BAD_DESIGNATION',
      'BAD_DATE',
      'BAD_URL',
    ])
  })
})

describe('[IM-6] a record of the bibliographic model', () => {
  it('is read as it is written of late', () => {
    const { fact } = factOfRelaton({
      type: 'standard',
      title: [
        { language: 'en', content: 'Information technology', type: 'title-intro' },
        { language: 'en', content: 'Carbon Intensity', type: 'title-main' },
        { language: 'en', content: 'Information technology - Carbon Intensity', type: 'main' },
        { language: 'fr', content: 'Intensité carbone', type: 'main' },
      ],
      source: [
        { type: 'rss', content: 'https://example.org/rss' },
        { type: 'src', content: 'https://www.iso.org/standard/86612.html' },
      ],
      docidentifier: [
        { content: 'ISO/IEC 21031:2024', type: 'ISO', primary: true },
        { content: 'urn:iso:std:iso-iec:21031', type: 'URN' },
      ],
      date: [{ type: 'published', at: '2024-03-22' }],
      contributor: [
        {
          role: [{ type: 'publisher' }],
          organization: {
            name: [{ content: 'International Organization for Standardization' }],
            abbreviation: { content: 'ISO' },
          },
        },
        {
          role: [{ type: 'author' }],
          organization: {
            name: [{ content: 'x' }],
            subdivision: [
              { name: [{ content: 'Information technology' }], identifier: [{ content: 'ISO/IEC JTC 1' }] },
            ],
          },
        },
      ],
      status: { stage: { content: '60' }, substage: { content: '60' } },
      ext: { doctype: { content: 'international-standard' } },
    })
    expect(fact).toMatchObject({
      designation: 'ISO/IEC 21031:2024',
      titles: { en: 'Information technology - Carbon Intensity', fr: 'Intensité carbone' },
      likelyBodies: ['iso-iec-jtc1', 'iso', 'ISO', 'International Organization for Standardization'],
      committees: ['ISO/IEC JTC 1', 'Information technology'],
      type: 'INTERNATIONAL_STANDARD',
      nativeStage: '60.60',
      dates: { PUBLISHED: '2024-03-22' },
      url: 'https://www.iso.org/standard/86612.html',
    })
  })

  it('is read as it was written before', () => {
    const { fact } = factOfRelaton({
      title: [{ content: 'System reference documents', language: ['en'] }],
      link: [{ content: 'https://www.etsi.org/x', type: 'src' }],
      docid: [{ id: 'ETSI EG 201 788 V2.2.1 (2025-01)', type: 'ETSI', primary: true }],
      date: [{ type: 'published', value: '2025-01' }],
      docstatus: { stage: { value: 'Published' } },
      editorialgroup: { technical_committee: [{ name: 'ERM Radio Matters' }] },
      ext: { doctype: { type: 'ETSI Guide', abbreviation: 'EG' } },
    })
    expect(fact).toMatchObject({
      designation: 'ETSI EG 201 788 V2.2.1 (2025-01)',
      titles: { en: 'System reference documents' },
      likelyBodies: ['etsi'],
      type: 'GUIDE',
      nativeStage: 'Published',
      dates: { PUBLISHED: '2025-01' },
      url: 'https://www.etsi.org/x',
    })
  })

  it('is refused without an identifier, or with a date that does not exist', () => {
    expect(codes(factOfRelaton({ title: [{ content: 'x' }] }))).toEqual(['NO_DESIGNATION'])
    expect(codes(factOfRelaton({ docid: 'ISO 1', date: { type: 'published', value: '2025-02-30' } }))).toEqual([
      'BAD_DATE',
    ])
  })
})

describe('[IM-2] rows about one item', () => {
  const row = (number: number, raw: Record<string, unknown>) => {
    const { fact, refusals = [] } = factOfRecord(raw)
    return { number, raw, fact, refusals }
  }

  it('are one item with a title in each language; a row that adds nothing is refused', () => {
    const rows = withLeads([
      row(2, { designation: 'ISO 1', title: 'Energy' }),
      row(3, { designation: 'iso 1', title: '能源', language: 'zh' }),
      row(4, { designation: 'ISO 1', title: 'Energie', language: 'zh' }),
    ])
    expect(rows.map(({ leadNumber, refusals, fact }) => [leadNumber, codes({ refusals }), fact?.titles])).toEqual([
      [null, [], { en: 'Energy', zh: '能源' }],
      [2, [], undefined],
      [null, ['SAME_ROW'], undefined],
    ])
  })
})

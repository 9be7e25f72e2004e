import 'reflect-metadata'
import { describe, expect, it } from '@jest/globals'
import { searchKeys, normalise } from '#schema/vocabulary/designation.js'
import type { ImportSource } from './plan.js'
import type { Fact } from './fact.js'
import { judge, type Register } from './judge.js'
import { KnownBodies } from './known-bodies.js'
import type { KnownItem, NamedSo } from './known-item.js'

const bodies = new KnownBodies([
  { id: 'b-iso', slug: 'iso', name: 'International Organization for Standardization', acronym: 'ISO', parentId: null },
  {
    id: 'b-jtc1',
    slug: 'iso-iec-jtc1',
    name: 'ISO/IEC JTC 1 Information technology',
    acronym: 'ISO/IEC JTC 1',
    parentId: 'b-iso',
  },
  { id: 'b-sc39', slug: 'jtc1-sc39', name: 'ISO/IEC JTC 1/SC 39 Sustainability', acronym: 'SC 39', parentId: 'b-jtc1' },
  {
    id: 'b-itu',
    slug: 'itu-t',
    name: 'ITU Telecommunication Standardization Sector',
    acronym: 'ITU-T',
    parentId: null,
  },
])

const anItem = (given: Partial<KnownItem> & { designation: string }): KnownItem => ({
  id: given.designation,
  slug: given.designation.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  title: `Title of ${given.designation}`,
  titleConfidence: 'VERIFIED',
  bodyId: 'b-iso',
  committeeId: null,
  type: 'INTERNATIONAL_STANDARD',
  state: 'IN_APPROVAL',
  stateBasis: 'NATIVE_STAGE',
  nativeStage: '40.20',
  dates: {},
  topics: [],
  lifecycleStages: [],
  impacts: [],
  scopeNote: null,
  equivalents: [],
  url: null,
  moreUrls: [],
  confidence: 'VERIFIED',
  evidenceOn: '2026-01-01',
  titles: {},
  finding: { basis: 'NATIVE_STAGE', confidence: 'VERIFIED', on: '2026-01-01' },
  ...given,
})

/** A register with these items; of some, former names too. */
function aRegister(items: readonly KnownItem[], former: Record<string, string> = {}): Register {
  const named: (NamedSo & { keys: ReadonlySet<string>; whole: string })[] = [
    ...items.map(({ id, designation }) => ({ itemId: id, designation, isFormer: false })),
    ...Object.entries(former).map(([designation, itemId]) => ({ itemId, designation, isFormer: true })),
  ].map((name) => ({ ...name, keys: searchKeys(name.designation), whole: normalise(name.designation) }))
  return {
    bodies,
    called: (key) => named.filter(({ whole }) => whole === key),
    foundBy: (key) => named.filter(({ keys }) => keys.has(key)),
    item: (id) => items.find((item) => item.id === id),
    bySlug: (slug) => items.find((item) => item.slug === slug),
  }
}

const aFact = (given: Partial<Fact> & { designation: string }): Fact => ({
  formerly: [],
  titles: {},
  likelyBodies: ['iso'],
  committees: [],
  dates: {},
  likelyType: 'STANDARD',
  ...given,
})

const verified: ImportSource = { confidence: 'VERIFIED', asOf: '2026-02-01' }
const codes = ({ reasons }: { reasons: readonly { code: string }[] }) => reasons.map(({ code }) => code)

describe('[IM-2] what a row means', () => {
  it('is a new item when nothing goes by its name', () => {
    const verdict = judge(aFact({ designation: 'ISO 99999:2026', titles: { en: 'New' } }), aRegister([]), verified)
    expect(verdict).toMatchObject({ outcome: 'NEW', itemId: null, plan: { item: { body_id: 'b-iso', title: 'New' } } })
  })

  it('is the same item however its name is written, and past names count', () => {
    const register = aRegister([anItem({ designation: 'ITU-T L.1801' })], { 'ITU-T L.suppl': 'ITU-T L.1801' })
    for (const designation of ['itu-t l.1801', 'ITU-T  L.1801', 'ITU T L 1801']) {
      expect(judge(aFact({ designation }), register, verified)).toMatchObject({
        outcome: 'SAME',
        itemId: 'ITU-T L.1801',
      })
    }
    const former = judge(aFact({ designation: 'ITU-T L.suppl', titles: { en: 'Quite another' } }), register, verified)
    expect(former).toMatchObject({ itemId: 'ITU-T L.1801' })
    expect(codes(former)).toContain('FORMER_NAME')
  })

  it.each([
    ['a draft of it', 'ISO/IEC DIS 21031', 'ISO/IEC 21031:2024', ['ALIKE']],
    ['without its edition', 'ISO/IEC 21031', 'ISO/IEC 21031:2024', ['ALIKE']],
    ['a short form', 'L.1801', 'ITU-T L.1801', ['ALIKE']],
  ])('is in doubt when its name is only alike: %s', (_, designation, held, reasons) => {
    const verdict = judge(aFact({ designation }), aRegister([anItem({ designation: held })]), verified)
    expect([verdict.outcome, codes(verdict), verdict.candidates]).toEqual(['DOUBTFUL', reasons, [held]])
  })

  it('is another item when both name an edition, and different ones', () => {
    const verdict = judge(
      aFact({ designation: 'ISO 14040:2026' }),
      aRegister([anItem({ designation: 'ISO 14040:2006' })]),
      verified,
    )
    expect([verdict.outcome, codes(verdict)]).toEqual(['NEW', ['OTHER_EDITION']])
  })

  it('is in doubt when several items answer, or the title is of another text', () => {
    const register = aRegister([anItem({ designation: 'ISO 14040:1997' }), anItem({ designation: 'ISO 14040:2006' })])
    expect(codes(judge(aFact({ designation: 'ISO 14040' }), register, verified))).toEqual(['SEVERAL'])
    const strange = judge(
      aFact({ designation: 'ISO 14040:2006', titles: { en: 'Bolts and nuts' } }),
      aRegister([anItem({ designation: 'ISO 14040:2006', title: 'Environmental management, life-cycle assessment' })]),
      verified,
    )
    expect([strange.outcome, codes(strange)]).toEqual(['DOUBTFUL', ['TITLE_DIFFERS']])
  })

  it('compares no titles in different scripts', () => {
    const verdict = judge(
      aFact({ designation: 'GB/T 1', titles: { zh: '数据中心能效' } }),
      aRegister([anItem({ designation: 'GB/T 1', title: 'Energy efficiency of data centres' })]),
      verified,
    )
    expect(verdict).toMatchObject({
      outcome: 'CHANGED',
      changes: [{ field: 'title:zh', from: null, to: '数据中心能效' }],
    })
  })

  it('is refused when it gives an item the name of another', () => {
    const register = aRegister([anItem({ designation: 'ISO 1' }), anItem({ designation: 'ISO 2' })])
    const verdict = judge(aFact({ designation: 'ISO 2', slug: 'iso-1' }), register, verified)
    expect(verdict).toMatchObject({ outcome: 'REFUSED', reasons: [{ code: 'NAME_TAKEN', args: { item: 'ISO 2' } }] })
    expect(codes(judge(aFact({ designation: 'ISO 2', formerly: ['ISO 1'] }), register, verified))).toEqual([
      'NAME_TAKEN',
    ])
  })

  it('is a new name when it says how the item was called', () => {
    const register = aRegister([anItem({ designation: 'ISO/IEC DIS 21031' })])
    const verdict = judge(
      aFact({ designation: 'ISO/IEC 21031:2026', formerly: ['ISO/IEC DIS 21031'] }),
      register,
      verified,
    )
    expect(verdict).toMatchObject({
      outcome: 'CHANGED',
      plan: { isRenamed: true },
      changes: [{ field: 'designation', from: 'ISO/IEC DIS 21031', to: 'ISO/IEC 21031:2026' }],
    })
  })

  it.each([
    ['a body that is not known', { body: 'NOBODY' }, 'UNKNOWN_BODY'],
    ['no body at all', { likelyBodies: [] }, 'NO_BODY'],
    ['no kind', { likelyType: undefined }, 'NO_TYPE'],
    ['a stage of no catalogue', { nativeStage: '29.20' }, 'UNOFFICIAL_STAGE'],
    ['a stage that is none', { nativeStage: '61.11' }, 'UNKNOWN_STAGE'],
  ])('is refused with %s', (_, given, code) => {
    const verdict = judge(aFact({ designation: 'ISO 1', ...given } as never), aRegister([]), verified)
    expect([verdict.outcome, codes(verdict), verdict.plan]).toEqual(['REFUSED', [code], null])
  })

  it('is what a person decided', () => {
    const register = aRegister([anItem({ designation: 'ISO/IEC 21031:2024' })])
    const fact = aFact({ designation: 'ISO/IEC 21031' })
    expect(judge(fact, register, verified, { choice: 'NEW_ITEM', itemId: null }).outcome).toBe('NEW')
    // A name that says less does not take the place of the one that is known.
    expect(judge(fact, register, verified, { choice: 'SAME_ITEM', itemId: 'ISO/IEC 21031:2024' })).toMatchObject({
      itemId: 'ISO/IEC 21031:2024',
      outcome: 'SAME',
    })
    const draft = aRegister([anItem({ designation: 'ISO/IEC DIS 21031' }), anItem({ designation: 'ISO 2' })])
    const published = aFact({ designation: 'ISO/IEC 21031:2026' })
    expect(judge(published, draft, verified, { choice: 'SAME_ITEM', itemId: 'ISO/IEC DIS 21031' })).toMatchObject({
      outcome: 'CHANGED',
      changes: [{ field: 'designation', to: 'ISO/IEC 21031:2026' }],
    })
    const taken = judge(aFact({ designation: 'ISO 2' }), draft, verified, {
      choice: 'SAME_ITEM',
      itemId: 'ISO/IEC DIS 21031',
    })
    expect(codes(taken)).toEqual(['NAME_TAKEN'])
  })
})

describe('[IM-3] what a row changes', () => {
  const change = (item: Partial<KnownItem>, fact: Partial<Fact>, source = verified) =>
    judge(aFact({ designation: 'ISO 1', ...fact }), aRegister([anItem({ designation: 'ISO 1', ...item })]), source)
  const fields = ({ changes }: { changes: readonly { field: string }[] }) => changes.map(({ field }) => field)

  it('is nothing that it does not say', () => {
    expect(change({ url: 'https://iso.org/1', topics: ['WATER'], dates: { PUBLISHED: '2025' } }, {})).toMatchObject({
      outcome: 'SAME',
      plan: null,
    })
  })

  it('is a further stage, never a poorer or an earlier one [IT-10, IT-12]', () => {
    expect(change({}, { nativeStage: '60.60' })).toMatchObject({
      outcome: 'CHANGED',
      plan: { stage: { state: 'PUBLISHED' } },
    })
    expect(codes(change({}, { nativeStage: '60.60' }, { confidence: 'MEMORY', asOf: '2026-02-01' }))).toEqual([
      'KEPT_POORER',
    ])
    expect(codes(change({}, { nativeStage: '60.60' }, { confidence: 'VERIFIED', asOf: '2025-02-01' }))).toEqual([
      'KEPT_POORER',
    ])
    expect(codes(change({}, { status: 'PUBLISHED' }))).toEqual(['KEPT_POORER'])
    const back = change({}, { nativeStage: '20.20' })
    expect([back.outcome, codes(back)]).toEqual(['REFUSED', ['STAGE_BEFORE_LAST']])
  })

  it('is a date that is known better, never one that is known worse [SO-4]', () => {
    expect(fields(change({ dates: { PUBLISHED: '2025' } }, { dates: { PUBLISHED: '2025-07-01' } }))).toEqual(['dates'])
    expect(fields(change({ dates: { PUBLISHED: '2025-07-01' } }, { dates: { PUBLISHED: '2025' } }))).toEqual([])
  })

  it('fills in what people here have classified, and never overwrites it [GA-6]', () => {
    expect(fields(change({}, { topics: ['WATER'] }))).toEqual(['topics'])
    const kept = change({ topics: ['CARBON'] }, { topics: ['WATER'] })
    expect([fields(kept), codes(kept)]).toEqual([[], ['KEPT_CURATED']])
  })

  it('is no committee that says less than the one that is known', () => {
    const held = { bodyId: 'b-iso', committeeId: 'b-sc39' }
    expect(fields(change(held, { committees: ['ISO/IEC JTC 1'] }))).toEqual([])
    expect(fields(change({ bodyId: 'b-jtc1' }, { committees: ['ISO/IEC JTC 1/SC 39'] }))).toEqual(['committee'])
    expect(codes(change({}, { committees: ['TC 9999'] }))).toEqual(['KEPT_BODY'])
  })

  it('is a title in its own language, beside the official one [IT-9]', () => {
    const titles = { ar: 'كفاءة الطاقة', th: 'ประสิทธิภาพ', zh: '能源效率' }
    expect(fields(change({}, { titles }))).toEqual(['title:ar', 'title:th', 'title:zh'])
    const held = { zh: { title: '能源效率', confidence: 'VERIFIED' as const } }
    expect(fields(change({ titles: held }, { titles: { zh: '能源效率' } }))).toEqual([])
  })
})

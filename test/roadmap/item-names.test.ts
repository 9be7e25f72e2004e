import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { stranger } from '#server/platform/context/index.js'
import { anEditor, anItem, openRegister, type Register } from './register.js'

let register: Register
beforeAll(async () => {
  register = await openRegister()
  await register.write(async (tx, { bodies }) => {
    for (const [slug, parentSlug] of [['iso'], ['itu-t'], ['itu-t-sg5', 'itu-t'], ['oecd']] as const) {
      const name = slug!.toUpperCase()
      await bodies.record(tx, { slug: slug!, name, acronym: name, kind: 'SDO', parentSlug, provenance: {} })
    }
  })
})
afterAll(() => register.stop())

let made = 0
const key = () => `item-names-${(made += 1)}`
const as = (query: string, variables: object, viewer = anEditor) => register.ask(query, { input: variables }, viewer)

const recording = (input: object) =>
  as(
    `mutation ($input: RecordItemInput!) { recordItem(input: $input) {
      slug designation title state nativeStage revision viewerMay names { designation from provenance { source confidence } }
      provenance { source confidence asOf } moreUrls dates { kind on } } }`,
    { idempotencyKey: key(), body: 'iso', type: 'STANDARD', ...input },
  )
const updating = (input: object) =>
  as(
    'mutation ($input: UpdateItemInput!) { updateItem(input: $input) { revision scopeNote committee { slug } topics dates { kind on } url moreUrls equivalents provenance { source confidence } } }',
    input,
  )
const renaming = (input: object) =>
  as(
    'mutation ($input: RenameItemInput!) { renameItem(input: $input) { slug designation title revision names { designation title from to } } }',
    input,
  )
const titling = (input: object) =>
  as(
    'mutation ($input: RecordItemTitleInput!) { recordItemTitle(input: $input) { revision titles { lang title from to } } }',
    input,
  )
const found = async (designation: string) =>
  (await register.ask('query ($designation: String!) { item(designation: $designation) { slug } }', { designation }))
    .data.item?.slug ?? null
const searched = async (search: string) =>
  (
    await register.ask('query ($search: String!) { items(filter: { search: $search }) { nodes { slug } } }', { search })
  ).data.items.nodes.map(({ slug }: { slug: string }) => slug)

describe('recording an item', () => {
  it('[IT-8] gives it a permanent address made from its designation, and a first name from its day on', async () => {
    const { data, codes } = await recording({
      designation: ' L.FR-ESC ',
      title: 'Energy score of models',
      namedOn: '2025-11-04',
      body: 'itu-t',
      committee: 'itu-t-sg5',
      nativeStage: 'Under study',
      dates: [{ kind: 'REGISTERED', on: '2025-11' }],
      moreUrls: ['https://www.itu.int/wp'],
      source: { source: 'https://www.itu.int/x', confidence: 'VERIFIED', asOf: '2025-12' },
    })
    expect(codes).toEqual([])
    expect(data.recordItem).toEqual({
      slug: 'l-fr-esc',
      designation: 'L.FR-ESC',
      title: 'Energy score of models',
      state: 'IN_DEVELOPMENT',
      nativeStage: 'Under study',
      revision: 1,
      viewerMay: ['READ', 'EDIT'],
      names: [
        {
          designation: 'L.FR-ESC',
          from: '2025-11-04',
          provenance: { source: 'https://www.itu.int/x', confidence: 'VERIFIED' },
        },
      ],
      provenance: { source: 'https://www.itu.int/x', confidence: 'VERIFIED', asOf: '2025-12-01' },
      moreUrls: ['https://www.itu.int/wp'],
      dates: [{ kind: 'REGISTERED', on: '2025-11' }],
    })
  })

  it('makes one of two that were sent with the same key', async () => {
    const once = { idempotencyKey: key(), designation: 'Once 1' }
    expect((await recording(once)).data.recordItem.slug).toBe('once-1')
    expect((await recording(once)).data.recordItem.slug).toBe('once-1')
    expect((await recording({ ...once, title: 'Another' })).codes).toEqual(['ALREADY_DONE'])
  })

  it('[IT-8] gives no address that is a page, and none twice', async () => {
    expect((await recording({ designation: 'New' })).data.recordItem.slug).toBe('new-2')
    expect((await recording({ designation: 'A-B 1' })).data.recordItem.slug).toBe('a-b-1')
    expect((await recording({ designation: 'AB 1' })).data.recordItem.slug).toBe('ab-1')
  })

  it.each([
    ['an empty designation', { designation: '  ' }, 'TEXT_MISSING', 'input.designation'],
    ['a designation of signs', { designation: '—…' }, 'BAD_INPUT', 'input.designation'],
    ['a title that is too long', { title: 'x'.repeat(1001) }, 'TEXT_TOO_LONG', 'input.title'],
    ['a body that is not there', { body: 'nobody' }, 'BAD_INPUT', 'input.body'],
    [
      'a month that does not exist',
      { dates: [{ kind: 'PUBLISHED', on: '2026-13' }] },
      'NO_SUCH_DATE',
      'input.dates.PUBLISHED',
    ],
    [
      'a day that does not exist',
      { dates: [{ kind: 'DRAFT', on: '2026-02-30' }] },
      'NO_SUCH_DATE',
      'input.dates.DRAFT',
    ],
    ['a stage that is not official', { nativeStage: '29.20' }, 'UNOFFICIAL_STAGE', 'nativeStage'],
    ['an address that is none', { url: 'javascript:alert(1)' }, 'BAD_INPUT', 'input.url'],
    ['a second address that is none', { moreUrls: ['ftp://x'] }, 'BAD_INPUT', 'input.moreUrls'],
    [
      'a confirmed fact without source',
      { source: { confidence: 'VERIFIED' } },
      'SOURCE_MISSING',
      'input.source.source',
    ],
    ['evidence that is still to come', { source: { asOf: '2199' } }, 'BAD_INPUT', 'input.source.asOf'],
    [
      'a day to look again that does not exist',
      { source: { checkAgainOn: '2027-02' } },
      'NO_SUCH_DAY',
      'input.source.checkAgainOn',
    ],
  ])('refuses %s, and says where', async (_, input, code, field) => {
    const { codes, errors } = await recording({ designation: 'Refused 1', ...input })
    expect(codes).toEqual([code])
    expect(errors[0]!.extensions['field']).toBe(field)
    expect(await found('Refused 1')).toBeNull()
  })

  it('[IT-11] refuses the designation of another item, however it is written, and names that item', async () => {
    await recording({ designation: 'ISO/IEC 77001:2026' })
    const { codes, errors } = await recording({ designation: 'iso iec 77001 : 2026' })
    expect(codes).toEqual(['NAME_TAKEN'])
    expect(errors[0]!.extensions['args']).toEqual({
      designation: 'iso iec 77001 : 2026',
      item: 'ISO/IEC 77001:2026',
      slug: 'iso-iec-77001-2026',
      isFormer: 'false',
    })
    expect((await recording({ designation: 'ISO/IEC 77001:2027' })).codes).toEqual([])
  })

  it('[IT-11] gives a name once to two who ask for it at once', async () => {
    const both = await Promise.all([recording({ designation: 'Race 1' }), recording({ designation: 'race-1' })])
    expect(both.map(({ codes }) => codes[0] ?? 'done').sort()).toEqual(['NAME_TAKEN', 'done'])
  })

  it('is for those who may edit the register', async () => {
    const asked = { idempotencyKey: key(), designation: 'No 1', body: 'iso', type: 'STANDARD' }
    const query = 'mutation ($input: RecordItemInput!) { recordItem(input: $input) { slug } }'
    expect((await as(query, asked, stranger)).codes).toEqual(['SIGN_IN_REQUIRED'])
    expect((await as(query, asked, { ...anEditor, isAdministrator: false })).codes).toEqual(['FORBIDDEN'])
  })
})

describe('changing an item', () => {
  it('changes what is named and leaves the rest; nothing when nothing differs', async () => {
    await recording({ designation: 'Change 1', topics: ['WATER'], url: 'https://a.example/' })
    const { data } = await updating({
      item: 'change-1',
      expectedRevision: 1,
      committee: 'itu-t-sg5',
      scopeNote: ' What it is about. ',
      dates: [{ kind: 'PUBLISHED', on: '2026' }],
      moreUrls: ['https://b.example/', 'https://b.example/'],
      equivalents: ['EN 1'],
      source: { source: 'the catalogue', confidence: 'VERIFIED', asOf: '2026-05-01' },
    })
    expect(data.updateItem).toEqual({
      revision: 2,
      scopeNote: 'What it is about.',
      committee: { slug: 'itu-t-sg5' },
      topics: ['WATER'],
      dates: [{ kind: 'PUBLISHED', on: '2026' }],
      url: 'https://a.example/',
      moreUrls: ['https://b.example/'],
      equivalents: ['EN 1'],
      provenance: { source: 'the catalogue', confidence: 'VERIFIED' },
    })
    const again = await updating({
      item: 'change-1',
      expectedRevision: 2,
      topics: ['WATER'],
      committee: null,
      url: null,
    })
    expect(again.data.updateItem).toMatchObject({ revision: 3, committee: null, url: null })
    const same = await updating({ item: 'change-1', expectedRevision: 3, topics: ['WATER'] })
    expect(same.data.updateItem.revision).toBe(3)
    const { data: told } = await register.ask('{ item(designation: "change-1") { activity { nodes { verb args } } } }')
    expect(told.item.activity.nodes.map(({ verb }: { verb: string }) => verb)).toEqual([
      'item.updated',
      'item.updated',
      'item.recorded',
    ])
    expect(told.item.activity.nodes[0].args.fields).toEqual(['committeeId', 'url'])
  })

  it('refuses who looked at an older state, and says what it is now', async () => {
    await recording({ designation: 'Stale 1' })
    await updating({ item: 'stale-1', expectedRevision: 1, scopeNote: 'Mine' })
    for (const input of [{ scopeNote: 'Yours' }, {}]) {
      const { codes, errors } = await updating({ item: 'stale-1', expectedRevision: 1, ...input })
      expect(codes).toEqual(['STALE'])
      expect(errors[0]!.extensions['details']).toMatchObject({ current: { scopeNote: 'Mine', revision: 2 } })
    }
  })

  it('finds no item where there is none', async () => {
    expect((await updating({ item: 'nowhere', expectedRevision: 1 })).codes).toEqual(['NOT_FOUND'])
  })
})

describe('renaming an item', () => {
  it('[IT-1, IT-6, IT-8] keeps its address and finds it by every name it ever had', async () => {
    await recording({ designation: 'L.Prov-1', title: 'A provisional title', namedOn: '2025-01-10', body: 'itu-t' })
    const { data, codes } = await renaming({
      item: 'l-prov-1',
      expectedRevision: 1,
      designation: 'ITU-T L.9901 (07/2026)',
      title: 'The title as published',
      on: '2026-07-03',
      source: { source: 'https://www.itu.int/rec', confidence: 'VERIFIED' },
    })
    expect(codes).toEqual([])
    expect(data.renameItem).toEqual({
      slug: 'l-prov-1',
      designation: 'ITU-T L.9901 (07/2026)',
      title: 'The title as published',
      revision: 2,
      names: [
        { designation: 'ITU-T L.9901 (07/2026)', title: 'The title as published', from: '2026-07-03', to: null },
        { designation: 'L.Prov-1', title: 'A provisional title', from: '2025-01-10', to: '2026-07-03' },
      ],
    })
    for (const name of ['L.Prov-1', 'l prov 1', 'L.9901', 'l9901', 'ITU-T L.9901 (07/2026)', 'l-prov-1'])
      expect([name, await found(name)]).toEqual([name, 'l-prov-1'])
    expect(await searched('L.Prov-1')).toContain('l-prov-1')
  })

  it('[IT-11] refuses a name that another item has or had, but not its own former one', async () => {
    await recording({ designation: 'First 1' })
    await recording({ designation: 'Second 1' })
    await renaming({ item: 'second-1', expectedRevision: 1, designation: 'Second 2', title: null })
    for (const [designation, isFormer] of [
      ['second 2', 'false'],
      ['SECOND-1', 'true'],
    ] as const) {
      const { codes, errors } = await renaming({ item: 'first-1', expectedRevision: 1, designation })
      expect(codes).toEqual(['NAME_TAKEN'])
      expect(errors[0]!.extensions['args']).toMatchObject({ item: 'Second 2', slug: 'second-1', isFormer })
    }
    expect((await renaming({ item: 'second-1', expectedRevision: 2, designation: 'Second 1' })).codes).toEqual([])
  })

  it.each([
    ['the name it has', { designation: 'Kept 1', title: 'Kept' }, 'SAME_NAME'],
    ['a day before its present name', { designation: 'Kept 2', on: '2024-12-31' }, 'NAME_TOO_EARLY'],
    ['a day that does not exist', { designation: 'Kept 2', on: '2026-02-30' }, 'NO_SUCH_DAY'],
    ['an older state', { designation: 'Kept 2', expectedRevision: 7 }, 'STALE'],
    ['nothing', { designation: '' }, 'TEXT_MISSING'],
  ])('refuses %s', async (_, input, code) => {
    if (!(await found('kept-1'))) await recording({ designation: 'Kept 1', title: 'Kept', namedOn: '2025-01-01' })
    expect((await renaming({ item: 'kept-1', expectedRevision: 1, ...input })).codes).toEqual([code])
  })

  it('fills in a title that was not known without making another name', async () => {
    await recording({ designation: 'Bare 1' })
    const { data } = await renaming({ item: 'bare-1', expectedRevision: 1, designation: 'Bare 1', title: 'Learnt' })
    expect(data.renameItem.names).toEqual([{ designation: 'Bare 1', title: 'Learnt', from: null, to: null }])
  })

  it('[IT-11] can be looked at beforehand: what goes on finding it, who has the name, which short forms it shares', async () => {
    await recording({ designation: 'ISO 88001:2024' })
    await recording({ designation: 'Look 1' })
    const query = `query ($input: ItemRenameInput!) { itemRename(input: $input) {
      designation oldNames item { slug } takenBy { slug } shared { name items { slug } } } }`
    const { data } = await as(query, { item: 'look-1', designation: ' ISO 88001:2026 ' })
    expect(data.itemRename).toMatchObject({
      designation: 'ISO 88001:2026',
      oldNames: ['Look 1'],
      item: { slug: 'look-1' },
      takenBy: null,
    })
    expect(data.itemRename.shared).toContainEqual({ name: 'iso 88001', items: [{ slug: 'iso-88001-2024' }] })
    const taken = await as(query, { item: 'look-1', designation: 'iso 88001:2024' })
    expect(taken.data.itemRename.takenBy).toEqual({ slug: 'iso-88001-2024' })
    expect((await as(query, { item: 'look-1', designation: 'x' }, stranger)).codes).toEqual(['SIGN_IN_REQUIRED'])
  })
})

describe('titles in other languages', () => {
  it('[IT-9] are dated, one at a time for each language, and all of them find the item', async () => {
    await recording({ designation: 'Title 1', title: 'Water use of inference' })
    await titling({
      item: 'title-1',
      expectedRevision: 1,
      lang: 'FR',
      title: 'Consommation hydrique',
      on: '2025-01-01',
    })
    const { data } = await titling({
      item: 'title-1',
      expectedRevision: 2,
      lang: 'fr',
      title: 'Empreinte aquatique',
      on: '2026-01-01',
    })
    expect(data.recordItemTitle.titles).toEqual([
      { lang: 'fr', title: 'Empreinte aquatique', from: '2026-01-01', to: null },
      { lang: 'fr', title: 'Consommation hydrique', from: '2025-01-01', to: '2026-01-01' },
    ])
    await titling({ item: 'title-1', expectedRevision: 3, lang: 'zh-hans', title: '推理用水' })
    for (const words of ['aquatique', 'hydrique', 'hydriqe', '用水', 'water inference'])
      expect([words, await searched(words)]).toEqual([words, ['title-1']])
  })

  it.each([
    [{ lang: 'französisch', title: 'x' }, 'BAD_INPUT'],
    [{ lang: '', title: 'x' }, 'BAD_INPUT'],
    [{ lang: 'de', title: ' ' }, 'TEXT_MISSING'],
    [{ lang: 'de', title: 'x', on: '2026-02-30' }, 'NO_SUCH_DAY'],
    [{ lang: 'de', title: 'x', expectedRevision: 9 }, 'STALE'],
  ])('are refused with a reason: %j', async (input, code) => {
    if (!(await found('title-2'))) await recording({ designation: 'Title 2' })
    expect((await titling({ item: 'title-2', expectedRevision: 1, ...input })).codes).toEqual([code])
  })
})

it('asks the database as often for 2 items as for 20', async () => {
  await register.write(async (tx, { items }) => {
    for (let n = 0; n < 20; n += 1) await items.record(tx, anItem({ designation: `Many ${n}` }))
  })
  const query =
    'query ($n: Int!) { items(first: $n) { nodes { moreUrls viewerMay names { designation } titles { lang provenance { source } } } } }'
  const count = (n: number) => register.statements(() => register.ask(query, { n }))
  expect([await count(2), await count(20)]).toEqual([3, 3])
})

/* eslint-disable @typescript-eslint/no-explicit-any -- answers are as different as the questions */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { Applying, Imports, Previewing, Undoing } from '#server/roadmap/imports/index.js'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

let app: TestApp
let secretariat: string
let dataSource: DataSource
beforeAll(async () => {
  app = await startApp({ database: await freshStarterDatabase() })
  secretariat = await app.signIn('secretariat@example.org')
  dataSource = app.app.get(DataSource)
})
afterAll(() => app.stop())

/** Sends a file as the form of the page does. */
async function send(
  text: string | Uint8Array,
  { name = 'items.csv', cookie = secretariat, accept = 'application/json', ...fields }: Record<string, string> = {},
): Promise<Response> {
  const form = new FormData()
  form.set('file', new Blob([text as never]), name)
  for (const [field, value] of Object.entries({
    source: 'A catalogue',
    confidence: 'VERIFIED',
    asOf: '2026-02-20',
    ...fields,
  })) {
    form.set(field, value)
  }
  return fetch(`${app.url}/admin/imports/new`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { cookie, accept, origin: app.url },
  })
}

/** The import once its work has ended. */
async function settled(id: string): Promise<Record<string, any>> {
  for (let n = 0; n < 600; n += 1) {
    const { data, errors } = await app.query<{ import: Record<string, any> }>(
      `query ($id: UUID!) { import(id: $id) { id state revision undecided refusal { code args } counts { outcome count } progress { done total }
         rows(first: 50) { nodes { number outcome designation raw leadNumber isWritten choice
           reasons { code args } changes { field from to } item { designation } candidates { designation } } } } }`,
      { id },
      { cookie: secretariat },
    )
    if (errors) throw new Error(errors[0]!.message)
    if (!['READING', 'APPLYING', 'UNDOING'].includes(data!.import['state'])) return data!.import
    await dataSource.query('select pg_sleep(0.05)')
  }
  throw new Error('The import does not come to an end')
}

async function previewed(text: string | Uint8Array, more: Record<string, string> = {}) {
  const answer = await send(text, more)
  expect(answer.status).toBe(201)
  const { id } = (await answer.json()) as { id: string }
  return settled(id)
}

const mutate = async (mutation: string, variables: Record<string, unknown>, cookie = secretariat) => {
  const { data, errors } = await app.query(mutation, variables, { cookie })
  return { data, codes: (errors ?? []).map(({ extensions }) => extensions.code) }
}
const APPLY = 'mutation ($input: ApplyImportInput!) { applyImport(input: $input) { state } }'
const UNDO = 'mutation ($input: UndoImportInput!) { undoImport(input: $input) { state } }'
const DECIDE =
  'mutation ($input: DecideImportRowInput!) { decideImportRow(input: $input) { outcome changes { field to } item { designation } } }'

async function applied({ id, revision }: Record<string, any>) {
  expect((await mutate(APPLY, { input: { id, expectedRevision: revision } })).codes).toEqual([])
  return settled(id)
}
async function undone(id: string, isPartial = false) {
  expect((await mutate(UNDO, { input: { id, isPartial } })).codes).toEqual([])
  return settled(id)
}

const counts = (it: Record<string, any>) =>
  Object.fromEntries(it['counts'].map(({ outcome, count }: { outcome: string; count: number }) => [outcome, count]))
const item = async (designation: string) =>
  (
    await app.query<{ item: Record<string, any> | null }>(
      `query ($designation: String!) { item(designation: $designation) { designation title slug nativeStage state url revision topics
         titles { lang title } names { designation } stages { nativeStage }
         provenance { source confidence asOf } } }`,
      { designation },
    )
  ).data!.item
/** Everything in the register that an import may write, as one value. */
const everything = async () =>
  (
    (await dataSource.query(
      `select md5(string_agg(t::text, '' order by t::text)) as hash from (
         select to_jsonb(i) - 'recorded_at' - 'revision' as t from item i union all
         select to_jsonb(n) - 'recorded_at' - 'revision' from item_name n union all
         select to_jsonb(s) - 'recorded_at' from item_stage s union all
         select to_jsonb(x) - 'recorded_at' - 'revision' from item_title x) a`,
    )) as { hash: string }[]
  )[0]!.hash
const eventCount = async () =>
  ((await dataSource.query('select count(*)::int as n from event')) as { n: number }[])[0]!.n

const heads = 'designation,title,body,type,stage,published,url,language'
const list = (...rows: string[]) => [heads, ...rows].join('\n')

describe('[IM-2] the preview', () => {
  it('tells new, changed, same, doubtful and refused rows apart, and changes nothing', async () => {
    const before = await everything()
    const it = await previewed(
      list(
        'ISO/IEC 99001:2026,Carbon of training,ISO/IEC JTC 1,International Standard,60.60,2026-01,https://example.org/1,',
        'iso 14040 : 2006,,,,,,https://example.org/14040,',
        'ISO/IEC 21031:2024,,,,,,,',
        'ISO/IEC DIS 21031,,,,,,,',
        'ISO/IEC 99002:2026,x,ISO,,29.20,,,',
        'ISO/IEC 99003:2026,x,NOBODY,,,,,',
        'ISO/IEC 99004:2026,x,ISO,,,2025-02-30,,',
        'ISO/IEC 99001:2026,Carbon of training,,,,,,',
        'ISO/IEC 99001:2026,训练的碳排放,,,,,,zh',
      ),
    )
    expect(it['state']).toBe('PREVIEWED')
    const rows = it['rows'].nodes.map(({ number, outcome, reasons }: any) => [
      number,
      outcome,
      reasons.map((one: any) => one.code),
    ])
    expect(rows).toEqual([
      [2, 'NEW', []],
      [3, 'CHANGED', []],
      [4, 'SAME', []],
      [5, 'DOUBTFUL', ['ALIKE']],
      [6, 'REFUSED', ['UNOFFICIAL_STAGE']],
      [7, 'REFUSED', ['UNKNOWN_BODY']],
      [8, 'REFUSED', ['BAD_DATE']],
      [9, 'REFUSED', ['SAME_ROW']],
      [10, 'NEW', ['ANOTHER_LANGUAGE']],
    ])
    expect(it['rows'].nodes[1].changes).toMatchObject([{ field: 'url', to: 'https://example.org/14040' }])
    expect(it['rows'].nodes[6].raw).toEqual({
      designation: 'ISO/IEC 99004:2026',
      title: 'x',
      body: 'ISO',
      published: '2025-02-30',
    })
    expect(counts(it)).toEqual({ NEW: 2, CHANGED: 1, SAME: 1, DOUBTFUL: 1, REFUSED: 4 })
    expect(await everything()).toBe(before)
  })

  it('lets a person decide about a doubtful row, and take that back', async () => {
    const it = await previewed(list('ISO/DIS 14046,,,,,,https://example.org/14046,'))
    const decide = (choice: string | null, more = {}) =>
      mutate(DECIDE, { input: { id: it['id'], number: 2, choice, ...more } })
    expect((await decide('SAME_ITEM')).data).toMatchObject({
      decideImportRow: { outcome: 'CHANGED', changes: [{ field: 'url' }], item: { designation: 'ISO 14046:2014' } },
    })
    expect((await decide('NEW_ITEM')).data).toMatchObject({ decideImportRow: { outcome: 'NEW' } })
    expect((await decide('SKIP')).data).toMatchObject({ decideImportRow: { outcome: 'DOUBTFUL' } })
    expect((await settled(it['id']))['undecided']).toBe(0)
    await decide(null)
    expect((await settled(it['id']))['undecided']).toBe(1)
    expect((await decide('SAME_ITEM', { item: 'no such thing' })).codes).toEqual(['NOT_FOUND'])
    expect((await mutate(DECIDE, { input: { id: it['id'], number: 99, choice: 'SKIP' } })).codes).toEqual(['NOT_FOUND'])
  })
})

describe('[IM-4] applying and undoing', () => {
  const file = list(
    'ISO/IEC 99101:2026,Carbon of training,ISO/IEC JTC 1,International Standard,40.20,2026-01,https://example.org/1,',
    'ISO/IEC 99101:2026,训练的碳排放,,,,,,zh',
    'GB/T 99102-2026,数据中心能效,ISO,National standard,,,,zh',
    'SASO 99103,كفاءة استخدام الطاقة,ISO,Standard,,,,ar',
    'TIS 99104,ประสิทธิภาพพลังงาน,ISO,Standard,,,,th',
    'ISO 14040:2006,,,,,,https://example.org/14040,',
  )

  it('is one transaction and one event, with its source at every fact; the same file again changes nothing; undone, all is as it was', async () => {
    const before = await everything()
    const [events, held] = [await eventCount(), await item('ISO 14040:2006')]
    const preview = await previewed(file)
    expect(counts(preview)).toMatchObject({ NEW: 5, CHANGED: 1 })
    const it = await applied(preview)
    expect([it['state'], await eventCount()]).toEqual(['APPLIED', events + 1])

    const made = await item('iso/iec 99101 : 2026')
    expect(made).toMatchObject({
      slug: 'iso-iec-99101-2026',
      title: 'Carbon of training',
      state: 'IN_APPROVAL',
      titles: [{ lang: 'zh', title: '训练的碳排放' }],
      names: [{ designation: 'ISO/IEC 99101:2026' }],
      stages: [{ nativeStage: '40.20' }],
      provenance: { source: 'A catalogue', confidence: 'VERIFIED', asOf: '2026-02-20' },
    })
    expect(await item('SASO 99103')).toMatchObject({ title: 'كفاءة استخدام الطاقة' })
    expect(await item('ISO 14040:2006')).toMatchObject({ url: 'https://example.org/14040', title: held!['title'] })

    const again = await previewed(file)
    expect(counts(again)).toMatchObject({ NEW: 0, CHANGED: 0, DOUBTFUL: 0, REFUSED: 0 })
    expect((await mutate(APPLY, { input: { id: again['id'], expectedRevision: again['revision'] } })).codes).toEqual([
      'IMPORT_NOTHING',
    ])

    expect((await undone(it['id']))['state']).toBe('UNDONE')
    expect(await item('ISO/IEC 99101:2026')).toBeNull()
    expect(await everything()).toBe(before)
    expect(await eventCount()).toBe(events + 2)

    // It can be taken in once more.
    await mutate('mutation ($id: UUID!) { previewImport(id: $id) { state } }', { id: it['id'] })
    const third = await applied(await settled(it['id']))
    expect(third['state']).toBe('APPLIED')
    expect((await undone(it['id']))['state']).toBe('UNDONE')
    expect(await everything()).toBe(before)
  })

  it('[IM-7] tells which rows cannot be taken back, and leaves them where that is wanted', async () => {
    const it = await applied(
      await previewed(list('ISO 99201,One,ISO,,,,,', 'ISO 99202,Two,ISO,,,,,', 'ISO 99203,Three,ISO,,,,,')),
    )
    const { revision } = (await item('ISO 99201'))!
    await mutate('mutation ($input: UpdateItemInput!) { updateItem(input: $input) { revision } }', {
      input: { item: 'ISO 99201', expectedRevision: revision, topics: ['WATER'] },
    })
    await dataSource.query(
      `insert into relation (id, from_id, to_id, type, confidence)
       select gen_random_uuid(), a.id, b.id, 'CITES', 'MEMORY' from item a, item b
       where a.designation = 'ISO/IEC 21031:2024' and b.designation = 'ISO 99202'`,
    )
    const { data } = await app.query(
      'query ($id: UUID!) { import(id: $id) { obstacles { number why item { designation } } } }',
      { id: it['id'] },
      { cookie: secretariat },
    )
    expect(data).toEqual({
      import: {
        obstacles: [
          { number: 2, why: 'CHANGED_SINCE', item: { designation: 'ISO 99201' } },
          { number: 3, why: 'CITED', item: { designation: 'ISO 99202' } },
        ],
      },
    })
    const asked = await undone(it['id'])
    expect([asked['state'], asked['refusal']]).toEqual(['APPLIED', { code: 'IMPORT_CHANGED_SINCE', args: { rows: 2 } }])
    expect((await undone(it['id'], true))['state']).toBe('UNDONE')
    expect([await item('ISO 99201'), await item('ISO 99202')].map((one) => one !== null)).toEqual([true, true])
    expect(await item('ISO 99203')).toBeNull()
  })

  it('writes nothing when the register has changed since the preview, and shows the new one', async () => {
    const preview = await previewed(list('ISO 99301,One,ISO,,,,,', 'ISO 99302,Two,ISO,,,,,'))
    await mutate('mutation ($input: RecordItemInput!) { recordItem(input: $input) { id } }', {
      input: { idempotencyKey: 'imports-99301', designation: 'ISO 99301', title: 'One', body: 'iso', type: 'STANDARD' },
    })
    const it = await applied(preview)
    expect([it['state'], it['refusal']]).toEqual(['PREVIEWED', { code: 'IMPORT_OUTDATED', args: { rows: 1 } }])
    expect(it['rows'].nodes.map(({ outcome }: any) => outcome)).not.toEqual(['NEW', 'NEW'])
    expect(await item('ISO 99302')).toBeNull()
    expect((await mutate(APPLY, { input: { id: it['id'], expectedRevision: preview['revision'] } })).codes).toEqual([
      'STALE',
    ])
  })

  it('ends when somebody asks for it, and leaves the register as it was', async () => {
    const before = await everything()
    const preview = await previewed(list('ISO 99401,One,ISO,,,,,'))
    const { id } = preview as { id: string }
    // The work is held back, so that it is asked to end before it begins.
    const imports = app.app.get(Imports)
    const ctx = {
      viewer: { accountId: null, personId: null, isAdministrator: true, isSystem: true, standings: [] },
      now: new Date(),
      language: 'en' as const,
      db: dataSource.manager,
      requestId: 'test',
    }
    const unit = (act: (tx: any) => Promise<unknown>) =>
      dataSource.transaction((db) => act({ ...ctx, db, afterCommit: () => undefined }))
    await unit((tx) => imports.apply(tx, { id }, { isQueued: false }))
    expect((await mutate('mutation ($id: UUID!) { cancelImport(id: $id) { isCancelAsked } }', { id })).data).toEqual({
      cancelImport: { isCancelAsked: true },
    })
    await app.app.get(Applying).run(id)
    expect((await settled(id))['state']).toBe('PREVIEWED')
    expect(await everything()).toBe(before)
    await mutate('mutation ($id: UUID!) { cancelImport(id: $id) { state } }', { id })
    expect((await settled(id))['state']).toBe('CANCELLED')
    expect((await mutate(APPLY, { input: { id, expectedRevision: 9 } })).codes).toEqual(['IMPORT_NOT_NOW'])
    // Work of another state is left alone.
    await app.app.get(Previewing).run(id)
    await app.app.get(Undoing).run(id, false)
    expect((await settled(id))['state']).toBe('CANCELLED')
  })
})

describe('[IM-3] our own files', () => {
  it.each(['csv', 'xlsx', 'json'])('come back in as they went out, and change nothing: roadmap.%s', async (kind) => {
    const file = new Uint8Array(await (await fetch(`${app.url}/roadmap.${kind}`)).arrayBuffer())
    const it = await previewed(file, { name: `roadmap.${kind}` })
    const { SAME, ...others } = counts(it)
    expect(others).toEqual({ NEW: 0, CHANGED: 0, DOUBTFUL: 0, REFUSED: 0 })
    expect(SAME).toBeGreaterThan(150)
  })
})

describe('[IM-1] what is sent', () => {
  it.each([
    [
      'in the wrong encoding',
      Buffer.from('designation,title\nISO 1,caf\xe9', 'latin1'),
      'items.csv',
      'IMPORT_ENCODING',
    ],
    ['with 300 columns', Array.from({ length: 300 }, (_, n) => `c${n}`).join(','), 'items.csv', 'IMPORT_TOO_WIDE'],
    ['that is no workbook', 'PK, and then nothing of a workbook', 'items.xlsx', 'IMPORT_UNREADABLE'],
    ['of YAML that asks for a program', 'a: !ruby/object:Gem {}', 'items.yaml', 'IMPORT_UNREADABLE'],
  ])('is refused once it is read: a file %s', async (_, bytes, name, code) => {
    const it = await previewed(bytes, { name })
    expect([it['state'], it['refusal'].code, it['rows'].nodes]).toEqual(['REFUSED', code, []])
  })

  it.each([
    ['an empty file', '', {}, 'IMPORT_EMPTY'],
    ['a file of another kind', '%PDF', { name: 'items.pdf' }, 'IMPORT_FORMAT'],
    ['no source', 'designation\nISO 1', { source: ' ' }, 'TEXT_MISSING'],
    ['a day that does not exist', 'designation\nISO 1', { asOf: '2026-02-30' }, 'NO_SUCH_DATE'],
    ['a day to come', 'designation\nISO 1', { asOf: '2198-01-01' }, 'BAD_INPUT'],
  ])('is refused at the door: %s', async (_, text, more, code) => {
    const answer = await send(text, more)
    expect(((await answer.json()) as { code: string }).code).toBe(code)
  })

  it('leads a browser to the page of the import', async () => {
    const answer = await send(list('ISO 1,x,ISO,,,,,'), { accept: 'text/html' })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/admin\/imports\/[0-9a-f-]{36}$/),
    ])
  })

  it('is for administrators alone, and so is what was sent', async () => {
    const chair = await app.signIn('chair@example.org')
    for (const [cookie, code] of [
      ['', 'SIGN_IN_REQUIRED'],
      [chair, 'FORBIDDEN'],
    ] as const) {
      expect(((await (await send('designation\nISO 1', { cookie })).json()) as { code: string }).code).toBe(code)
      expect((await app.query('{ imports { nodes { id } } }', {}, { cookie })).errors![0]!.extensions.code).toBe(code)
    }
    const it = await previewed(list('ISO 1,x,ISO,,,,,'))
    expect(
      (await app.query('query ($id: UUID!) { import(id: $id) { id } }', { id: it['id'] }, { cookie: chair })).data,
    ).toEqual({ import: null })
    const { data } = await app.query<{ imports: { nodes: unknown[] } }>(
      '{ imports { nodes { id fileName asOf source format sizeBytes uploadedBy { id } } } }',
      {},
      { cookie: secretariat },
    )
    expect(data!.imports.nodes.length).toBeGreaterThan(5)
  })
})

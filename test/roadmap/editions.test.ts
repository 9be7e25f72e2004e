import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { leftOut, registerTables } from '#server/roadmap/editions/canonical-form.js'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

let app: TestApp
let db: DataSource
let secretariat: { cookie: string }
let turn = 0

beforeAll(async () => {
  app = await startApp({ database: await freshStarterDatabase() })
  db = app.app.get(DataSource)
  secretariat = { cookie: await app.signIn('secretariat@example.org') }
})
afterAll(() => app.stop())

const fields = `id number slug kind label datedOn occasion lead partners isExample state isElsewhere registerAt hash counts { items gaps openGaps principles }
  contributors { id name affiliation country mark notes { text } } notes { text } revision viewerMay`
/* eslint-disable @typescript-eslint/no-explicit-any -- answers are as different as the questions */
const ask = async (query: string, variables = {}, who: { cookie?: string } = {}) => {
  const { data, errors } = await app.query<any>(query, variables, who)
  if (errors?.[0]?.extensions.code === 'INTERNAL' || errors?.[0]?.extensions.code === 'BAD_INPUT')
    throw new Error(JSON.stringify(errors))
  return { ...data, refusal: errors?.[0]?.extensions.code }
}
const edition = async (slug: string, who = {}) =>
  (await ask(`query ($slug: String!) { edition(slug: $slug) { ${fields} } }`, { slug }, who)).edition
const change = (verb: string, type: string, input: object, who = secretariat) =>
  ask(`mutation ($input: ${type}!) { ${verb}(input: $input) { ${fields} } }`, { input }, who)
const begin = async (more: object = {}) =>
  (
    await change('createEdition', 'CreateEditionInput', {
      label: `Third edition ${(turn += 1)}`,
      idempotencyKey: `edition-${turn}`,
      ...more,
    })
  ).createEdition
const freeze = async ({ slug, revision }: { slug: string; revision: number }, who = secretariat) =>
  change('freezeEdition', 'EditionStepInput', { slug, expectedRevision: revision }, who)
const verify = async (slug: string, who = secretariat) =>
  ask('mutation ($slug: String!) { verifyEdition(slug: $slug) { isIntact hash fromHistory fromFile } }', { slug }, who)

describe('the editions that were printed', () => {
  it('[ED-1] are there with what is known of them, without a snapshot or hash; the example is labelled', async () => {
    const { editions } = await ask(`{ editions { totalCount nodes { ${fields} } } }`)
    const [example, updated, first] = editions.nodes
    expect(editions.totalCount).toBe(3)
    expect(first).toMatchObject({
      number: 1,
      label: 'First edition, February 2025',
      datedOn: '2025-02',
      occasion: 'AI Action Summit, Paris, 10-11 February 2025',
      partners: ['ISO', 'ITU', 'IEEE SA', 'OECD', 'UNESCO'],
      isExample: false,
      isElsewhere: true,
      state: 'FROZEN',
      registerAt: null,
      hash: null,
      counts: null,
      contributors: [],
    })
    expect(updated).toMatchObject({ number: 2, datedOn: '2026-02-20', hash: null })
    expect(example).toMatchObject({
      number: null,
      isExample: true,
      isElsewhere: false,
      counts: { items: 160, gaps: 34 },
    })
    expect(example.hash).toMatch(/^[0-9a-f]{64}$/)
    expect((await ask('{ edition(number: 1) { slug } }')).edition.slug).toBe('first-edition-february-2025')
  })

  it('[ED-7] have nothing that could be verified', async () => {
    expect((await verify('first-edition-february-2025')).refusal).toBe('NOTHING_KEPT')
  })
})

describe('the file of an edition', () => {
  it('[ED-7] is public and the same for good; there is none where nothing was kept', async () => {
    const address = `${app.url}/editions/example-edition/register.jsonl.gz`
    const answer = await fetch(address)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/gzip'])
    expect(answer.headers.get('cache-control')).toContain('immutable')
    const again = await fetch(address, { headers: { 'if-none-match': answer.headers.get('etag')! } })
    expect(again.status).toBe(304)
    const none = await fetch(`${app.url}/editions/first-edition-february-2025/register.jsonl.gz`)
    expect(none.status).toBeGreaterThanOrEqual(400)
    expect(await none.text()).toContain('nothing of this register was kept')
    expect((await fetch(`${app.url}/editions/no-such-edition/register.jsonl.gz`)).status).toBe(404)
  })
})

describe('a draft', () => {
  it('[ED-5] is made and changed by administrators, and seen by nobody else', async () => {
    const input = { label: 'Mine', idempotencyKey: 'somebody-else' }
    const chair = { cookie: await app.signIn('chair@example.org') }
    expect((await change('createEdition', 'CreateEditionInput', input, chair)).refusal).toBe('FORBIDDEN')
    expect((await change('createEdition', 'CreateEditionInput', input, { cookie: '' })).refusal).toBe(
      'SIGN_IN_REQUIRED',
    )
    const draft = await begin({ contributors: [{ name: 'Ada Zeta' }, { name: 'Zoe Alpha', country: 'Chile' }] })
    expect(draft).toMatchObject({
      state: 'DRAFT',
      number: null,
      viewerMay: ['READ', 'EDIT', 'FREEZE', 'REVIEW', 'MODERATE'],
    })
    expect(draft.contributors.map(({ name }: any) => name)).toEqual(['Zoe Alpha', 'Ada Zeta'])
    expect(await edition(draft.slug)).toBeNull()
    expect(await edition(draft.slug, chair)).toBeNull()
    const { slug, revision } = draft
    const changed = await change('updateEdition', 'UpdateEditionInput', {
      slug,
      expectedRevision: revision,
      occasion: 'The next summit',
      datedOn: '2027-02',
    })
    expect(changed.updateEdition).toMatchObject({ occasion: 'The next summit', label: draft.label, datedOn: '2027-02' })
    const late = { slug, expectedRevision: revision, occasion: 'Another' }
    expect((await change('updateEdition', 'UpdateEditionInput', late)).refusal).toBe('STALE')
    const never = { slug, expectedRevision: revision + 1, datedOn: '2027-02-30' }
    expect((await change('updateEdition', 'UpdateEditionInput', never)).refusal).toBe('NO_SUCH_DATE')
  })
})

describe('freezing', () => {
  it('[ED-6] numbers what was agreed, and neither interim reports nor what somebody only drafts', async () => {
    const report = await begin({ kind: 'INTERIM_REPORT', label: 'Progress in spring' })
    expect((await freeze(report)).freezeEdition).toMatchObject({
      number: null,
      kind: 'INTERIM_REPORT',
      state: 'FROZEN',
    })
    const one = await begin()
    await begin()
    const other = await begin()
    expect((await freeze(one)).freezeEdition.number).toBe(3)
    expect((await freeze(other)).freezeEdition.number).toBe(4)
  })

  it('[ED-2] [ED-7] keeps the register as it stands; the file can be hashed by anybody and made again from history', async () => {
    const frozen = (await freeze(await begin())).freezeEdition
    expect(frozen.counts).toMatchObject({ items: 160, gaps: 34, principles: 16 })
    const answer = await fetch(`${app.url}/editions/${frozen.slug}/register.jsonl.gz`)
    const file = gunzipSync(Buffer.from(await answer.arrayBuffer()))
    expect(createHash('sha256').update(file).digest('hex')).toBe(frozen.hash)
    const [head, ...rows] = file
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(head).toMatchObject({ form: 1, asOf: frozen.registerAt })
    expect(Object.keys(head.tables)).toEqual([...registerTables])
    expect(rows.filter(([table]: any) => table === 'item')).toHaveLength(160)

    await db.query(`update item set title = 'Another title' where slug = 'iso-iec-21031-2024'`)
    await db.query(`delete from gap_principle where id = (select id from gap_principle limit 1)`)
    const { verifyEdition: found } = await verify(frozen.slug)
    expect(found).toEqual({ isIntact: true, hash: frozen.hash, fromHistory: frozen.hash, fromFile: frozen.hash })
    const next = (await freeze(await begin())).freezeEdition
    expect(next.hash).not.toBe(frozen.hash)
    expect((await verify(next.slug)).verifyEdition.isIntact).toBe(true)
  })

  it('[ED-7] is still made again when the tables have grown since', async () => {
    const frozen = (await freeze(await begin())).freezeEdition
    await db.query(`
      alter table body add column nickname text not null default 'none';
      alter table body_history add column nickname text not null default 'none';
      select remake_as_of('body')`)
    expect((await verify(frozen.slug)).verifyEdition.isIntact).toBe(true)
    await db.query(`
      drop function body_at(timestamptz);
      alter table body drop column nickname;
      alter table body_history drop column nickname;
      select remake_as_of('body')`)
  })

  it('[ED-7] shows when somebody changed what had been kept', async () => {
    const frozen = (await freeze(await begin())).freezeEdition
    await db.query('alter table item_history disable trigger append_only')
    await db.query(`update item set title = 'Later' where slug = 'itu-t-l-1801-02-2026'`)
    await db.query(`update item_history set title = 'Forged' where slug = 'itu-t-l-1801-02-2026'`)
    const { verifyEdition: found } = await verify(frozen.slug)
    expect(found).toMatchObject({ isIntact: false, hash: frozen.hash, fromFile: frozen.hash })
    expect(found.fromHistory).not.toBe(frozen.hash)
    await db.query('alter table item_history enable trigger append_only')
  })

  it('[ED-2] is for good: no verb changes it, and neither does a statement', async () => {
    const frozen = (await freeze(await begin({ contributors: [{ name: 'Ada Example' }] }))).freezeEdition
    const { slug, revision } = frozen
    const update = { slug, expectedRevision: revision, label: 'Better' }
    expect((await change('updateEdition', 'UpdateEditionInput', update)).refusal).toBe('EDITION_FROZEN')
    expect((await freeze(frozen)).refusal).toBe('EDITION_FROZEN')
    for (const statement of [
      `update edition set label = 'Better' where id = $1`,
      'delete from edition where id = $1',
      `update edition_contributor set affiliation = 'Elsewhere' where edition_id = $1`,
      'delete from edition_contributor where edition_id = $1',
      `insert into edition_contributor (id, edition_id, name) values (gen_random_uuid(), $1, 'Late')`,
      'delete from edition_snapshot where edition_id = $1',
    ]) {
      await expect(db.query(statement, [frozen.id])).rejects.toThrow(/never changes|append-only/)
    }
    // Somebody who asks to be forgotten is.
    await db.query('update edition_contributor set name = null, sort_name = null where edition_id = $1', [frozen.id])
    expect((await edition(slug)).contributors).toMatchObject([{ name: null }])
  })

  it('[ED-3] notes are added beside the print, to the edition and to those who contributed', async () => {
    const draft = await begin({ contributors: [{ name: 'Ada Example', mark: 'editor' }] })
    const early = { slug: draft.slug, text: 'Too early.' }
    expect((await change('annotateEdition', 'AnnotateEditionInput', early)).refusal).toBe('NOT_FROZEN')
    const { slug, contributors, hash, revision } = (await freeze(draft)).freezeEdition
    await change('annotateEdition', 'AnnotateEditionInput', { slug, text: 'Presented in May.' })
    const input = { slug, contributor: contributors[0].id, text: 'In memoriam, 2027.' }
    await change('annotateEdition', 'AnnotateEditionInput', input)
    expect(await edition(slug)).toMatchObject({
      hash,
      revision,
      notes: [{ text: 'Presented in May.' }],
      contributors: [{ name: 'Ada Example', mark: 'editor', notes: [{ text: 'In memoriam, 2027.' }] }],
    })
    const stranger = { ...input, contributor: draft.id }
    expect((await change('annotateEdition', 'AnnotateEditionInput', stranger)).refusal).toBe('NOT_FOUND')
  })
})

it('[ED-7] every table that is kept with its history is either part of an edition or known to be none of the register', async () => {
  const versioned = (await db.query(
    `select c.relname as name from pg_class c join pg_trigger t on t.tgrelid = c.oid where t.tgname = 'keep_history' order by 1`,
  )) as { name: string }[]
  const elsewhere = [
    'action_item',
    'consensus_call',
    'contribution',
    'decision',
    'deliverable',
    'deliverable_editor',
    'deliverable_gap',
    'deliverable_issue',
    'deliverable_lineage',
    'deliverable_milestone',
    'deliverable_text',
    'deliverable_transmission',
    'document',
    'lifetime_extension',
    'meeting',
    'organisation',
    // What a program thinks alike is no statement of the register; the case that somebody opens on it is.
    'overlap_suggestion',
    'patent_question',
    'published_date',
    'reservation',
    'standards_group',
    'statement',
    'subgroup',
    'terms_of_reference',
  ]
  expect(versioned.map(({ name }) => name)).toEqual([...registerTables, ...elsewhere].sort())
  expect([...leftOut]).toEqual(['recorded_at', 'search'])
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import * as Y from 'yjs'
import {
  clauseOf,
  deleteClause,
  insertClauses,
  paragraph,
  stampVersion,
  titleTextOf,
  type ClauseDraft,
} from '#schema/document/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { ClauseTexts, Readings } from '#server/drafting/reading/index.js'
import { Client, until } from './clients.js'
import { openDraftingSite, type DraftingSite } from './site.js'

let site: DraftingSite
let group: Awaited<ReturnType<DraftingSite['group']>>
let editor: Awaited<ReturnType<DraftingSite['person']>>

beforeAll(async () => {
  site = await openDraftingSite()
  group = await site.group()
  editor = await site.person('EDITOR', group)
})
afterAll(() => site.stop())

const drafts: ClauseDraft[] = [
  { title: 'Scope', attributes: { kind: 'SCOPE' }, body: [paragraph('Water and energy of services.')] },
  {
    title: 'Cooling',
    body: [paragraph('Évaporation is counted in litres.')],
    children: [{ title: 'Towers', body: [paragraph('A tower evaporates; a chiller does not.')] }],
  },
]

/** A text with words in it, as somebody's program made it. */
async function aText(visibility: 'PUBLIC' | 'PARTICIPANTS' = 'PUBLIC', given = drafts) {
  const doc = new Y.Doc()
  stampVersion(doc)
  const ids = insertClauses(doc, { parent: null }, given)
  const { id } = await site.document(group, visibility)
  await site.write((tx) => site.app.get(Texts).seed(tx, id, Y.encodeStateAsUpdate(doc)))
  return { id, doc, ids }
}

/** Writes in a text over its socket, as an editor does, until it is stored. */
async function write(id: string, act: (doc: Y.Doc) => void): Promise<void> {
  const client = await new Client({ url: site.url, documentId: id, token: editor.token }).ready()
  await until(() => client.synced)
  act(client.doc)
  await until(() => client.stored >= client.sent.length && client.sent.length > 0)
  await client.leave()
}

interface Seen {
  textVersion: string
  wordCount: number
  clauses: { id: string; number: string; title: string; content: { type: string } }[]
}
const asked = `query ($id: UUID!) { document(id: $id) { textVersion wordCount textChangedAt
  clauses { id level number series kind status title text hash content } } }`
const read = async (id: string, who: { token?: string } = {}) =>
  (await site.query<{ document: Seen | null }>(asked, { id }, who)).data!.document

const found = async (id: string, find: string, who: { token?: string } = {}) => {
  const query = 'query ($id: UUID!, $find: String) { document(id: $id) { clauses(find: $find) { title } } }'
  const { data } = await site.query<{ document: { clauses: { title: string }[] } | null }>(query, { id, find }, who)
  return data!.document?.clauses.map(({ title }) => title) ?? null
}

/** Whether the words of a text are kept as it is now. */
const areKept = async (id: string): Promise<boolean> => {
  const version = await site.app.get(Texts).version(id)
  const kept = await site.dataSource.query('select from clause_text_standing where document_id = $1 and version = $2', [
    id,
    version,
  ])
  return (kept as unknown[]).length > 0
}

const place = async (id: string, clause: string) => {
  const query = `query ($id: UUID!, $clause: ID!) { document(id: $id) { clause(id: $clause) {
    clause { number title } above { title } below { title } previous { title } next { title }
    deletion { noticedAt lastWords { title text number } } } } }`
  return (await site.query<{ document: { clause: unknown } }>(query, { id, clause })).data!.document.clause
}

describe('reading a text through the door', () => {
  it('[RD-1, CB-21] shows its clauses and leaves what is stored as it was', async () => {
    const { id, ids } = await aText()
    const before = await site.app.get(Texts).read(id)
    const text = (await read(id))!
    expect(text).toMatchObject({ textVersion: '1.1', wordCount: 20 })
    expect(text.clauses.map(({ id: clause, number, title, content }) => [clause, number, title, content.type])).toEqual(
      [
        [ids[0], '1', 'Scope', 'clause'],
        [ids[1], '6', 'Cooling', 'clause'],
        [ids[2], '6.1', 'Towers', 'clause'],
      ],
    )
    expect(await site.app.get(Texts).read(id)).toEqual(before)
  })

  it('[RD-2] takes a text apart once for each state of it, however many ask', async () => {
    const { id } = await aText()
    const readings = site.app.get(Readings)
    const before = readings.count
    await Promise.all([read(id), read(id), read(id)])
    await read(id)
    expect(readings.count).toBe(before + 1)
    await write(id, (doc) => insertClauses(doc, { parent: null }, [{ title: 'Bibliography' }]))
    const text = (await read(id))!
    expect(text.clauses.at(-1)!.title).toBe('Bibliography')
    expect(text.textVersion).not.toBe('1.1')
    expect(readings.count).toBe(before + 2)
  })

  it('shows a text in which nothing was ever written', async () => {
    const { id } = await site.document(group)
    expect(await read(id)).toMatchObject({ textVersion: '1.0', textChangedAt: null, wordCount: 0, clauses: [] })
  })

  it('[RD-3] tells where a clause stands, that it was deleted, and that it never was', async () => {
    const { id, ids } = await aText()
    expect(await place(id, ids[1]!)).toMatchObject({
      clause: { number: '6', title: 'Cooling' },
      above: [],
      below: [{ title: 'Towers' }],
      previous: { title: 'Scope' },
      next: null,
      deletion: null,
    })
    const texts = site.app.get(ClauseTexts)
    await texts.bringUpToDate(id)
    await write(id, (doc) => deleteClause(doc, ids[1]!))
    expect(await place(id, ids[1]!)).toMatchObject({
      clause: null,
      deletion: {
        noticedAt: null,
        lastWords: { title: 'Cooling', number: '', text: expect.stringContaining('litres') },
      },
    })
    await texts.bringUpToDate(id)
    expect(await place(id, ids[1]!)).toMatchObject({ deletion: { noticedAt: expect.stringMatching(/^\d{4}-/) } })
    // What is below it takes its place.
    expect(await place(id, ids[2]!)).toMatchObject({ clause: { number: '6', title: 'Towers' } })
    for (const never of ['cNeverThere', '', "'; drop table", '\0', 'x'.repeat(5000)]) {
      expect(await place(id, never)).toBeNull()
    }
  })

  it('[RD-5] shows nothing of a text to those who may not see it', async () => {
    const { id } = await aText('PARTICIPANTS')
    await site.app.get(ClauseTexts).bringUpToDate(id)
    expect([await read(id), await found(id, 'cooling')]).toEqual([null, null])
    expect(await found(id, 'cooling', editor)).toEqual(['Cooling'])
  })
})

describe('finding words in a text', () => {
  it('[RD-4] finds them in headings and in the text, without accents, in other forms, and only where all of them are', async () => {
    const { id } = await aText()
    await site.app.get(ClauseTexts).bringUpToDate(id)
    expect(await found(id, 'evaporation')).toEqual(expect.arrayContaining(['Cooling', 'Towers']))
    expect(await found(id, 'tower evaporate')).toEqual(['Towers'])
    expect(await found(id, 'services litres')).toEqual([])
    expect(await found(id, 'cooling')).toEqual(['Cooling'])
    for (const nothing of ['', '  ', '&|!', "'"]) expect(await found(id, nothing)).toEqual([])
  })

  it('[RD-4] follows the text by itself, without being asked', async () => {
    const { id, ids } = await aText()
    await until(() => areKept(id))
    expect(await found(id, 'tower')).toEqual(['Towers'])
    await write(id, (doc) => titleTextOf(clauseOf(doc, ids[0]!)!)!.insert(5, ' and tower'))
    await until(() => areKept(id))
    expect(await found(id, 'tower')).toEqual(expect.arrayContaining(['Scope and tower', 'Towers']))
  })

  it('takes words that a database cannot hold', async () => {
    const { id } = await aText('PUBLIC', [{ title: 'a\0b', body: [paragraph('lone \ud800 half '.repeat(30_000))] }])
    await site.app.get(ClauseTexts).bringUpToDate(id)
    expect(await found(id, 'half')).toEqual(['a\0b'])
  })
})

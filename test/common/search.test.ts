import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { DataSource } from 'typeorm'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

interface Answer {
  words: string[]
  suggestions: string[]
  groups: { kind: string; count: number; isPartial: boolean; hits: Hit[] }[]
}
interface Hit {
  label: string
  href: string
  gap: { bodies: { body: { slug: string } }[] } | null
  item: { slug: string } | null
}

let app: TestApp
let chair: string
beforeAll(async () => {
  app = await startApp({ database: await freshStarterDatabase() })
  chair = await app.signIn('chair@example.org')
})
afterAll(() => app?.stop())

async function search(
  query: string,
  { cookie, ...more }: { cookie?: string; kinds?: string[]; first?: number; asOf?: string } = {},
) {
  const { data, errors } = await app.query<{ search: Answer }>(
    `query ($query: String!, $kinds: [SearchKind!], $first: Int, $asOf: DateTime) {
      search(query: $query, kinds: $kinds, first: $first, asOf: $asOf) {
        words suggestions groups { kind count isPartial hits { label href item { slug } gap { bodies { body { slug } } } } }
      }
    }`,
    { query, ...more },
    cookie ? { cookie } : {},
  )
  expect(errors).toBeUndefined()
  return data!.search
}
const of = ({ groups }: Answer, kind: string) => groups.find((group) => group.kind === kind)
const firstOf = (answer: Answer, kind: string) => of(answer, kind)?.hits[0]?.label

it('[SE-2] answers the question of a reader: the gap first, with the bodies that could act', async () => {
  const answer = await search('what is still open on water use of inference, and who is on it?')
  expect(answer.words).toEqual(['water', 'use', 'inference'])
  expect(answer.groups[0]!.kind).toBe('GAP')
  const [gap] = answer.groups[0]!.hits
  expect(gap!.label).toBe('G-05 Water footprint of AI services')
  expect(gap!.gap!.bodies.map(({ body }) => body.slug)).toContain('itu-t-sg5')
})

it.each(['ISO/IEC 21031:2024', 'iso iec 21031 : 2024', '21031'])(
  '[SE-1, IT-6] finds an item called %s',
  async (name) => {
    expect(of(await search(name), 'ITEM')!.hits.map(({ item }) => item!.slug)).toContain('iso-iec-21031-2024')
  },
)

it('[SE-1] finds each kind by its own name', async () => {
  expect(firstOf(await search('G-05'), 'GAP')).toMatch(/^G-05 /)
  expect(firstOf(await search('P-02'), 'PRINCIPLE')).toMatch(/^P-02 /)
  expect(firstOf(await search('SG5'), 'BODY')).toBe('SG5')
  expect(firstOf(await search('FG-AI4EE'), 'GROUP')).toBe('FG-AI4EE')
})

it('[SE-4] forgives slips of the pen, and says what was probably meant', async () => {
  const answer = await search('watter use of infrence')
  expect(firstOf(answer, 'GAP')).toMatch(/^G-05 /)
  expect(answer.suggestions).toEqual(['water use inference'])
  expect((await search('water use of inference')).suggestions).toEqual([])
})

it('[SE-6] offers the names that a number may have been meant for, where nothing has it', async () => {
  const { groups, suggestions } = await search('ISO/IEC 21301:2024')
  expect([groups, suggestions]).toEqual([[], ['ISO/IEC 21031:2024']])
  expect((await search('L.1081')).suggestions[0]).toMatch(/^ITU-T L\.1801/)
})

it('[SE-3] shows what has half of the words where nothing has all, and says so', async () => {
  const gaps = of(await search('water zebra'), 'GAP')!
  expect(gaps.isPartial).toBe(true)
  expect(gaps.hits[0]!.label).toMatch(/^G-05 /)
  expect(of(await search('water'), 'GAP')!.isPartial).toBe(false)
  // A number is the name of something, and nothing else is meant.
  expect((await search('water 99999')).groups).toEqual([])
})

it('[SE-1] counts all, shows as many as were asked for, and only the kinds that were', async () => {
  const { groups } = await search('energy', { kinds: ['ITEM'], first: 3 })
  expect(groups.map(({ kind }) => kind)).toEqual(['ITEM'])
  expect(groups[0]!.hits).toHaveLength(3)
  const { data } = await app.query<{ items: { totalCount: number } }>(
    '{ items(filter: { search: "energy" }) { totalCount } }',
  )
  expect(groups[0]!.count).toBe(data!.items.totalCount)
})

it('[SE-1] searches the register as it stood', async () => {
  expect((await search('G-05', { asOf: '2001-01-01T00:00:00Z' })).groups).toEqual([])
})

it('[SE-1, VI-1] finds words of a text for those alone who may see it', async () => {
  const id = await aTextThatSays('Quokkas graze at dusk.')
  const inText = (answer: Answer) => (of(answer, 'TEXT')?.hits ?? []).map(({ href }) => href)
  const href = [`/groups/example/documents/${id}/clauses/cGrazing`]
  expect(inText(await search('quokkas'))).toEqual(href)
  await dataSource().query(`update document set visibility = 'PARTICIPANTS' where id = $1`, [id])
  expect(inText(await search('quokkas'))).toEqual([])
  expect(inText(await search('quokkas', { cookie: chair }))).toEqual(href)
})

it.each(["'", '%', '\\', '"); drop table item; --', '\u0000', '((', '🙂', 'a'.repeat(5000), ' '])(
  '[SE-1] takes %j for a search',
  async (text) => {
    expect(Array.isArray((await search(text)).groups)).toBe(true)
  },
)

const dataSource = () => app.app.get(DataSource)

/** A text nobody writes in: its words are put where those of texts are kept. */
async function aTextThatSays(words: string): Promise<string> {
  const [row] = (await dataSource().query(
    `insert into document (id, group_id, kind, title, schema_version, visibility)
     select gen_random_uuid(), id, 'REPORT', 'On grazing', 1, 'PUBLIC' from standards_group where slug = 'example' returning id`,
  )) as [{ id: string }]
  await dataSource().query(
    `insert into clause_text (document_id, clause_id, position, title, words, hash) values ($1, 'cGrazing', 1, 'Grazing', $2, 'x')`,
    [row.id, words],
  )
  return row.id
}

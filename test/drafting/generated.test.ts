import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import * as Y from 'yjs'
import {
  insertClauses,
  paragraph,
  stampVersion,
  type ClauseDraft,
  type RawElement,
  type RawNode,
} from '#schema/document/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { Bodies } from '#server/roadmap/bodies/index.js'
import { Items, type RecordItem } from '#server/roadmap/items/index.js'
import { Relations } from '#server/roadmap/relations/index.js'
import { until } from './clients.js'
import { openDraftingSite, type DraftingSite } from './site.js'

let site: DraftingSite
let group: Awaited<ReturnType<DraftingSite['group']>>
let editor: Awaited<ReturnType<DraftingSite['person']>>

const provenance = { source: 'a test' }

beforeAll(async () => {
  site = await openDraftingSite()
  group = await site.group()
  editor = await site.person('EDITOR', group)
  await site.write((tx) => site.app.get(Bodies).record(tx, { slug: 'b', name: 'B', kind: 'SDO', provenance }))
})
afterAll(() => site.stop())

const anItem = (designation: string, over: Partial<RecordItem> = {}): Promise<unknown> =>
  site.write((tx) =>
    site.app.get(Items).record(tx, {
      bodySlug: 'b',
      designation,
      title: `About ${designation}`,
      type: 'STANDARD',
      fallbackStatus: 'PUBLISHED',
      provenance,
      ...over,
    }),
  )

const para = (...content: (string | RawElement)[]): RawElement => ({
  name: 'para',
  attrs: {},
  content: content.map((one): RawNode =>
    typeof one === 'string' ? { spans: [{ insert: one, marks: {} }], attrs: {} } : one,
  ),
})
const cite = (key: string, item = ''): RawElement => ({ name: 'citation', attrs: { key, item }, content: [] })
const pointTo = (document: string, to: string): RawElement => ({
  name: 'reference',
  attrs: { document, to },
  content: [],
})

async function aText(drafts: ClauseDraft[], visibility: 'PUBLIC' | 'PARTICIPANTS' = 'PUBLIC') {
  const doc = new Y.Doc()
  stampVersion(doc)
  const ids = insertClauses(doc, { parent: null }, drafts)
  const { id } = await site.document(group, visibility)
  await site.write((tx) => site.app.get(Texts).seed(tx, id, Y.encodeStateAsUpdate(doc)))
  return { id, ids }
}

const citedQuery = `query ($id: UUID!) { document(id: $id) { citedItems {
  slug designation title state dates { kind on } relations { type isOutgoing other { slug designation } } } } }`
const cited = async (id: string) =>
  (await site.query<{ document: { citedItems: { slug: string }[] } }>(citedQuery, { id })).data!.document.citedItems

/** Resolves when the words of all texts are kept for searching, so that nobody else asks the database anything. */
const settled = (): Promise<void> =>
  until(async () => {
    const [{ behind }] = (await site.dataSource.query(
      `select count(*)::int as behind from document_log l left join clause_text_standing s on s.document_id = l.document_id
       where l.last_seq > 0 and s.version is distinct from l.epoch || '.' || l.last_seq`,
    )) as [{ behind: number }]
    return behind === 0
  })

/** How many statements went to the database while `act` ran. */
async function statements(act: () => Promise<unknown>): Promise<number> {
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const { query } = prototype
  let count = 0
  prototype.query = function (this: unknown, ...args: unknown[]) {
    count += 1
    return query.apply(this, args)
  }
  try {
    await act()
  } finally {
    prototype.query = query
  }
  return count
}

describe('works that a text cites', () => {
  it('[GE-1] are told from the register, with what took their place; what the register does not have is left out', async () => {
    await anItem('Old 1', { dates: { PUBLISHED: '2019-05' } })
    await anItem('New 1')
    await site.write((tx) =>
      site.app.get(Relations).record(tx, { from: 'New 1', to: 'Old 1', type: 'SUPERSEDES', provenance }),
    )
    const { id } = await aText([
      { body: [para('See ', cite('Old 1', 'old-1'), cite('Lost', 'no-such'), cite('Free'))] },
    ])
    expect(await cited(id)).toEqual([
      expect.objectContaining({
        slug: 'old-1',
        title: 'About Old 1',
        state: 'PUBLISHED',
        dates: [{ kind: 'PUBLISHED', on: '2019-05' }],
        relations: [{ type: 'SUPERSEDES', isOutgoing: false, other: { slug: 'new-1', designation: 'New 1' } }],
      }),
    ])
  })

  it('[GE-1] take one question for all of them, however many they are', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `Many ${i + 1}`)
    for (const name of names) await anItem(name)
    const text = (keys: string[]) =>
      aText([{ body: keys.map((key) => para(cite(key, key.toLowerCase().replace(' ', '-')))) }])
    const [one, many] = [await text(names.slice(0, 1)), await text(names)]
    await Promise.all([cited(one.id), cited(many.id)])
    await settled()
    const count = await statements(() => cited(one.id))
    expect(await statements(async () => expect(await cited(many.id)).toHaveLength(12))).toBe(count)
  })

  it('[GE-1] a list of slugs asks for many items at once, within bounds', async () => {
    await anItem('Named 1')
    const ask = 'query ($slug: [String!]) { items(first: 200, filter: { slug: $slug }) { nodes { slug } } }'
    const found = await site.query(ask, { slug: ['named-1', 'no-such', "'\0"] })
    expect(found.data).toEqual({ items: { nodes: [{ slug: 'named-1' }] } })
    const tooMany = await site.query(ask, { slug: Array.from({ length: 201 }, (_, i) => `s${i}`) })
    expect(tooMany.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT'])
  })
})

describe('clauses of other texts that a text points to', () => {
  const query = `query ($id: UUID!) { document(id: $id) { clausesElsewhere { id document { id title } clause { number title } } } }`
  interface Elsewhere {
    id: string
    document: { id: string; title: string }
    clause: { number: string; title: string } | null
  }
  const elsewhere = async (id: string, who: { token?: string } = {}) =>
    (await site.query<{ document: { clausesElsewhere: Elsewhere[] } }>(query, { id }, who)).data!.document
      .clausesElsewhere

  it('[TH-5] are told as they stand now, and that one is gone', async () => {
    const other = await aText([{ title: 'Scope', attributes: { kind: 'SCOPE' } }, { title: 'Cooling' }])
    const { id } = await aText([{ body: [para(pointTo(other.id, other.ids[1]!), pointTo(other.id, 'cNever'))] }])
    expect(await elsewhere(id)).toEqual([
      { id: other.ids[1], document: { id: other.id, title: 'A report' }, clause: { number: '6', title: 'Cooling' } },
      { id: 'cNever', document: { id: other.id, title: 'A report' }, clause: null },
    ])
  })

  it('[TH-5] nothing is told of a text that the reader may not see, nor of what is no text', async () => {
    const hidden = await aText([{ title: 'Secret cooling', body: [paragraph('x')] }], 'PARTICIPANTS')
    const { id } = await aText([
      {
        body: [para(pointTo(hidden.id, hidden.ids[0]!), pointTo("'; drop", 'c'), pointTo(randomUUID(), 'c'))],
      },
    ])
    expect(await elsewhere(id)).toEqual([])
    expect(await elsewhere(id, editor)).toMatchObject([{ clause: { title: 'Secret cooling' } }])
    // What is kept of the clause that points says no more than an id.
    const { data } = await site.query('query ($id: UUID!) { document(id: $id) { clauses { content text } } }', { id })
    expect(JSON.stringify(data)).not.toContain('Secret')
  })

  it('[TH-5] take one question for all texts, however many they are', async () => {
    const others = await Promise.all(Array.from({ length: 5 }, () => aText([{ title: 'Cooling' }])))
    const pointing = (to: typeof others) => aText([{ body: [para(...to.map(({ id, ids }) => pointTo(id, ids[0]!)))] }])
    const [one, many] = [await pointing(others.slice(0, 1)), await pointing(others)]
    await Promise.all([elsewhere(one.id), elsewhere(many.id)])
    await settled()
    const count = await statements(() => elsewhere(one.id))
    expect(await statements(async () => expect(await elsewhere(many.id)).toHaveLength(5))).toBe(count)
  })
})

/** The list of documents of a meeting, asked and changed through the API. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { documentsAtHand, documentsByAgendaItem, momentOf, WhatChanged } from '#server/process/document-list/index.js'
import { agendaOf, documentsIn, type Given } from './documents-of-a-meeting.js'
import { openSite, type Asker, type Site } from './site.js'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())

interface Line {
  id: string
  number: string
  title: string
  progress: string | null
  result: string | null
  note: string | null
  agendaItemId: string | null
  alsoUnder: string[]
  position: number | null
  presentedBy: string | null
  treatedAt: string | null
  revisedTo: { number: string } | null
  mergedInto: { number: string } | null
  replaces: { number: string }[]
  revision: number
  settledAt: string | null
}
const fields = `id number title state progress result note agendaItemId alsoUnder position presentedBy treatedAt settledAt
  revisedTo { number } mergedInto { number } replaces { number } revision`

let group: { id: string; slug: string }
let meeting: { id: string }
let chair: string
let rows: string[]

beforeEach(async () => {
  group = await site.group()
  meeting = await site.meeting(group)
  chair = await site.member(group, 'CHAIR')
  rows = await agendaOf(site, meeting.id, [
    'Opening',
    'Water',
    'Energy',
    { title: 'Management', visibility: 'MANAGEMENT' },
  ])
})

const documents = (given: readonly Given[]) => documentsIn(site, group, meeting.id, given)
const some = (count: number) => documents(Array.from({ length: count }, () => ({})))

async function list(args = '', asker: Asker = null): Promise<Line[]> {
  const { data, errors } = await site.ask(
    `query ($group: String!) { meeting(group: $group, number: 1) { documents${args && `(${args})`} { totalCount nodes { ${fields} } } } }`,
    { group: group.slug },
    asker,
  )
  expect(errors).toEqual([])
  return data.meeting.documents.nodes as Line[]
}
const numbers = async (args = '', asker: Asker = null) => (await list(args, asker)).map(({ number }) => number)
const line = async (id: string, asker: Asker = chair) => (await list('', asker)).find((one) => one.id === id)!

const settle = (
  ids: readonly string[],
  said: object,
  { asker = chair, revision = 1 }: { asker?: Asker; revision?: number } = {},
) =>
  site.ask(
    `mutation ($input: SettleDocumentsInput!) { settleDocuments(input: $input) { ${fields} } }`,
    {
      input: {
        meetingId: meeting.id,
        documents: ids.map((id) => ({ id, expectedRevision: revision })),
        ...said,
      },
    },
    asker,
  )
const allocate = (ids: readonly string[], agendaItemId: string | null, isAlso = false, asker: Asker = chair) =>
  site.ask(
    `mutation ($input: AllocateDocumentsInput!) { allocateDocuments(input: $input) { id count undoneAt keptCount } }`,
    { input: { meetingId: meeting.id, documents: ids, agendaItemId, isAlso } },
    asker,
  )
const undoRun = (id: string) =>
  site.ask('mutation ($id: UUID!) { undoAllocation(id: $id) { count keptCount undoneAt } }', { id }, chair)

describe('the list of documents of a meeting', () => {
  it('[DL-2, CO-8] has every contribution to it, also those that were withdrawn or lapsed, and none of another', async () => {
    await documents([{}, { state: 'WITHDRAWN' }, { state: 'LAPSED' }, { state: 'RESERVED' }])
    const other = await site.meeting(group, { startsOn: '2027-10-15' })
    const [moved] = await documentsIn(site, group, other.id, [{}])
    expect(await numbers()).toEqual(['X-001', 'X-002', 'X-003', 'X-004'])
    await site.dataSource.query('update contribution set meeting_id = $2 where id = $1', [moved, meeting.id])
    expect(await numbers()).toHaveLength(5)
    await site.dataSource.query('update contribution set meeting_id = $2 where id = $1', [moved, other.id])
    expect(await numbers()).toHaveLength(4)
  })

  it('[DL-2] keeps what it decided when a document goes on to the next meeting', async () => {
    const [id] = await some(1)
    await settle([id!], { result: 'POSTPONED' })
    const next = await site.meeting(group, { startsOn: '2027-10-15' })
    await site.dataSource.query('update contribution set meeting_id = $2 where id = $1', [id, next.id])
    expect((await list()).map(({ result }) => result)).toEqual(['POSTPONED'])
    const { data } = await site.ask(
      `query ($group: String!) { meeting(group: $group, number: 2) { documents { nodes { progress result } } } }`,
      { group: group.slug },
    )
    expect(data.meeting.documents.nodes).toEqual([{ progress: 'OPEN', result: null }])
  })

  it('[GR-3] shows nobody what they may not see: neither document, nor row, nor the number of another', async () => {
    const [open, hidden, third] = await documents([{}, { visibility: 'MANAGEMENT' }, {}])
    await allocate([third!], rows[3]!)
    await settle([open!], { result: 'REVISED', revisedTo: hidden })
    expect(await numbers('', chair)).toEqual(['X-003', 'X-001', 'X-002'])
    const seen = await list()
    expect(seen.map(({ number }) => number)).toEqual(['X-001', 'X-003'])
    expect(seen[0]!.revisedTo).toBeNull()
    expect(seen[1]!.agendaItemId).toBeNull()
    const { data } = await site.ask(
      `query ($group: String!) { meeting(group: $group, number: 1) { allocationRules { id } allocationPreview { leftCount } lastAllocation { id }
         documents { totalCount } documentFacets { agendaItem { value count } result { value count } } } }`,
      { group: group.slug },
    )
    expect(data.meeting).toEqual({
      allocationRules: [],
      allocationPreview: null,
      lastAllocation: null,
      documents: { totalCount: 2 },
      documentFacets: { agendaItem: [{ value: '', count: 2 }], result: [{ value: 'REVISED', count: 1 }] },
    })
  })

  it('[DL-6] stands in the order of the agenda, of numbers, titles, results or availability, and turns its pages by keyset', async () => {
    const ids = await documents([{ title: 'Zeta' }, { title: 'Élan' }, { title: 'alpha' }, { title: 'Beta' }])
    await allocate([ids[3]!, ids[0]!], rows[2]!)
    await allocate([ids[2]!], rows[1]!)
    expect(await numbers()).toEqual(['X-003', 'X-004', 'X-001', 'X-002'])
    await settle([ids[1]!], { result: 'NOTED' })
    const by = (order: string, direction = 'ASC') => numbers(`sort: { by: ${order}, direction: ${direction} }`)
    expect(await by('NUMBER', 'DESC')).toEqual(['X-004', 'X-003', 'X-002', 'X-001'])
    expect(await by('TITLE')).toEqual(['X-003', 'X-004', 'X-002', 'X-001'])
    expect((await by('RESULT')).at(-1)).toBe('X-002')
    for (const order of ['AGENDA', 'NUMBER', 'TITLE', 'RESULT', 'AVAILABLE']) {
      const found: string[] = []
      let after: string | null = null
      do {
        const { data, errors } = await site.ask(
          `query ($group: String!, $after: String) { meeting(group: $group, number: 1) {
             documents(first: 3, after: $after, sort: { by: ${order}, direction: DESC }) { nodes { number } pageInfo { hasNextPage endCursor } } } }`,
          { group: group.slug, after },
        )
        expect(errors).toEqual([])
        const page = data.meeting.documents
        found.push(...page.nodes.map(({ number }: { number: string }) => number))
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
      } while (after)
      expect([order, found]).toEqual([order, await by(order, 'DESC')])
    }
  })

  it('[DL-6] narrows by words, row, result and state, and each filter counts as if it were not set', async () => {
    const ids = await documents([
      { title: 'Water of inference' },
      { title: 'Énergie' },
      { title: 'Water and heat' },
      { state: 'WITHDRAWN' },
    ])
    await allocate([ids[0]!, ids[1]!], rows[1]!)
    await allocate([ids[1]!], rows[2]!, true)
    await settle([ids[0]!], { result: 'AGREED' })
    const filtered = (filter: string) => numbers(`filter: { ${filter} }`)
    expect(await filtered('search: "WATER"')).toEqual(['X-001', 'X-003'])
    expect(await filtered('search: "energie 002"')).toEqual(['X-002'])
    expect(await filtered('search: "%"')).toEqual([])
    expect(await filtered(`agendaItem: ["${rows[2]}"]`)).toEqual(['X-002'])
    expect(await filtered(`agendaItem: ["${rows[2]}"], isAllocated: false`)).toEqual(['X-002', 'X-003', 'X-004'])
    expect(await filtered('result: [AGREED, WITHDRAWN]')).toEqual(['X-001', 'X-004'])
    expect(await filtered('progress: [OPEN]')).toEqual(['X-002', 'X-003'])
    const { data } = await site.ask(
      `query ($group: String!) { meeting(group: $group, number: 1) { documentFacets(filter: { search: "water", result: [AGREED] }) {
         progress { value count } result { value count } agendaItem { value count } } } }`,
      { group: group.slug },
    )
    expect(data.meeting.documentFacets).toEqual({
      progress: [{ value: 'OPEN', count: 1 }],
      result: [{ value: 'AGREED', count: 1 }],
      agendaItem: [{ value: rows[1], count: 1 }],
    })
  })

  it('[DL-6] is read with the same number of statements, however long it is', async () => {
    const count = async () => {
      const before = site.statements()
      await list('first: 200')
      return site.statements() - before
    }
    await some(3)
    const few = await count()
    const ids = await some(60)
    await allocate(ids, rows[1]!)
    await settle(ids.slice(0, 30), { result: 'MERGED', mergedInto: ids[50] })
    // One for the documents into which they were merged.
    expect(await count()).toBe(few + 1)
  })
})

describe('what becomes of a document', () => {
  it('[DL-1, DL-4] is said by who runs the meeting, with who and when, is taken back and given again', async () => {
    const [id] = await some(1)
    await allocate([id!], rows[1]!)
    site.at('2027-06-15T09:30:00Z')
    try {
      expect((await settle([id!], { progress: 'DISCUSSED' })).data.settleDocuments[0]).toMatchObject({
        progress: 'DISCUSSED',
        treatedAt: null,
      })
      const agreed = await settle(
        [id!],
        { result: 'CONDITIONALLY_AGREED', note: 'if the figures hold' },
        { revision: 2 },
      )
      expect(agreed.data.settleDocuments[0]).toMatchObject({
        progress: null,
        result: 'CONDITIONALLY_AGREED',
        note: 'if the figures hold',
        treatedAt: '2027-06-15T09:30:00.000Z',
        settledAt: '2027-06-15T09:30:00.000Z',
        revision: 3,
      })
    } finally {
      site.at(null)
    }
    const undo = (expectedRevision: number) =>
      site.ask(
        `mutation ($input: UndoSettlingInput!) { undoSettling(input: $input) { ${fields} } }`,
        { input: { meetingId: meeting.id, document: id, expectedRevision } },
        chair,
      )
    expect((await undo(3)).data.undoSettling).toMatchObject({
      progress: 'DISCUSSED',
      result: null,
      note: null,
      treatedAt: null,
      settledAt: null,
    })
    expect((await undo(4)).data.undoSettling).toMatchObject({
      result: 'CONDITIONALLY_AGREED',
      note: 'if the figures hold',
    })
    const { data } = await site.ask(
      `query ($group: String!, $id: UUID!) { meeting(group: $group, number: 1) { document(id: $id) {
         steps { progress result isUndoing by { id } } } activity { nodes { verb } } } }`,
      { group: group.slug, id },
      chair,
    )
    expect(data.meeting.document.steps).toEqual([
      { progress: null, result: 'CONDITIONALLY_AGREED', isUndoing: true, by: { id: chair } },
      { progress: 'DISCUSSED', result: null, isUndoing: true, by: { id: chair } },
      { progress: null, result: 'CONDITIONALLY_AGREED', isUndoing: false, by: { id: chair } },
      { progress: 'DISCUSSED', result: null, isUndoing: false, by: { id: chair } },
    ])
    expect(data.meeting.activity.nodes.map(({ verb }: { verb: string }) => verb).slice(0, 4)).toEqual([
      'meeting.settlingUndone',
      'meeting.settlingUndone',
      'meeting.documentSettled',
      'meeting.documentProgressed',
    ])
  })

  it('[DL-4] is refused to others, and of one who looked at an older state; nothing changes', async () => {
    const [id, never] = await some(2)
    const member = await site.member(group, 'PARTICIPANT')
    expect((await settle([id!], { result: 'NOTED' }, { asker: null })).codes).toEqual(['SIGN_IN_REQUIRED'])
    expect((await settle([id!], { result: 'NOTED' }, { asker: member })).codes).toEqual(['FORBIDDEN'])
    await settle([id!], { result: 'NOTED' })
    expect((await settle([never!, id!], { result: 'AGREED' })).codes).toEqual(['STALE'])
    expect(await line(never!)).toMatchObject({ progress: 'OPEN', revision: 1 })
    const undo = await site.ask(
      'mutation ($input: UndoSettlingInput!) { undoSettling(input: $input) { id } }',
      { input: { meetingId: meeting.id, document: never, expectedRevision: 1 } },
      chair,
    )
    expect(undo.codes).toEqual(['NOTHING_TO_UNDO'])
  })

  it('[DL-2] is nothing but withdrawn when its source took it back, and says so in a sentence', async () => {
    const [withdrawn, reserved] = await documents([{ state: 'WITHDRAWN' }, { state: 'RESERVED' }])
    const refused = await settle([withdrawn!], { result: 'AGREED' })
    expect(refused.codes).toEqual(['DOCUMENT_WITHDRAWN'])
    expect(refused.errors[0]!.extensions).toMatchObject({ args: { number: 'X-001' }, field: 'input.result' })
    expect((await settle([withdrawn!], { progress: 'DISCUSSED' })).codes).toEqual(['DOCUMENT_WITHDRAWN'])
    expect((await settle([withdrawn!], { result: 'WITHDRAWN' })).errors).toEqual([])
    expect((await settle([reserved!], { result: 'APPROVED' })).codes).toEqual(['DOCUMENT_MISSING'])
    expect((await settle([reserved!], { result: 'NOT_HANDLED' })).errors).toEqual([])
  })

  it('[DL-3] leads to its revision or to where it was merged, which show what they replace, and never in a circle', async () => {
    const [one, two, three] = await some(3)
    expect((await settle([one!], { result: 'REVISED' })).codes).toEqual(['LINK_MISSING'])
    expect((await settle([one!], { result: 'REVISED', revisedTo: one })).codes).toEqual(['LINK_CIRCLE'])
    expect((await settle([one!], { result: 'REVISED', revisedTo: two })).errors).toEqual([])
    expect((await settle([two!], { result: 'MERGED', mergedInto: three })).errors).toEqual([])
    const refused = await settle([three!], { result: 'REVISED', revisedTo: one })
    expect(refused.codes).toEqual(['LINK_CIRCLE'])
    expect(refused.errors[0]!.extensions.args).toEqual({ number: 'X-003', other: 'X-001' })
    expect(await line(two!)).toMatchObject({ mergedInto: { number: 'X-003' }, replaces: [{ number: 'X-001' }] })
    const [elsewhere] = await documentsIn(site, await site.group(), null, [{}])
    expect((await settle([three!], { result: 'MERGED', mergedInto: elsewhere })).codes).toEqual(['NOT_FOUND'])
    const [gone] = await documents([{ state: 'WITHDRAWN' }])
    expect((await settle([three!], { result: 'MERGED', mergedInto: gone })).codes).toEqual(['DOCUMENT_WITHDRAWN'])
  })

  it('[DL-3] two links that would close a circle together cannot be made at once', async () => {
    const [one, two] = await some(2)
    const both = await Promise.all([
      settle([one!], { result: 'MERGED', mergedInto: two }),
      settle([two!], { result: 'MERGED', mergedInto: one }),
    ])
    expect(both.flatMap(({ codes }) => codes)).toEqual(['LINK_CIRCLE'])
  })

  it('[DL-1, DL-3] is kept in step by the database as well: no result with progress, no merging without a document', async () => {
    const [id] = await some(1)
    const set = (what: string) =>
      site.dataSource.query(`update listed_document set ${what} where contribution_id = $1`, [id])
    await expect(set(`result = 'NOTED', settled_at = now()`)).rejects.toThrow(/check/)
    await expect(set(`result = 'MERGED', progress = null, settled_at = now()`)).rejects.toThrow(/check/)
    await expect(
      set(`result = 'NOTED', progress = null, settled_at = now(), revised_to_id = contribution_id`),
    ).rejects.toThrow(/check/)
    await expect(set(`result = 'GOOD', progress = null, settled_at = now()`)).rejects.toThrow(/check/)
    await expect(site.dataSource.query('delete from document_step')).rejects.toThrow(/append-only/)
  })
})

describe('where documents stand', () => {
  it('[DL-5] is one row of their own and others that point to them, in the order in which they came', async () => {
    const ids = await some(3)
    expect((await allocate(ids, rows[1]!)).data.allocateDocuments.count).toBe(3)
    await allocate([ids[2]!], rows[2]!, true)
    expect(await line(ids[2]!)).toMatchObject({ agendaItemId: rows[1], alsoUnder: [rows[2]], position: 3 })
    const ordered = await site.ask(
      `mutation ($input: OrderDocumentInput!) { orderDocument(input: $input) { position } }`,
      { input: { meetingId: meeting.id, document: ids[2], before: ids[0] } },
      chair,
    )
    expect(ordered.data.orderDocument.position).toBe(1)
    expect(await numbers()).toEqual(['X-003', 'X-001', 'X-002'])
    await allocate([ids[2]!], null)
    expect(await line(ids[2]!)).toMatchObject({ agendaItemId: null, alsoUnder: [], position: null })
  })

  it('[DL-5] goes with the row: documents under a row that is deleted stand under none', async () => {
    const [id] = await some(1)
    await allocate([id!], rows[1]!)
    await site.dataSource.query('delete from agenda_item where id = $1', [rows[1]])
    expect(await line(id!)).toMatchObject({ agendaItemId: null })
  })

  it('[DL-5] is refused for a row of another meeting, a document that is not there, and to whoever does not run the meeting', async () => {
    const [id] = await some(1)
    const other = await site.meeting(group, { startsOn: '2027-10-15' })
    const [foreign] = await agendaOf(site, other.id, ['Elsewhere'])
    const [stranger] = await documentsIn(site, group, other.id, [{}])
    expect((await allocate([id!], foreign!)).codes).toEqual(['NOT_FOUND'])
    expect((await allocate([stranger!], rows[0]!)).codes).toEqual(['NOT_FOUND'])
    expect((await allocate([id!], rows[0]!, false, await site.member(group, 'EDITOR'))).codes).toEqual(['FORBIDDEN'])
  })

  it('names who presents them, in words or as a person; erased, the person has no name', async () => {
    const [id] = await some(1)
    const name = (given: object) =>
      site.ask(
        'mutation ($input: NamePresenterInput!) { namePresenter(input: $input) { presentedBy } }',
        { input: { meetingId: meeting.id, document: id, ...given } },
        chair,
      )
    expect((await name({ presentedBy: 'Ada' })).codes).toEqual(['NOT_ALLOCATED'])
    await allocate([id!], rows[1]!)
    expect((await name({ presentedBy: 'Ada' })).data.namePresenter.presentedBy).toBe('Ada')
    await site.dataSource.query(
      `insert into person_profile (person_id, name, sort_name) values ($1, 'Grace', 'Grace')`,
      [chair],
    )
    expect((await name({ presenterId: chair })).data.namePresenter.presentedBy).toBe('Grace')
    await site.dataSource.query('delete from person_profile where person_id = $1', [chair])
    expect(await line(id!)).toMatchObject({ presentedBy: null })
    expect((await name({ presentedBy: 'Ada', presenterId: chair })).codes).toEqual(['BAD_INPUT'])
  })

  it('[ME-10, GR-3] lie on the table of their row in its order, as far as one may see both', async () => {
    const ids = await documents([{}, {}, { visibility: 'MANAGEMENT' }])
    await allocate(ids, rows[1]!)
    await allocate([ids[0]!], rows[3]!, true)
    const table = async (asker: Asker) => {
      const found = await documentsAtHand(site.ctx(await site.viewerOf(asker)), [rows[1]!, rows[3]!])
      return [rows[1]!, rows[3]!].map((row) => (found.get(row) ?? []).map(({ number }) => number))
    }
    expect(await table(chair)).toEqual([['X-001', 'X-002', 'X-003'], ['X-001']])
    expect(await table(null)).toEqual([['X-001', 'X-002'], []])
    const byRow = await documentsByAgendaItem(site.ctx(await site.viewerOf(chair))).load(rows[3]!)
    expect(byRow.map(({ isPrimary, contribution }) => [isPrimary, contribution.number])).toEqual([[false, 'X-001']])
    const [first] = (await documentsAtHand(site.ctx(await site.viewerOf(null)), [rows[1]!])).get(rows[1]!)!
    expect(first!.href).toBe(`/groups/${group.slug}/meetings/1/documents/${ids[0]}`)
  })

  it('[DL-8] is taken back as a whole; what was moved again since stays, and a second time is refused', async () => {
    const ids = await some(4)
    await allocate([ids[0]!], rows[0]!)
    const { id } = (await allocate(ids, rows[1]!)).data.allocateDocuments as { id: string }
    await allocate([ids[3]!], rows[2]!)
    expect((await undoRun(id)).data.undoAllocation).toMatchObject({ count: 4, keptCount: 1 })
    const places = (await list('sort: { by: NUMBER }')).map(({ agendaItemId }) => agendaItemId)
    expect(places).toEqual([rows[0], null, null, rows[2]])
    expect((await undoRun(id)).codes).toEqual(['ALREADY_UNDONE'])
  })
})

describe('the rules of a meeting', () => {
  const add = (pattern: string, agendaItemId: string, kind = 'KEYWORD') =>
    site.ask(
      'mutation ($input: AddAllocationRuleInput!) { addAllocationRule(input: $input) { id pattern agendaItem { number } } }',
      { input: { meetingId: meeting.id, kind, pattern, agendaItemId } },
      chair,
    )
  const apply = (again = false) =>
    site.ask(
      'mutation ($input: ApplyAllocationRulesInput!) { applyAllocationRules(input: $input) { id way count } }',
      { input: { meetingId: meeting.id, again } },
      chair,
    )

  it('[DL-7, DL-8] show first what goes where, what fits none or several; do exactly that; and are taken back as a whole', async () => {
    const ids = await documents([
      { title: 'Water of inference' },
      { title: 'Energy of training' },
      { title: 'Water and energy' },
      { title: 'Noise' },
      { title: 'Water, withdrawn', state: 'WITHDRAWN' },
      { title: 'Water by hand' },
    ])
    await allocate([ids[5]!], rows[0]!)
    expect((await add('water', rows[1]!)).data.addAllocationRule).toMatchObject({ agendaItem: { number: '2' } })
    await add('energy', rows[2]!)
    expect((await add('energy', rows[2]!)).codes).toEqual(['ALREADY_THERE'])
    const { data, errors } = await site.ask(
      `query ($group: String!) { meeting(group: $group, number: 1) { allocationRules { pattern } allocationPreview {
         rows { agendaItem { number } documents { number } } matchNone { number }
         matchSeveral { document { number } agendaItems { number } } leftCount } } }`,
      { group: group.slug },
      chair,
    )
    expect(errors).toEqual([])
    expect(data.meeting.allocationPreview).toEqual({
      rows: [
        { agendaItem: { number: '2' }, documents: [{ number: 'X-001' }] },
        { agendaItem: { number: '3' }, documents: [{ number: 'X-002' }] },
      ],
      matchNone: [{ number: 'X-004' }],
      matchSeveral: [{ document: { number: 'X-003' }, agendaItems: [{ number: '2' }, { number: '3' }] }],
      leftCount: 1,
    })
    const run = (await apply()).data.applyAllocationRules
    expect(run).toMatchObject({ way: 'RULES', count: 2 })
    const places = async () =>
      (await list('sort: { by: NUMBER }')).map(({ agendaItemId }) => rows.indexOf(agendaItemId!))
    expect(await places()).toEqual([1, 2, -1, -1, -1, 0])
    expect((await apply()).data.applyAllocationRules.count).toBe(0)
    expect((await undoRun(run.id)).data.undoAllocation).toMatchObject({ count: 2, keptCount: 0 })
    expect(await places()).toEqual([-1, -1, -1, -1, -1, 0])
    expect((await apply(true)).data.applyAllocationRules.count).toBe(3)
    expect(await places()).toEqual([1, 2, -1, -1, -1, 1])
  })

  it('[DL-7] can be taken away, which changes nothing that they did', async () => {
    const [id] = await documents([{ title: 'Water' }])
    const rule = (await add('water', rows[1]!)).data.addAllocationRule as { id: string }
    await apply()
    const removed = await site.ask(
      'mutation ($id: UUID!) { removeAllocationRule(id: $id) { allocationRules { id } } }',
      { id: rule.id },
      chair,
    )
    expect(removed.data.removeAllocationRule.allocationRules).toEqual([])
    expect(await line(id!)).toMatchObject({ agendaItemId: rows[1] })
  })
})

describe('what changed since', () => {
  const changes = async (since: string, filter = '', asker: Asker = null) => {
    const { data, errors } = await site.ask(
      `query ($group: String!, $since: String!) { meeting(group: $group, number: 1) {
         documentChanges(since: $since${filter && `, filter: { ${filter} }`}) { since changed { number result } gone totalCount } } }`,
      { group: group.slug, since },
      asker,
    )
    expect(errors).toEqual([])
    return data.meeting.documentChanges as {
      since: string
      changed: { number: string }[]
      gone: string[]
      totalCount: number
    }
  }
  const moment = async () => {
    const { data } = await site.ask(
      `query ($group: String!) { meeting(group: $group, number: 1) { documents(first: 1) { since } } }`,
      { group: group.slug },
    )
    return data.meeting.documents.since as string
  }

  it('[DL-9] is told line by line, whoever changed it: results, places, the contribution itself, links to it', async () => {
    const ids = await some(5)
    let since = await moment()
    const told = async () => {
      const found = await changes(since)
      since = found.since
      return found.changed.map(({ number }) => number).sort()
    }
    expect(await told()).toEqual([])
    await settle([ids[0]!], { result: 'REVISED', revisedTo: ids[1] })
    expect(await told()).toEqual(['X-001', 'X-002'])
    await allocate([ids[2]!], rows[1]!)
    expect(await told()).toEqual(['X-003'])
    await site.dataSource.query(`update contribution set title = 'Another' where id = $1`, [ids[3]])
    expect(await told()).toEqual(['X-004'])
    await some(1)
    expect(await told()).toEqual(['X-006'])
    expect(await told()).toEqual([])
  })

  it('[DL-9] names what no longer fits, and of what is hidden only that the list is shorter', async () => {
    const ids = await some(3)
    const since = await moment()
    await settle([ids[0]!], { result: 'NOTED' })
    await site.dataSource.query(`update contribution set visibility = 'MANAGEMENT' where id = $1`, [ids[1]])
    expect(await changes(since, 'progress: [OPEN]')).toMatchObject({ changed: [], gone: [ids[0]], totalCount: 1 })
    expect(await changes(since)).toMatchObject({ changed: [{ number: 'X-001' }], gone: [], totalCount: 2 })
  })

  it('[DL-9] is never missed because of one who writes for long', async () => {
    const ids = await some(2)
    const slow = site.dataSource.createQueryRunner()
    await slow.startTransaction()
    await slow.query(`update contribution set title = 'Slow' where id = $1`, [ids[0]])
    const since = await moment()
    await settle([ids[1]!], { result: 'NOTED' })
    const meanwhile = await changes(since)
    expect(meanwhile.changed.map(({ number }) => number)).toEqual(['X-002'])
    await slow.commitTransaction()
    await slow.release()
    expect((await changes(meanwhile.since)).changed.map(({ number }) => number).sort()).toEqual(['X-001', 'X-002'])
  })

  it('[DL-9] costs the same few statements for a long list as for a short one', async () => {
    const ids = await some(200)
    const since = await moment()
    await settle([ids[7]!], { result: 'NOTED' })
    const before = site.statements()
    await changes(since)
    expect(site.statements() - before).toBeLessThanOrEqual(6)
  })
})

describe('who watches a list', () => {
  it('[DL-9] hears one small message for each commit, however much it changes, and nothing of other meetings', async () => {
    const ids = await some(50)
    const other = await site.meeting(group, { startsOn: '2027-10-15' })
    const [elsewhere] = await documentsIn(site, group, other.id, [{}])
    const viewer = await site.viewerOf(null)
    const heard: object[][] = []
    const watchers = await Promise.all(
      Array.from({ length: 100 }, () => site.documentNews.listen(site.ctx(viewer), meeting.id)),
    )
    const readings = watchers.map(async (watcher) => {
      const messages: object[] = []
      heard.push(messages)
      for await (const message of watcher) messages.push(message)
    })
    expect(site.documentNews.listeners).toBe(100)
    await allocate(ids, rows[1]!)
    await settle(ids.slice(0, 20), { result: 'NOTED' })
    await site.dataSource.query(`update contribution set title = 'Elsewhere' where id = $1`, [elsewhere])
    await site.dataSource.query(`update agenda_item set title = 'Water use' where id = $1`, [rows[1]])
    // What was announced is told in order, so the last message says that all were told.
    await until(() => heard.length === 100 && heard.every((messages) => messages.length >= 3))
    await Promise.all(watchers.map((watcher) => watcher.return!()))
    await Promise.all(readings)
    const told = (isAgendaChanged: boolean) => ({ meetingId: meeting.id, isAgendaChanged })
    for (const messages of heard) expect(messages).toEqual([told(false), told(false), told(true)])
    expect(site.documentNews.listeners).toBe(0)
  })

  it('[DL-9] has each change read once for all of the same sight, of 1,800 documents as of ten', async () => {
    const ids = await some(10)
    const strangers = await Promise.all(Array.from({ length: 100 }, () => site.viewerOf(null)))
    const people = await Promise.all([site.person(), site.person()])
    const signedIn = await Promise.all(people.map((person) => site.viewerOf(person)))
    const whatChanged = site.get(WhatChanged)
    const changeOf = async (id: string) => {
      const { since } = await momentOf(site.ctx(strangers[0]!))
      await settle([id], { result: 'NOTED' })
      const before = site.statements()
      const told = await Promise.all(
        [...strangers, ...signedIn].map((viewer) => whatChanged.since(site.ctx(viewer), meeting.id, {}, since)),
      )
      expect(told.map(({ changed }) => changed.map((line) => line.id))).toEqual(told.map(() => [id]))
      const statements = site.statements() - before
      // Whoever asks later reads it no more, unless something was written meanwhile, be it by another file of tests.
      const later = () => whatChanged.since(site.ctx(strangers[7]!), meeting.id, {}, since)
      let isShared = false
      while (!isShared) isShared = (await later()) === (await later())
      return statements
    }
    const few = await changeOf(ids[3]!)
    // The moment; then agenda, lines, count and replaced documents for strangers, and the same for those who are signed in.
    expect(few).toBeLessThanOrEqual(1 + 2 * 4)
    await some(1_790)
    expect(await changeOf(ids[4]!)).toBe(few)
  })

  it('[DL-9] is never given what was read before a change', async () => {
    const [id] = await some(2)
    const { since } = await momentOf(site.ctx(await site.viewerOf(null)))
    const ask = async () => site.get(WhatChanged).since(site.ctx(await site.viewerOf(null)), meeting.id, {}, since)
    expect((await ask()).changed).toEqual([])
    await settle([id!], { result: 'NOTED' })
    expect((await ask()).changed.map(({ result }) => result)).toEqual(['NOTED'])
    await settle([id!], { result: 'AGREED' }, { revision: 2 })
    expect((await ask()).changed.map(({ result }) => result)).toEqual(['AGREED'])
  })

  it('[DL-9, GR-3] hears nothing of a meeting that they may not see, nor once they may not see it any more', async () => {
    const closed = await site.meeting(group, { visibility: 'PARTICIPANTS' })
    const [id] = await documentsIn(site, group, closed.id, [{}])
    await expect(site.documentNews.listen(site.ctx(await site.viewerOf(null)), closed.id)).rejects.toThrow('NOT_FOUND')
    const member = await site.viewerOf(await site.member(group, 'PARTICIPANT'))
    let now = member
    const heard: string[] = []
    const listen = async (name: string, viewerNow: () => typeof member) => {
      const watcher = await site.documentNews.listen(
        { ...site.ctx(member), viewerNow: async () => viewerNow() },
        closed.id,
      )
      const reading = (async () => {
        for await (const _ of watcher) heard.push(name)
      })()
      return { watcher, reading }
    }
    const both = [await listen('leaver', () => now), await listen('stays', () => member)]
    const change = () => site.dataSource.query(`update contribution set title = title || '.' where id = $1`, [id])
    await change()
    await until(() => heard.length === 2)
    now = await site.viewerOf(await site.person())
    await change()
    await until(() => heard.length === 3)
    await change()
    await until(() => heard.length === 4)
    await Promise.all(both.map(({ watcher }) => watcher.return!()))
    await Promise.all(both.map(({ reading }) => reading))
    expect(heard.filter((name) => name === 'leaver')).toHaveLength(1)
  })
})

/** Waits until something is so; the runner's own limit says when it never is. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}

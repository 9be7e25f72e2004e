import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { FACT_KINDS } from '#schema/vocabulary/register.js'
import { stranger, type Viewer } from '#server/platform/context/index.js'
import { anEditor, anItem, openRegister, recordEverything, type Register } from './register.js'

const reader: Viewer = {
  ...stranger,
  accountId: '01900000-0000-7000-8000-0000000000a1',
  personId: '01900000-0000-7000-8000-0000000000b1',
}
const editor: Viewer = { ...anEditor, personId: '01900000-0000-7000-8000-0000000000b2' }

let register: Register
beforeAll(async () => {
  register = await openRegister()
  for (const { personId } of [reader, editor]) {
    await register.dataSource.query('insert into person (id) values ($1)', [personId])
  }
  await recordEverything(register)
})
afterAll(() => register.stop())

const provenance = 'provenance { source confidence asOf checkAgainOn isStale checkedBy { id } }'
const list = (variables: object = {}, viewer = stranger) =>
  register.ask(
    `query ($first: Int, $after: String, $last: Int, $before: String, $filter: FactFilter) {
      factsToCheck(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
        nodes { kind id label href said code isStale revision viewerMay reports { id } ${provenance} }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`,
    variables as Record<string, unknown>,
    viewer,
  )
const factOf = async (kind: string, id: string, viewer = stranger) =>
  (
    await register.ask(
      `query ($kind: FactKind!, $id: UUID!) { fact(kind: $kind, id: $id) { label said isStale revision reports { outcome note } ${provenance} } }`,
      { kind, id },
      viewer,
    )
  ).data.fact
const checking = (input: object, viewer: Viewer = editor) =>
  register.ask(
    `mutation ($input: CheckFactInput!) { checkFact(input: $input) { id outcome state on source checkAgainOn note fact { revision ${provenance} } } }`,
    { input },
    viewer,
  )
const settling = (id: string, isTaken: boolean, viewer: Viewer = editor) =>
  register.ask(
    `mutation ($input: SettleCheckInput!) { settleCheck(input: $input) { state fact { revision ${provenance} } } }`,
    { input: { id, isTaken } },
    viewer,
  )

let made = 0
async function anUnconfirmed(given: object = {}) {
  made += 1
  const item = await register.write((tx, { items }) =>
    items.record(tx, anItem({ designation: `Check ${made}`, provenance: { source: 'hearsay' }, ...given })),
  )
  return { kind: 'ITEM', id: item.id, slug: item.slug, expectedRevision: 1 }
}
const looked = { outcome: 'STILL_SO', source: 'https://www.iso.org/x', on: '2026-03-01', checkAgainOn: '2199-01-01' }
const asked = ({ slug: _, ...fact }: Awaited<ReturnType<typeof anUnconfirmed>>) => fact

describe('the queue', () => {
  it('[SO-8] holds what is unconfirmed, told with what it is about, and meets each once on every page', async () => {
    const { data, codes } = await list({ first: 200, filter: { kind: ['ITEM'] } })
    expect(codes).toEqual([])
    for (const fact of data.factsToCheck.nodes) {
      expect(fact.provenance.confidence).toBe('MEMORY')
      expect(fact.href).toMatch(/^\/items\//)
    }
    expect(data.factsToCheck.nodes).toHaveLength(data.factsToCheck.totalCount)

    const walk = async (isBackward: boolean) => {
      const seen: string[] = []
      for (let cursor: string | null = null; ;) {
        const place: object = isBackward ? { last: 40, before: cursor } : { first: 40, after: cursor }
        const { nodes, pageInfo, totalCount } = (await list(place)).data.factsToCheck
        const ids = nodes.map(({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`)
        if (isBackward) seen.unshift(...ids)
        else seen.push(...ids)
        if (!(isBackward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return { seen, totalCount }
        cursor = isBackward ? pageInfo.startCursor : pageInfo.endCursor
      }
    }
    const { seen, totalCount } = await walk(false)
    expect(new Set(seen).size).toBe(totalCount)
    expect((await walk(true)).seen).toEqual(seen)
    expect(new Set(seen.map((fact) => fact.split(' ')[0])).size).toBeGreaterThan(3)
  })

  it.each(FACT_KINDS)('[SO-8] can be narrowed to %s, by body and by reason', async (kind) => {
    for (const filter of [
      {},
      { body: ['itu-t'] },
      { why: ['STALE'] },
      { why: ['UNCONFIRMED'] },
      { isReported: true },
    ]) {
      const { data, codes } = await list({ first: 200, filter: { ...filter, kind: [kind] } })
      expect(codes).toEqual([])
      expect(data.factsToCheck.nodes.every((fact: { kind: string }) => fact.kind === kind)).toBe(true)
    }
  })

  it('[SO-2, SO-8] puts the longest overdue first, before what is only unconfirmed', async () => {
    const overdue = (checkAgainOn: string) => ({
      provenance: { source: 'x', confidence: 'VERIFIED' as const, asOf: '2020-01-01', checkAgainOn },
    })
    const late = await anUnconfirmed(overdue('2021-05-01'))
    const later = await anUnconfirmed(overdue('2020-05-01'))
    await anUnconfirmed(overdue('2199-05-01'))
    const { nodes } = (await list({ first: 3 })).data.factsToCheck
    expect(nodes.map(({ id }: { id: string }) => id).slice(0, 2)).toEqual([later.id, late.id])
    expect(nodes[0]).toMatchObject({ isStale: true, provenance: { isStale: true, confidence: 'VERIFIED' } })
    expect(nodes[2].isStale).toBe(false)
    const { data } = await list({ filter: { why: ['STALE'] } })
    expect(data.factsToCheck.totalCount).toBe(2)
  })

  it('[SO-6] shows an item once, not again for the name and stage that were recorded with it', async () => {
    const { slug } = await anUnconfirmed({ nativeStage: '60.60' })
    const { nodes } = (await list({ last: 200 })).data.factsToCheck
    const mine = nodes.filter(({ href }: { href: string }) => href === `/items/${slug}`)
    expect(mine.map(({ kind }: { kind: string }) => kind)).toEqual(['ITEM'])
  })

  it('asks the database as often for 5 facts as for 50', async () => {
    const count = (first: number) => register.statements(() => list({ first }))
    expect([await count(5), await count(50)]).toEqual([3, 3])
  })

  it('refuses a cursor that is none', async () => {
    expect((await list({ after: 'x' })).codes).toEqual(['BAD_CURSOR'])
  })
})

describe('looking again', () => {
  it('[SO-1, SO-6] confirms at once for an editor, with where, when and who, and all that was recorded together', async () => {
    const fact = await anUnconfirmed({ nativeStage: '60.60' })
    const { data, codes } = await checking({ ...asked(fact), ...looked })
    expect(codes).toEqual([])
    const confirmed = {
      source: looked.source,
      confidence: 'VERIFIED',
      asOf: '2026-03-01',
      checkAgainOn: '2199-01-01',
      isStale: false,
      checkedBy: { id: editor.personId },
    }
    expect(data.checkFact).toMatchObject({ state: 'TAKEN', fact: { revision: 2, provenance: confirmed } })
    const { data: seen } = await register.ask(
      `{ item(designation: "${fact.slug}") { revision ${provenance} names { ${provenance} } stages { ${provenance} } activity { nodes { verb args } } } }`,
    )
    expect(seen.item).toMatchObject({
      revision: 2,
      provenance: confirmed,
      names: [{ provenance: confirmed }],
      stages: [{ provenance: confirmed }],
    })
    expect(seen.item.activity.nodes[0]).toEqual({ verb: 'fact.checked', args: { fact: 'ITEM' } })
  })

  it('[SO-7] lets a reader say what they found, which waits and changes nothing until an editor takes it', async () => {
    const fact = await anUnconfirmed()
    const said = await checking({ ...asked(fact), ...looked }, reader)
    expect(said.data.checkFact.state).toBe('WAITING')
    expect(await factOf('ITEM', fact.id)).toMatchObject({
      revision: 1,
      reports: [],
      provenance: { confidence: 'MEMORY' },
    })
    expect((await factOf('ITEM', fact.id, reader)).reports).toHaveLength(1)
    expect((await factOf('ITEM', fact.id, editor)).reports).toHaveLength(1)
    expect((await checking({ ...asked(fact), ...looked }, reader)).codes).toEqual(['CHECK_WAITS'])
    const reported = await list({ filter: { isReported: true } })
    expect(reported.data.factsToCheck.nodes.map(({ id }: { id: string }) => id)).toEqual([fact.id])

    const { id } = said.data.checkFact
    expect((await settling(id, true, reader)).codes).toEqual(['FORBIDDEN'])
    expect((await settling(id, true, stranger)).codes).toEqual(['SIGN_IN_REQUIRED'])
    const { data } = await settling(id, true)
    expect(data.settleCheck).toMatchObject({
      state: 'TAKEN',
      fact: { revision: 2, provenance: { confidence: 'VERIFIED', checkedBy: { id: reader.personId } } },
    })
    expect((await settling(id, false)).codes).toEqual(['NOT_A_STEP'])
  })

  it('[SO-7] takes that something changed only with what, and declines what it does not believe', async () => {
    const fact = await anUnconfirmed()
    const changed = { ...asked(fact), ...looked, outcome: 'CHANGED' }
    expect((await checking(changed, reader)).codes).toEqual(['TEXT_MISSING'])
    const { data } = await checking({ ...changed, note: ' It is withdrawn. ' }, reader)
    expect(data.checkFact).toMatchObject({ state: 'WAITING', note: 'It is withdrawn.' })
    expect((await settling(data.checkFact.id, false)).data.settleCheck).toMatchObject({
      state: 'DECLINED',
      fact: { revision: 1, provenance: { confidence: 'MEMORY' } },
    })
    expect((await factOf('ITEM', fact.id, editor)).reports).toEqual([])
  })

  it('does not confirm on a word about an older state', async () => {
    const fact = await anUnconfirmed()
    const said = await checking({ ...asked(fact), ...looked }, reader)
    await checking({ ...asked(fact), ...looked })
    expect((await settling(said.data.checkFact.id, true)).codes).toEqual(['STALE'])
    expect((await checking({ ...asked(fact), ...looked }, reader)).codes).toEqual(['STALE'])
  })

  it('[SO-3] confirms a title that was less sure than its item', async () => {
    const item = await register.write((tx, { items }) =>
      items.record(tx, anItem({ designation: 'Title from memory', titleConfidence: 'MEMORY' })),
    )
    const { nodes } = (await list({ first: 200, filter: { kind: ['NAME'] } })).data.factsToCheck
    const name = nodes.find(({ href }: { href: string }) => href === `/items/${item.slug}`)
    expect(name).toMatchObject({ said: 'Title of Title from memory' })
    await checking({ kind: 'NAME', id: name.id, expectedRevision: name.revision, ...looked })
    const { data } = await register.ask(`{ item(designation: "${item.slug}") { titleConfidence } }`)
    expect(data.item.titleConfidence).toBe('VERIFIED')
  })

  it.each(['RELATION', 'GAP', 'COVERAGE', 'GAP_BODY', 'BODY', 'PRINCIPLE', 'STAND'])(
    '[SO-1] confirms a %s',
    async (kind) => {
      const { nodes } = (await list({ first: 1, filter: { kind: [kind] } })).data.factsToCheck
      if (nodes.length === 0) return
      const [{ id, revision }] = nodes
      const { data, codes } = await checking({ kind, id, expectedRevision: revision, ...looked })
      expect(codes).toEqual([])
      expect(data.checkFact.fact).toMatchObject({ revision: revision + 1, provenance: { confidence: 'VERIFIED' } })
    },
  )

  it.each([
    ['no source', { source: ' ' }, 'SOURCE_MISSING', 'input.source'],
    ['a day that does not exist', { on: '2026-02-30' }, 'NO_SUCH_DAY', 'input.on'],
    ['a day to come', { on: '2198-01-01' }, 'BAD_INPUT', 'input.on'],
    ['a day to look again that is past', { checkAgainOn: '2026-03-01' }, 'BAD_INPUT', 'input.checkAgainOn'],
    ['a day to look again that does not exist', { checkAgainOn: '2027-13-01' }, 'NO_SUCH_DAY', 'input.checkAgainOn'],
    ['an older state', { expectedRevision: 7 }, 'STALE', undefined],
    ['a fact that is not there', { id: '01900000-0000-7000-8000-00000000dead' }, 'NOT_FOUND', 'input.id'],
  ])('refuses %s, and says where', async (_, input, code, field) => {
    const { codes, errors } = await checking({ ...asked(await anUnconfirmed()), ...looked, ...input })
    expect([codes, errors[0]!.extensions['field']]).toEqual([[code], field])
  })

  it('asks a stranger to sign in', async () => {
    expect((await checking({ ...asked(await anUnconfirmed()), ...looked }, stranger)).codes).toEqual([
      'SIGN_IN_REQUIRED',
    ])
  })
})

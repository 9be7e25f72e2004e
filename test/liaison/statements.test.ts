import { afterAll, beforeAll, expect, it } from '@jest/globals'
import * as Y from 'yjs'
import { documentText } from '#schema/document/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'

let app: TestApp
const cookies: Record<string, string> = {}
let turn = 0

beforeAll(async () => {
  app = await startApp({ database: await freshStarterDatabase() })
  for (const who of ['liaison', 'chair', 'editor', 'participant', 'reader', 'secretariat']) {
    cookies[who] = await app.signIn(`${who}@example.org`)
  }
})
afterAll(() => app?.stop())

const as = (who: string) => (who === 'stranger' ? {} : { cookie: cookies[who]! })
const aCase = async () => {
  const { data } = await app.query<{ openOverlapCase: { number: string } }>(
    'mutation ($input: OpenOverlapCaseInput!) { openOverlapCase(input: $input) { number } }',
    {
      input: {
        items: [
          { item: 'itu-t-l-1801-02-2026', scope: 'A made-up scope.', clause: '1', asOf: '2026-02' },
          { item: 'ieee-p7100' },
          ...(turn > 0 ? [{ item: 'iso-iec-tr-20226-2025' }] : []),
        ],
        idempotencyKey: `case-${(turn += 1)}-of-the-test`,
      },
    },
    as('liaison'),
  )
  return data!.openOverlapCase.number
}
const start = (number: string, more: object = {}, who = 'liaison') =>
  app.query<{ startStatement: { id: string; document: { id: string; viewerMay: string[]; isExample: boolean } } }>(
    `mutation ($input: StartStatementInput!) { startStatement(input: $input) {
      id title purpose replyBy state to { slug } group { slug } case { number } document { id title kind isExample visibility viewerMay } } }`,
    {
      input: {
        group: 'example',
        to: 'ieee-sa',
        title: 'Overlap of L.1801 and P7100',
        purpose: 'FOR_ACTION',
        case: number,
        idempotencyKey: `statement-${(turn += 1)}`,
        ...more,
      },
    },
    as(who),
  )

it('[LS-8, LS-9] a liaison officer drafts a statement from a case, and writes in its text; who takes part sees it, nobody else does', async () => {
  const number = await aCase()
  const { data, errors } = await start(number, { replyBy: '2999-01-31' })
  expect(errors).toBeUndefined()
  const { document, id } = data!.startStatement
  expect(data!.startStatement).toMatchObject({
    purpose: 'FOR_ACTION',
    replyBy: '2999-01-31',
    state: 'DRAFT',
    to: { slug: 'ieee-sa' },
    case: { number },
    document: { kind: 'STATEMENT', isExample: true, visibility: 'PARTICIPANTS', viewerMay: ['READ', 'EDIT'] },
  })
  const doc = new Y.Doc()
  for (const update of await app.app.get(Texts).read(document.id)) Y.applyUpdate(doc, update)
  const text = documentText(doc)
  expect(text).toContain('A made-up scope.')
  expect(text).toContain('Quoted from clause 1; as of 2026-02-01.')
  expect(text).toContain('the register’s own note')

  const seen = async (who: string) => {
    const answer = await app.query<{
      statements: { nodes: { id: string }[]; totalCount: number }
      overlap: { statements: { id: string }[] }
      document: { viewerMay: string[] } | null
    }>(
      `query ($number: String!, $id: UUID!) { statements(filter: { group: "example", case: $number }) { totalCount nodes { id } }
        overlap(number: $number) { statements { id } } document(id: $id) { viewerMay } }`,
      { number, id: document.id },
      as(who),
    )
    const { statements, overlap, document: found } = answer.data!
    expect(statements.nodes).toEqual(overlap.statements)
    expect(statements.totalCount).toBe(statements.nodes.length)
    return [statements.nodes.map((one) => one.id), found?.viewerMay ?? null]
  }
  for (const who of ['chair', 'editor', 'liaison', 'secretariat'])
    expect(await seen(who)).toEqual([[id], ['READ', 'EDIT']])
  expect(await seen('participant')).toEqual([[id], ['READ']])
  for (const who of ['reader', 'stranger']) expect(await seen(who)).toEqual([[], null])
})

it('[LS-8] is drafted by who speaks for the group, and a liaison officer writes in no other text of it', async () => {
  const number = await aCase()
  const groups = async (who: string) => {
    const { data } = await app.query<{ viewer: { statementGroups: { slug: string }[] } }>(
      '{ viewer { statementGroups { slug } } }',
      {},
      as(who),
    )
    return data!.viewer.statementGroups.map(({ slug }) => slug)
  }
  expect(await groups('liaison')).toEqual(['example'])
  expect(await groups('chair')).toEqual(['example'])
  expect(await groups('secretariat')).toContain('fg-ai4ee')
  for (const who of ['editor', 'participant', 'reader', 'stranger']) expect(await groups(who)).toEqual([])
  expect((await start(number, {}, 'editor')).errors![0]!.extensions.code).toBe('FORBIDDEN')
  const { data } = await app.query<{ group: { documents: { kind: string; viewerMay: string[] }[] } }>(
    '{ group(slug: "example") { documents { kind viewerMay } } }',
    {},
    as('liaison'),
  )
  for (const { kind, viewerMay } of data!.group.documents) {
    expect([kind, viewerMay.includes('EDIT')]).toEqual([kind, kind === 'STATEMENT'])
  }
})

it('[LS-2] is refused with a reason at the field concerned, and leaves no text behind', async () => {
  const number = 'O-01'
  const count = async () => {
    const { data } = await app.query<{ group: { documents: unknown[] } }>(
      '{ group(slug: "example") { documents { id } } }',
      {},
      as('secretariat'),
    )
    return data!.group.documents.length
  }
  const before = await count()
  const refused = async (more: object) => {
    const { errors } = await start(number, more)
    return [errors?.[0]?.extensions.code, errors?.[0]?.extensions.field]
  }
  expect(await refused({ case: 'O-99' })).toEqual(['NOT_FOUND', 'input.case'])
  expect(await refused({ group: 'no-such-group' })).toEqual(['NOT_FOUND', 'input.group'])
  expect(await refused({ to: 'no-such-body' })).toEqual(['BAD_INPUT', 'input.to'])
  expect(await refused({ to: 'example-focus-group' })).toEqual(['OWN_BODY', 'input.to'])
  expect(await refused({ title: ' ' })).toEqual(['TEXT_MISSING', 'input.title'])
  expect(await refused({ replyBy: '2001-01-01' })).toEqual(['BAD_INPUT', 'input.replyBy'])
  expect(await count()).toBe(before)
})

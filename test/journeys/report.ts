import { DataSource } from 'typeorm'
import * as Y from 'yjs'
import { insertClauses, paragraph, schemaVersion, type ClauseDraft } from '#schema/document/index.js'
import { Documents } from '#server/drafting/documents/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { system, UnitOfWork } from '#server/platform/context/index.js'
import type { TestApp } from '../harness/app.js'

const words = (text: string, attrs = {}) => paragraph(text, attrs)

/** A little of everything that a report may hold. */
const clauses: ClauseDraft[] = [
  { title: 'Summary', attributes: { kind: 'SUMMARY' }, body: [words('Terms for the energy that inference uses.')] },
  { title: 'Scope', attributes: { kind: 'SCOPE', status: 'AGREED' }, body: [words('')] },
  {
    title: 'Measuring',
    attributes: { status: 'UNDER_DISCUSSION' },
    body: [
      words('A note follows.'),
      words('Meters differ.', { kind: 'NOTE' }),
      words('The meter shall be named.', { kind: 'REQUIREMENT' }),
      words('first', { list: 'NUMBER', indent: 0 }),
      words('deeper', { list: 'LETTER', indent: 1 }),
      words('Words that were lost for a moment.', { rescued: true }),
    ],
    children: [{ title: '', body: [words('')] }],
  },
  { title: 'More about meters', attributes: { kind: 'ANNEX' }, body: [words('See there.')] },
]

/** Opens a report with some clauses in the example group, and answers its id. */
export async function aReport({ app }: TestApp): Promise<string> {
  const db = app.get(DataSource).manager
  const [group] = (await db.query(`select id from standards_group where slug = 'example'`)) as [{ id: string }]
  const doc = new Y.Doc()
  insertClauses(doc, { parent: null }, clauses)
  const ctx = { viewer: system, now: new Date(), language: 'en', db, requestId: 'test' } as const
  return app.get(UnitOfWork).write(ctx, async (tx) => {
    const { id } = await app.get(Documents).open(tx, {
      groupId: group.id,
      kind: 'REPORT',
      title: 'A report that is being written',
      schemaVersion,
      visibility: 'PUBLIC',
      isExample: true,
    })
    await app.get(Texts).seed(tx, id, Y.encodeStateAsUpdate(doc))
    return id
  })
}

/** Minutes of a meeting with records in their text, for tests. */
import { randomUUID } from 'node:crypto'
import type { INestApplicationContext } from '@nestjs/common'
import * as Y from 'yjs'
import { readTree, recordsOf, type RecordInText, type RecordWords } from '#schema/document/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { system, UnitOfWork, type Ctx, type WriteCtx } from '#server/platform/context/index.js'
import { DataSource } from 'typeorm'

const nothing = { outcome: '', holder: '', due: '' }

const asSystem = <T>(app: INestApplicationContext, act: (tx: WriteCtx) => Promise<T>): Promise<T> => {
  const ctx: Ctx = {
    viewer: system,
    now: new Date(),
    language: 'en',
    db: app.get(DataSource, { strict: false }).manager,
    requestId: 'builder',
  }
  return app.get(UnitOfWork, { strict: false }).write(ctx, act)
}

async function textOf(app: INestApplicationContext, documentId: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const update of await app.get(Texts, { strict: false }).read(documentId)) Y.applyUpdate(doc, update)
  return doc
}

/** The records that the stored text has. */
export const recordsInText = async (app: INestApplicationContext, documentId: string): Promise<RecordInText[]> =>
  recordsOf(await textOf(app, documentId))

/** Writes a record into the clause with this number (from 0, in reading order), as somebody in the writing room would; answers its id. */
export async function writeInMinutes(
  app: INestApplicationContext,
  documentId: string,
  clause: number,
  words: Pick<Required<RecordWords>, 'kind' | 'text'> & RecordWords,
  record: string = randomUUID(),
): Promise<string> {
  const { id } = readTree(await textOf(app, documentId)).lines[clause]!
  const texts = app.get(Texts, { strict: false })
  await asSystem(app, (tx) => texts.edit(tx, documentId, 'addRecord', id, record, { ...nothing, ...words }))
  return record
}

/** Changes what the text says of a record. */
export const rewriteInMinutes = (
  app: INestApplicationContext,
  documentId: string,
  record: string,
  words: RecordWords,
) => asSystem(app, (tx) => app.get(Texts, { strict: false }).edit(tx, documentId, 'writeRecord', record, words))

/** Takes a record out of the text, as an ordinary paragraph. */
export const loseFromMinutes = (app: INestApplicationContext, documentId: string, record: string) =>
  asSystem(app, (tx) => app.get(Texts, { strict: false }).edit(tx, documentId, 'releaseRecord', record))

import type { EntityManager } from 'typeorm'
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js'

interface Sender {
  query(query: { name?: string; text: string; values: unknown[]; rowMode?: 'array' }): Promise<{ rows: unknown[] }>
}

/** Texts seen so far; a text that comes again gets a name. Past the limit nothing new is named: clients can ask for ever new texts. */
const names = new Map<string, string | null>()
const mostNames = 500
let named = 0

function nameOf(text: string): string | undefined {
  const name = names.get(text)
  if (name) return name
  if (name === null) {
    const given = `read_${++named}`
    names.set(text, given)
    return given
  }
  if (names.size < mostNames) names.set(text, null)
  return undefined
}

/**
 * Reads rows with hand-written SQL. A statement that comes again is prepared once for each connection, because reading and planning a hot list
 * costs more than answering it. Inside a transaction it is part of it.
 */
export const queryRows = <T>(db: EntityManager, text: string, values: unknown[]): Promise<T[]> =>
  send(db, { text, values }) as Promise<T[]>

/** The same with each row as a list of its columns: for the hottest lists, which make their own objects of them. */
export const queryTuples = (db: EntityManager, text: string, values: unknown[]): Promise<unknown[][]> =>
  send(db, { text, values, rowMode: 'array' }) as Promise<unknown[][]>

async function send(db: EntityManager, query: Parameters<Sender['query']>[0]): Promise<unknown[]> {
  const sender = (
    db.queryRunner ? await db.queryRunner.connect() : (db.connection.driver as PostgresDriver).master
  ) as Sender
  const name = nameOf(query.text)
  const { rows } = await sender.query(name === undefined ? query : { ...query, name })
  return rows
}

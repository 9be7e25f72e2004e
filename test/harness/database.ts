import { randomUUID } from 'node:crypto'
import pg from 'pg'

export interface TestDatabase {
  readonly url: string
  /** The instant at which its contents were made; a server on it starts its clock there. Absent: it is empty. */
  readonly now?: string
  /** Waits for closing connections. Close your own first: one that is left open is an error, not something to cut off. */
  drop(): Promise<void>
}

/**
 * A migrated, empty database of one's own: a copy of the template that the Jest run made (or of another one). Call it in `beforeAll`.
 */
export async function freshDatabase(template = 'tpl'): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await onServer(`create database ${name} template ${template}`)
  return { url: urlOf(name), drop: () => onServer(`drop database ${name}`) }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Address of a database of the run's server. */
export function urlOf(database: string): string {
  const url = new URL(serverUrl())
  url.pathname = `/${database}`
  return url.href
}

/** Address of the run's server, at a database in which nothing lies. */
export function serverUrl(): string {
  const url = process.env.RAPPORTEUR_TEST_DATABASE
  if (!url) throw new Error('There is no test database: run tests with "npm test", which starts one.')
  return url
}

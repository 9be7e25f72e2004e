import pg from 'pg'
import { StartFailure } from '#server/platform/errors/index.js'

const oldestServer = 150_000

const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no machine of that name',
  EAI_AGAIN: 'the name could not be looked up',
  ETIMEDOUT: 'it did not answer in time',
  EHOSTUNREACH: 'the machine cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ECONNRESET: 'it closed the connection',
  '28P01': 'it does not accept this user and password',
  '28000': 'it does not let this user in',
  '3D000': 'it has no database of that name',
  '53300': 'it has no connection left',
  '57P03': 'it is starting up or shutting down',
}

/** Sees that the database of DATABASE_URL answers and is PostgreSQL 15 or newer; throws StartFailure with host and reason, never the password. */
export async function requireDatabase(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'rapporteur',
  })
  client.on('error', () => {}) // the failing call below says all there is to know
  const where = describe(client)
  let version: number
  try {
    version = await versionOf(client)
  } catch (error) {
    throw new StartFailure(
      `${where} cannot be used: ${reasonOf(error)}. ` +
        'Check DATABASE_URL and that PostgreSQL runs, or leave DATABASE_URL out to use the embedded one.',
      { cause: error },
    )
  }
  if (version < oldestServer)
    throw new StartFailure(
      `${where} is PostgreSQL ${Math.floor(version / 10_000)}; Rapporteur needs 15 or newer. Point DATABASE_URL at a newer one.`,
    )
}

/** The number of the server's version, as in 150004. A connection that never opened need not close. */
async function versionOf(client: pg.Client): Promise<number> {
  await client.connect()
  try {
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    return Number(rows[0]!.server_version_num)
  } finally {
    await client.end()
  }
}

/** Makes a database unless it is there. `serverUrl` names another database of the same server, such as `postgres`. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

const describe = (client: pg.Client) =>
  `The database "${client.database ?? ''}" at ${client.host.includes(':') ? `[${client.host}]` : client.host}:${client.port}`

function reasonOf(error: unknown): string {
  // A name with several addresses fails with one error for each.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  const { code, message } = first as { code?: string; message?: string }
  if (message?.includes('timeout')) return sentences.ETIMEDOUT!
  return sentences[code ?? ''] ?? message ?? String(first)
}

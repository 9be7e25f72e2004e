/** What is told beside the ratios: statements a request, time to start, size of the client. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startProgram } from '../harness/program.js'
import { requestOf, type Question } from './questions.js'
import { root } from './servers.js'

async function withDatabase<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

/** Makes counting possible from the next start of the database on; nothing is counted, and nothing paid for it, until it is asked for. */
export const prepareCounting = (url: string): Promise<void> =>
  withDatabase(url, async (client) => {
    await client.query(`alter system set shared_preload_libraries = 'pg_stat_statements'`)
    await client.query(`alter system set pg_stat_statements.track = 'none'`)
    await client.query('create extension if not exists pg_stat_statements')
  })

const asked = 23

/**
 * How many statements PostgreSQL executes for one request. Statements of background work are told apart by the number of times they ran: not once
 * for each of the requests.
 */
export const statementsOf = (url: string, origin: string, question: Pick<Question, 'path' | 'body'>): Promise<number> =>
  withDatabase(url, async (client) => {
    const track = async (what: 'top' | 'none') => {
      await client.query(`alter system set pg_stat_statements.track = '${what}'`)
      await client.query('select pg_reload_conf()')
    }
    const ask = async (times: number) => {
      for (let i = 0; i < times; i++) await (await fetch(origin + question.path, requestOf(question))).arrayBuffer()
    }
    await track('top')
    // Connections read the new setting at their next statement; ask until all have.
    await ask(asked)
    await client.query('select pg_stat_statements_reset()')
    await ask(asked)
    const { rows } = await client.query<{ statements: number }>(
      'select coalesce(sum(calls), 0)::int as statements from pg_stat_statements where calls % $1 = 0',
      [asked],
    )
    await track('none')
    return rows[0]!.statements / asked
  })

/** Milliseconds from nothing to ready, database included, on a data folder that has been used: the program as `npm start` runs it. */
export async function startUpOf(env: Readonly<Record<string, string>>): Promise<number> {
  const began = performance.now()
  const program = startProgram({ env, args: ['--enable-source-maps', 'dist/server/main.js'] })
  await program.ready()
  const took = performance.now() - began
  program.child.kill('SIGTERM')
  await program.ended()
  return took
}

export interface Size {
  readonly files: number
  readonly raw: number
  readonly brotli: number
}

/** Bytes of script and styles that every page names: what a first visit loads before anything else. */
export function clientSize(): Size {
  const folder = join(root, 'dist/client')
  interface Chunk {
    file: string
    css?: string[]
    imports?: string[]
  }
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const files = new Set<string>()
  const add = (name: string) => {
    const chunk = manifest[name]!
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    chunk.css?.forEach((file) => files.add(file))
    chunk.imports?.forEach(add)
  }
  add('client/app/entry-client.tsx')
  add('client/ui/theme-boot.ts')
  const bytes = (file: string) => statSync(join(folder, file)).size
  const smallest = (file: string) => bytes(existsSync(join(folder, `${file}.br`)) ? `${file}.br` : file)
  const sum = (size: (file: string) => number) => [...files].reduce((total, file) => total + size(file), 0)
  return { files: files.size, raw: sum(bytes), brotli: sum(smallest) }
}

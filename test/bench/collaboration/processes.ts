/** The processes of the benchmark: servers that can be asked what they have used, their databases, and the one that makes the load. */
import { fork, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { ensureDatabase, startEmbeddedPostgres } from '#server/platform/database/index.js'
import { startProgram } from '../../harness/program.js'
import { root } from '../servers.js'
import type { Answer, Job, Joined, Written } from './jobs.js'

const hook = ['--import', './scripts/ts-hook.mjs']
const beside = (file: string) => `test/bench/collaboration/${file}`

/** Sends a question over the channel and waits for the one answer. */
async function asked<T>(child: ChildProcess, question: object): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const ended = () => reject(new Error(`A process ended that was asked ${JSON.stringify(question)}.`))
  child.once('exit', ended)
  child.once('message', (answer) => resolve(answer as T))
  child.send(question)
  return promise.finally(() => child.off('exit', ended))
}

/** A server with watch.mjs in front of it. */
export interface Watched {
  /** `ws://127.0.0.1:<port>`. */
  readonly address: string
  /** Milliseconds of processor time of all its threads since it started. */
  use(): Promise<number>
  /** Bytes held after a collection. */
  memory(): Promise<number>
  /** From here on it is watched how long the event loop stands still. */
  watch(): Promise<void>
  /** Milliseconds that it stood still at most. */
  longestStall(): Promise<number>
  stop(): Promise<void>
}

export async function startWatched(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<Watched> {
  const program = startProgram({
    args: [...flags, '--import', `./${beside('watch.mjs')}`, ...args],
    env,
    channel: true,
  })
  const [, origin] = await program.says(/ is ready at (\S+)/)
  const ask = async (question: string) => (await asked<{ answer: number }>(program.child, { ask: question })).answer
  return {
    address: origin!.replace('http', 'ws'),
    use: () => ask('use'),
    memory: () => ask('memory'),
    watch: async () => void (await ask('watch')),
    longestStall: () => ask('longestStall'),
    async stop() {
      program.child.kill('SIGTERM')
      await program.ended()
    },
  }
}

export const startPeer = (file: 'hocuspocus.ts' | 'fan-out.ts', env: Readonly<Record<string, string>>) =>
  startWatched([...hook, beside(file)], { NODE_ENV: 'production', ...env })

/** A PostgreSQL of one's own, as `npm start` runs it: what it has used and logged is one server's alone. */
export class Database {
  private constructor(
    readonly url: string,
    private readonly cluster: string,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(dataDir: string): Promise<Database> {
    const embedded = await startEmbeddedPostgres({ dataDir })
    await ensureDatabase(embedded.url('postgres'), 'rapporteur')
    return new Database(embedded.url('rapporteur'), join(dataDir, 'postgres'), embedded.stop)
  }

  /** Bytes that were written to its log (WAL) so far. */
  async logBytes(): Promise<number> {
    const [row] = await this.query<{ bytes: string }>(`select pg_current_wal_lsn() - '0/0'::pg_lsn as bytes`)
    return Number(row!.bytes)
  }

  async query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.url })
    await client.connect()
    try {
      return (await client.query<Row>(sql, values)).rows
    } finally {
      await client.end()
    }
  }

  /** Milliseconds of processor time of the server and all its processes, those that have ended included. Null where the system does not say. */
  use(): number | null {
    if (process.platform !== 'linux') return null
    const parent = Number(readFileSync(join(this.cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
    let ticks = 0
    for (const name of readdirSync('/proc')) {
      const pid = Number(name)
      if (!pid) continue
      const fields = fieldsOf(pid)
      if (pid === parent) ticks += fields![11]! + fields![12]! + fields![13]! + fields![14]!
      else if (fields?.[1] === parent) ticks += fields[11]! + fields[12]!
    }
    return ticks * 10
  }
}

/** The numbers of `/proc/<pid>/stat` after the name, of which the first is the state; null when it has ended meanwhile. */
function fieldsOf(pid: number): number[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
  } catch {
    return null // it has ended meanwhile
  }
}

/** Whoever makes the load. */
export class Generator {
  private readonly child = fork(fileURLToPath(new URL('generator.ts', import.meta.url)), {
    cwd: root,
    execArgv: hook,
  })

  join(job: Omit<Extract<Job, { do: 'join' }>, 'do'>): Promise<Joined> {
    return this.do<Joined>({ do: 'join', ...job })
  }

  write(job: Omit<Extract<Job, { do: 'write' }>, 'do'>): Promise<Written> {
    return this.do<Written>({ do: 'write', ...job })
  }

  async leave(): Promise<void> {
    await this.do({ do: 'leave' })
  }

  stop(): void {
    this.child.kill()
  }

  private async do<Result>(job: Job): Promise<Result> {
    const answer = await asked<Answer>(this.child, job)
    if ('problem' in answer) throw new Error(`While making load (${job.do}): ${answer.problem}`)
    return answer.result as Result
  }
}

import { fileURLToPath } from 'node:url'
import { startEmbeddedPostgres } from '#server/platform/database/index.js'
import { startProgram } from '../harness/program.js'
import { connections } from './load.js'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** What our server runs with: as an institution would, but for the limit on requests, which would end the measuring within a second. */
export const environment = (dataDir: string) => ({
  NODE_ENV: 'production',
  DATA_DIR: dataDir,
  DATABASE_POOL_SIZE: String(connections),
  REQUESTS_PER_MINUTE: '999999',
  LOG_LEVEL: 'warn',
})

export interface Server {
  /** Where it answers: `http://127.0.0.1:<port>`. */
  readonly origin: string
  stop(): Promise<void>
}

async function started(args: string[], env: Readonly<Record<string, string>>): Promise<Server> {
  const program = startProgram({ args, env })
  const [, origin] = await program.says(/ is ready at (\S+)/)
  return {
    origin: origin!,
    async stop() {
      program.child.kill('SIGTERM')
      await program.ended()
    },
  }
}

/** Our server from `dist/`, with the embedded database that it starts. */
export const startOurs = (dataDir: string): Promise<Server> =>
  started(['--enable-source-maps', 'dist/server/main.js'], environment(dataDir))

/** One to compare with, from the sources beside this file, with as many connections to the same database. */
export const startOther = (
  file: 'bare.ts' | 'postgraphile.ts' | 'scale/twins.ts',
  databaseUrl: string,
): Promise<Server> =>
  started(['--import', './scripts/ts-hook.mjs', `test/bench/${file}`], {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: String(connections),
  })

/** Address of the database that our running server has started. */
export async function databaseOf(dataDir: string): Promise<string> {
  const shared = await startEmbeddedPostgres({ dataDir, share: true })
  return shared.url('rapporteur')
}

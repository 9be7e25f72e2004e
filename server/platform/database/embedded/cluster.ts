import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartFailure } from '#server/platform/errors/index.js'
import { handOver, type Account } from './account.js'
import { majorVersion, type Binaries } from './binaries.js'
import { failureFor } from './machine.js'

/** The one account of the cluster. */
export const superuser = 'rapporteur'

export interface Places {
  readonly dataDir: string
  readonly cluster: string
  readonly password: string
  readonly log: string
  readonly lock: string
}

export function placesIn(dataDir: string): Places {
  return {
    dataDir,
    cluster: join(dataDir, 'postgres'),
    password: join(dataDir, 'postgres.password'),
    log: join(dataDir, 'postgres.log'),
    lock: join(dataDir, 'postgres.lock'),
  }
}

export function readPassword(places: Places): string {
  try {
    return readFileSync(places.password, 'utf8').trim()
  } catch (cause) {
    throw new StartFailure(
      `The password of the database in ${places.dataDir} cannot be read (${places.password}). ` +
        'Start Rapporteur as the user who first did, or bring the file back from a backup.',
      { cause },
    )
  }
}

/** Makes the cluster unless it is there: password first, then everything beside, then one rename, so that a killed start leaves no half. */
export async function initialise({
  places,
  binaries,
  account,
  volatile,
}: {
  places: Places
  binaries: Binaries
  account: Account
  volatile: boolean
}): Promise<void> {
  if (existsSync(places.cluster)) {
    checkVersion(places)
    handOver(places.cluster, account)
    return
  }
  if (!existsSync(places.password)) {
    writeFileSync(`${places.password}.new`, randomBytes(24).toString('base64url'), { mode: 0o600 })
    renameSync(`${places.password}.new`, places.password)
  }

  const beside = `${places.cluster}.new`
  rmSync(beside, { recursive: true, force: true })
  mkdirSync(beside, { mode: 0o700 })
  const passwordFile = join(beside, 'password')
  writeFileSync(passwordFile, readPassword(places), { mode: 0o600 })
  if (account.owner) for (const path of [passwordFile, beside]) chownSync(path, account.owner.uid, account.owner.gid)

  await run(places, account, [
    binaries.initdb,
    `--pgdata=${join(beside, 'data')}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same sorting and the same upper and lower case on every platform, whatever locales it has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(volatile ? ['--no-sync'] : []),
  ])
  renameSync(join(beside, 'data'), places.cluster)
  rmSync(beside, { recursive: true, force: true })
}

function checkVersion(places: Places): void {
  const made = Number.parseInt(readFileSync(join(places.cluster, 'PG_VERSION'), 'utf8'), 10)
  if (made > majorVersion)
    throw new StartFailure(
      `The database in ${places.dataDir} was made by PostgreSQL ${made}, newer than the ${majorVersion} that comes with this Rapporteur. ` +
        'Start the newer Rapporteur, or choose another folder with DATA_DIR.',
    )
  if (made < majorVersion)
    throw new StartFailure(
      `The database in ${places.dataDir} was made by PostgreSQL ${made}; this Rapporteur comes with ${majorVersion}. ` +
        'Make a backup with the Rapporteur that made it and restore it into a new folder (DATA_DIR).',
    )
}

async function run(places: Places, account: Account, command: readonly string[]): Promise<void> {
  const [program, ...args] = [...account.prefix, ...command] as [string, ...string[]]
  const child = spawn(program, args, {
    ...account.ids,
    cwd: '/',
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += String(chunk)))
  child.stderr.on('data', (chunk: Buffer) => (output += String(chunk)))
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) {
    const error = new Error(`Setting up the database failed: ${output.trim()}`)
    throw failureFor(error, places.dataDir, output)
  }
}

/** PG* variables of the person's shell must not steer the embedded server, and secrets have no business in its environment. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(process.env.SystemRoot && { SystemRoot: process.env.SystemRoot }),
  }
}

import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { StartFailure } from '#server/platform/errors/index.js'
import type { Account } from './account.js'
import type { Binaries } from './binaries.js'
import { readPassword, serverEnvironment, superuser, type Places } from './cluster.js'
import { commandOf, failureFor, isAlive, until } from './machine.js'

/** How long a server may take to become ready; recovery after a crash of a big database is the slow case. */
const readySeconds = 300
const stopSeconds = 30

interface Running {
  readonly pid: number
  url(database: string): string
}

/** What postgres itself writes into postmaster.pid. */
function readPidFile(places: Places): { pid: number; port: number; isReady: boolean } | null {
  try {
    const lines = readFileSync(join(places.cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

const addressOf = (port: number, password: string) => (database: string) =>
  `postgres://${superuser}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`

/** Whether the server at this address takes our password and serves this very folder. */
async function isOurs(places: Places, url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {}) // the answer below says all there is to know
  try {
    // A connection that never opened need not close.
    await client.connect()
    try {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory')
      return realpathSync(rows[0]!.data_directory) === realpathSync(places.cluster)
    } finally {
      await client.end()
    }
  } catch {
    return false // not there, not ready, not our password: in each case not a server to use
  }
}

/**
 * The live server of this folder, left by a run that was killed; null when there is none. A postmaster.pid whose number now belongs to some
 * other program is removed, because postgres itself would take that program for a server and refuse to start.
 */
export async function findRunning(places: Places): Promise<Running | null> {
  const state = readPidFile(places)
  if (!state) return null
  if (!isAlive(state.pid)) return null
  const command = commandOf(state.pid)
  if (command !== null && !command.includes('postgres')) {
    rmSync(join(places.cluster, 'postmaster.pid'), { force: true })
    return null
  }
  const url = addressOf(state.port, readPassword(places))
  const outcome = await until(readySeconds, async () => {
    if (!isAlive(state.pid)) return 'gone' // it was shutting down
    if (await isOurs(places, url('postgres'))) return 'ours'
    return readPidFile(places)?.isReady ? 'foreign' : null
  })
  if (outcome === 'ours') return { pid: state.pid, url }
  if (outcome === 'gone') return null
  throw new StartFailure(
    `A PostgreSQL (process ${state.pid}) runs on the data folder ${places.dataDir} but does not take its password. ` +
      'Stop that process, or choose another folder with DATA_DIR.',
  )
}

export async function stopRunning(places: Places, pid: number): Promise<void> {
  signal(places, pid, 'SIGINT')
  if (await until(stopSeconds, () => (isAlive(pid) ? null : true))) return
  signal(places, pid, 'SIGQUIT') // ends at once; the next start recovers from the write-ahead log
  await until(stopSeconds, () => (isAlive(pid) ? null : true))
}

function signal(places: Places, pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  if (readPidFile(places)?.pid !== pid && !commandOf(pid)?.includes('postgres')) return
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

const volatileSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  io_method: 'sync',
}

/** Ends the server when the pipe on its standard input closes, that is, when the process that holds the other end is gone. */
const mortalShell = `exec 3<&0
"$@" 3<&- & server=$!
{ read _ <&3; kill -QUIT $server; } & watch=$!
exec 3<&-
wait $server; code=$?
kill $watch 2>/dev/null
exit $code`

export async function launch({
  places,
  binaries,
  account,
  volatile,
  password,
  onLost,
}: {
  places: Places
  binaries: Binaries
  account: Account
  volatile: boolean
  password: string
  onLost?: ((reason: string) => void) | undefined
}): Promise<Running & { stop(): Promise<void> }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const settings = {
      listen_addresses: '127.0.0.1',
      port: String(port),
      unix_socket_directories: '',
      timezone: 'UTC',
      log_timezone: 'UTC',
      ...(volatile ? volatileSettings : {}),
    }
    const command = [
      ...account.prefix,
      binaries.postgres,
      '-D',
      places.cluster,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]
    const isMortal = volatile && process.platform !== 'win32'
    const [program, ...args] = (isMortal ? ['/bin/sh', '-c', mortalShell, 'sh', ...command] : command) as [string]
    // A file rather than a pipe: an orphan must be able to go on writing.
    const log = openSync(places.log, existsSync(places.log) && statSync(places.log).size < 4_000_000 ? 'a' : 'w', 0o600)
    const logStart = statSync(places.log).size
    const child = spawn(program, args, {
      ...account.ids,
      cwd: '/',
      env: serverEnvironment(),
      // Its own process group: Ctrl-C in the terminal must reach us, finish what is running, and only then the database.
      detached: true,
      stdio: [isMortal ? 'pipe' : 'ignore', log, log],
    })
    closeSync(log)
    const url = addressOf(port, password)
    const outcome = await readiness(places, child, url('postgres'))
    const logged = () => readFileSync(places.log).subarray(logStart).toString('utf8')

    if (outcome === 'ready') {
      child.unref()
      ;(child.stdin as { unref?: () => void } | null)?.unref?.()
      const pid = readPidFile(places)!.pid
      let isStopping = false
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      void gone.then(() => {
        if (!isStopping) onLost?.(logged().trim().split('\n').at(-1) ?? '')
      })
      return {
        pid,
        url,
        async stop() {
          isStopping = true
          child.ref()
          if (process.platform === 'win32') {
            spawnSync(binaries.pg_ctl, ['stop', '-m', 'fast', '-w', '-D', places.cluster])
          } else await stopRunning(places, pid)
          child.stdin?.end()
          await gone
        },
      }
    }
    if (outcome instanceof Error) throw outcome
    // Somebody was faster on the port, or the children of a killed server have not gone yet: both pass.
    if (attempt < 50 && /could not bind|Address already in use/i.test(logged())) continue
    if (attempt < 50 && /pre-existing shared memory block/.test(logged())) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      continue
    }
    const failure = new Error(`The embedded PostgreSQL did not start: ${logged().trim() || outcome}`)
    throw failureFor(failure, places.dataDir, logged())
  }
}

async function readiness(
  places: Places,
  child: ChildProcess,
  url: string,
): Promise<'ready' | 'ended' | 'slow' | Error> {
  let ended: 'ended' | Error | null = null
  child.once('exit', () => (ended ??= 'ended'))
  child.once('error', (error) => (ended ??= error))
  const outcome = await until<'ready' | 'ended' | Error>(readySeconds, async () => {
    if (ended) return ended
    return readPidFile(places)?.isReady && (await isOurs(places, url)) ? 'ready' : null
  })
  return outcome ?? 'slow'
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

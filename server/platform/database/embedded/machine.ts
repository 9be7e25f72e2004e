import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { StartFailure } from '#server/platform/errors/index.js'

/** Whether a process with this number exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The command line of a process, or null when it cannot be told. */
export function commandOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    if (process.platform === 'win32') return null
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return null // the process has just gone, or belongs to somebody who hides it
  }
}

/** Tells one process from a later one with the same number, where the system says when it started; elsewhere the empty string. */
export function birthOf(pid: number): string {
  try {
    // The name in parentheses may hold spaces; the start time is the 20th word after it.
    const started = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19]!
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${started}`
  } catch {
    return '' // not Linux, or gone
  }
}

/** Waits until `met` answers something, asking again every few milliseconds; null when it did not within `seconds`. */
export async function until<T>(seconds: number, met: () => T | null | Promise<T | null>): Promise<T | null> {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const answer = await met()
    if (answer !== null) return answer
    if (Date.now() > end) return null
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Turns what the file system or PostgreSQL says into a sentence for whoever starts the program; anything else stays as it is. */
export function failureFor(error: unknown, dataDir: string, log = ''): unknown {
  if (error instanceof StartFailure) return error
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT' || /No space left on device|Disk quota exceeded/.test(log))
    return new StartFailure(
      `The disk that holds ${dataDir} is full. Make room, or choose another folder with DATA_DIR.`,
      {
        cause: error,
      },
    )
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || /Permission denied|Read-only file system/.test(log))
    return new StartFailure(
      `The data folder ${dataDir} cannot be written to${path && path !== dataDir ? ` (${path})` : ''}. ` +
        'Give this user the right to write there, or choose another folder with DATA_DIR.',
      { cause: error },
    )
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new StartFailure(`${dataDir} is not a folder. Choose another one with DATA_DIR.`, { cause: error })
  return error
}

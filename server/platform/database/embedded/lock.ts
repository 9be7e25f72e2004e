import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { birthOf, isAlive } from './machine.js'

/** Files locked by this very process; where the system does not tell births apart, the only way to know our own from a predecessor's. */
const held = new Set<string>()

/**
 * One live process at a time works on a data folder. The file holds who; a holder that is gone, or whose number now belongs to another
 * process, does not count.
 */
export function takeLock(file: string): { taken: boolean; holder: number; release: () => void } {
  const mine = `${process.pid} ${birthOf(process.pid)}`
  const draft = `${file}.${process.pid}`
  const release = () => {
    if (held.delete(file)) rmSync(file, { force: true })
  }
  writeFileSync(draft, mine, { mode: 0o600 })
  try {
    for (;;) {
      try {
        linkSync(draft, file) // fails when the file exists: making and filling it is one step
        held.add(file)
        return { taken: true, holder: process.pid, release }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      const holder = holderOf(file)
      if (holder !== null) return { taken: false, holder, release: () => {} }
      rmSync(file, { force: true })
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

function holderOf(file: string): number | null {
  if (held.has(file)) return process.pid
  let content
  try {
    content = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null // released in between
    throw error
  }
  const [pid, birth = ''] = content.split(' ')
  const holder = Number(pid)
  return holder > 0 && holder !== process.pid && isAlive(holder) && birthOf(holder) === birth ? holder : null
}

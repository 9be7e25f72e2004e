// A fingerprint of everything that dist/ is made from. Contents, not dates: a checkout, a copy or a container layer changes dates at will.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = [
  'server',
  'client',
  'schema',
  'migrations',
  'scripts/build.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  '.swcrc',
  'codegen.ts',
  'vite.config.ts',
  'vite.worker.config.ts',
]
const isLeftOut = (path) => path === 'schema/generated' || /\.test\.tsx?$/.test(path) || path.endsWith('.md')

export function fingerprint(root) {
  const hash = createHash('sha256')
  const add = (path) => {
    const full = join(root, path)
    if (isLeftOut(path) || !existsSync(full)) return
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${path}/${name}`)
      return
    }
    const content = readFileSync(full)
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  sources.forEach(add)
  return hash.digest('hex')
}

/** Name of the file in dist/ that holds the fingerprint it was built from. */
export const stampName = '.built-from'

/** Whether dist/ is there, whole, and made from these very sources. */
export function isBuilt(root) {
  const stamp = join(root, 'dist', stampName)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root)
}

// Runs TypeScript sources without a build: `node --import ./scripts/ts-hook.mjs server/main.ts`.
// Used by the tests' global set-up, the development server and the benchmarks; the product itself runs from dist/.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { threadId } from 'node:worker_threads'
import { transformSync } from '@swc/core'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const swcrc = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'))
const ours = /^#(server|schema)\//

const sourceOf = (url) => (url.endsWith('.js') ? [url, url.slice(0, -3) + '.ts', url.slice(0, -3) + '.tsx'] : [url])

// Compiled sources are kept by content, because tests start the program dozens of times.
const cache = join(root, 'node_modules/.cache/rapporteur/ts')
const options = JSON.stringify(swcrc)

function compiled(filename, source) {
  const name = createHash('sha256').update(`${options}\0${filename}\0${source}`).digest('hex')
  const kept = join(cache, `${name}.mjs`)
  try {
    return readFileSync(kept, 'utf8')
  } catch (error) {
    if (!['ENOENT', 'EACCES'].includes(error.code)) throw error
  }
  const { code } = transformSync(source, {
    ...swcrc,
    exclude: undefined,
    $schema: undefined,
    swcrc: false,
    filename,
    sourceMaps: 'inline',
    jsc: { ...swcrc.jsc, parser: { ...swcrc.jsc.parser, tsx: filename.endsWith('.tsx') } },
  })
  try {
    mkdirSync(cache, { recursive: true })
    // Threads of one process compile the same file at the same time.
    const made = `${kept}.${process.pid}-${threadId}`
    writeFileSync(made, code)
    renameSync(made, kept)
  } catch (error) {
    // Somebody who may not write here compiles each time.
    if (!['EACCES', 'EROFS', 'EPERM', 'ENOSPC'].includes(error.code)) throw error
  }
  return code
}

registerHooks({
  resolve(specifier, context, nextResolve) {
    const target = ours.test(specifier) ? pathToFileURL(join(root, specifier.slice(1))).href : specifier
    if (!target.startsWith('.') && !target.startsWith('file:')) return nextResolve(target, context)
    let failure
    for (const candidate of sourceOf(target)) {
      try {
        return nextResolve(candidate, context)
      } catch (error) {
        failure ??= error
      }
    }
    throw failure
  },
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !/\.tsx?$/.test(url)) return nextLoad(url, context)
    const filename = fileURLToPath(url)
    const code = compiled(filename, readFileSync(filename, 'utf8'))
    return { format: 'module', source: code, shortCircuit: true }
  },
})

// Runs TypeScript sources without a build: `node --import ./scripts/ts-hook.mjs server/main.ts`.
// Used by the tests' global set-up, the development server and the benchmarks; the product itself runs from dist/.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { transformSync } from '@swc/core'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const swcrc = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'))
const ours = /^#(server|schema)\//

const sourceOf = (url) => (url.endsWith('.js') ? [url, url.slice(0, -3) + '.ts', url.slice(0, -3) + '.tsx'] : [url])

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
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      ...swcrc,
      exclude: undefined,
      $schema: undefined,
      swcrc: false,
      filename,
      sourceMaps: 'inline',
      jsc: { ...swcrc.jsc, parser: { ...swcrc.jsc.parser, tsx: url.endsWith('.tsx') } },
    })
    return { format: 'module', source: code, shortCircuit: true }
  },
})

// `npm run licences`: every package that runs in production has a licence on the list. Reads node_modules as installed; asks no registry.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const allowed = new Set([
  'MIT',
  'MIT-0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'ISC',
  'MPL-2.0',
  'PostgreSQL',
  'BlueOak-1.0.0',
  'Unicode-3.0',
  'Unicode-DFS-2016',
  'Zlib',
  'OFL-1.1',
  'CC0-1.0',
  'CC-BY-4.0',
])

/** Packages beside the list, each with its reason. They take part in the build only; nothing of them runs in the product. */
const buildOnly = new Map([
  ['argparse', 'Python-2.0: part of js-yaml, which the code generator and the build read settings with'],
])

/** SPDX as far as packages use it: one name, `A OR B`, `A AND B`, brackets. */
const fits = (licence) => {
  const text = licence.trim().replace(/^\((.*)\)$/, '$1')
  if (/ OR /.test(text)) return text.split(/ OR /).some(fits)
  if (/ AND /.test(text)) return text.split(/ AND /).every(fits)
  return allowed.has(text.replace(/[()]/g, ''))
}

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
let seen = 0
const refused = []
for (const [path, entry] of Object.entries(lock.packages)) {
  if (!path || entry.dev || entry.devOptional) continue
  const file = join(root, path, 'package.json')
  // A package of another platform is not installed here; the lock file tells its licence.
  const manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { name: path, ...entry }
  const { name, version, license, licenses } = manifest
  const licence =
    typeof license === 'string'
      ? license
      : (license?.type ?? licenses?.map((one) => one.type).join(' OR ') ?? entry.license ?? 'none')
  seen += 1
  if (!fits(licence) && !buildOnly.has(name)) refused.push(`${name}@${version}: ${licence}`)
}
if (refused.length) {
  console.error(
    `These packages may not run in production (docs/decisions, allowed licences):\n  ${refused.join('\n  ')}`,
  )
  process.exit(1)
}
console.log(`Licences: ${seen} packages, all allowed.`)

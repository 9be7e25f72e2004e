// `npm run bench` (scripts/bench.mjs builds first) measures all parts, `npm run bench -- collaboration` some. Everything is measured side by side in
// one run; only ratios mean something on another machine. docs/operations/benchmarks.md says what each figure is.
import 'reflect-metadata'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { stopPrograms } from '../harness/program.js'
import * as collaboration from './collaboration/index.js'
import type { Scene } from './collaboration/scenes.js'
import * as documents from './documents/index.js'
import * as editor from './editor/index.js'
import * as imports from './imports.js'
import { measureRegister } from './register.js'
import * as scale from './scale/index.js'
import { root } from './servers.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Figures of all rounds on the standard output instead of tables. */
    json: { type: 'boolean', default: false },
    /** Few and short rounds, to see that it works. */
    quick: { type: 'boolean', default: false },
    /** How many rounds of collaboration and editor, instead of the usual five. */
    rounds: { type: 'string' },
    /** One scene of the collaboration server (collaboration/scenes.ts) or of the editor (editor/index.ts). */
    scene: { type: 'string' },
    /** A folder for profiles of processor time: one for each start of our server, one for each page of the editor. */
    profile: { type: 'string' },
  },
})

/** As much as is usual, or as was asked for. */
const extentOf = <Extent extends { rounds: number }>(usual: Extent, quick: Extent): Extent => {
  const extent = values.quick ? quick : usual
  return { ...extent, rounds: Number(values.rounds ?? extent.rounds) }
}

interface Part {
  /** On a machine that is busy with other things the figures would be worthless anyway. */
  readonly longestMinutes: number
  /** What `--scene` may name. */
  readonly scenes?: readonly string[]
  measure(): Promise<{ text: string; result: object }>
}

const say = (what: string) => void process.stderr.write(`${what} ...\n`)
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'))

const parts: Readonly<Record<string, Part>> = {
  register: { longestMinutes: 3, measure: () => measureRegister({ folder, say }) },
  scale: {
    longestMinutes: 12,
    measure: () => scale.measureScale({ folder, say, extent: extentOf(scale.usualExtent, scale.quickExtent) }),
  },
  imports: {
    longestMinutes: 10,
    measure: () => imports.measureImports({ folder, say, extent: extentOf(imports.usualExtent, imports.quickExtent) }),
  },
  documents: {
    longestMinutes: 15,
    measure: () =>
      documents.measureDocuments({ folder, say, extent: extentOf(documents.usualExtent, documents.quickExtent) }),
  },
  collaboration: {
    longestMinutes: 20,
    scenes: collaboration.scenes,
    measure: () =>
      collaboration.measureCollaboration({
        folder,
        say,
        extent: extentOf(collaboration.usualExtent, collaboration.quickExtent),
        ...(values.scene && { only: values.scene as Scene }),
        ...(values.profile && { profile: values.profile }),
      }),
  },
  editor: {
    longestMinutes: 15,
    scenes: editor.editorScenes,
    measure: () =>
      editor.measureEditor({
        say,
        extent: extentOf(editor.usualExtent, editor.quickExtent),
        ...(values.scene && { only: values.scene as editor.EditorScene }),
        ...(values.profile && { profile: values.profile }),
      }),
  },
}

const cleanUp = async () => {
  await stopPrograms()
  rmSync(folder, { recursive: true, force: true })
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void cleanUp().then(() => process.exit(1)))

const machine = () => ({
  processors: availableParallelism(),
  model: cpus()[0]?.model ?? 'unknown',
  node: process.version,
  loadBefore: loadavg()[0]!,
  at: new Date().toISOString(),
})

async function measure(name: string): Promise<object> {
  const { longestMinutes, measure: measurePart } = parts[name]!
  const watch = setTimeout(() => {
    process.stderr.write(
      `Given up: "${name}" has not ended in ${longestMinutes} minutes. Is the machine busy with something else?\n`,
    )
    void cleanUp().then(() => process.exit(1))
  }, longestMinutes * 60_000)
  const on = machine()
  const { text, result } = await measurePart().finally(() => clearTimeout(watch))
  const { processors, model, node, loadBefore } = on
  const head = `${name}: ${processors} processors (${model}), Node ${node}, load before ${loadBefore.toFixed(1)}`
  if (!values.json) process.stdout.write(`\n${head}\n\n${text}\n`)
  return { machine: on, ...result }
}

const names = positionals.length > 0 ? positionals : Object.keys(parts)
const unknown = names.find((name) => !Object.hasOwn(parts, name))
const noScene = values.scene !== undefined && names.find((name) => !parts[name]?.scenes?.includes(values.scene!))
try {
  if (unknown) {
    process.stderr.write(`There is no part "${unknown}"; there are ${Object.keys(parts).join(', ')}.\n`)
    process.exitCode = 1
  } else if (noScene) {
    process.stderr.write(
      `"${noScene}" has no scene "${values.scene}"; it has ${parts[noScene]!.scenes?.join(', ') ?? 'none'}. Say which part is meant: "npm run bench -- editor --scene=moving".\n`,
    )
    process.exitCode = 1
  } else await measureAll()
} finally {
  await cleanUp()
}

async function measureAll(): Promise<void> {
  const results: Record<string, object> = {}
  for (const name of names) results[name] = await measure(name)
  const json = `${JSON.stringify(results, null, 2)}\n`
  const file = `.cache/bench/${new Date().toISOString().replace(/[:.]/g, '-')}.json`
  mkdirSync(join(root, '.cache/bench'), { recursive: true })
  writeFileSync(join(root, file), json)
  process.stdout.write(values.json ? json : `\nEvery round is in ${file}.\n`)
}

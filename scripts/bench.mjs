// `npm run bench`: builds when the sources have changed, then measures (test/bench). `npm run -s bench -- --json` prints the figures for programs.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './child.mjs'
import { findNode } from './node24.mjs'
import { isBuilt } from './sources.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

process.exitCode = await bench()

async function bench() {
  const { node, problem } = findNode(root)
  if (problem) {
    console.error(problem)
    return 1
  }
  if (!isBuilt(root)) {
    console.error('Building first: what is measured is what is built.')
    const code = await run(node, [join(root, 'scripts/build.mjs')], { cwd: root })
    if (code !== 0) return code
  }
  const args = ['--import', './scripts/ts-hook.mjs', 'test/bench/main.ts', ...process.argv.slice(2)]
  return run(node, args, { cwd: root })
}

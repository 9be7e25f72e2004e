// `npm run storm -- --runs 3000 [--seed 7]`: plays that many random histories of several people against the model of a text (test/convergence).
// Every failing storm names its number; `--seed` has fast-check invent others.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { run } from './child.mjs'
import { findNode } from './node24.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

process.exitCode = await storm()

async function storm() {
  const { node, problem } = findNode(root)
  if (problem) return refuse(problem, 1)
  const { runs, seed } = wishes()
  if (!isCount(runs) || !isCount(seed)) return refuse('Say: npm run storm -- --runs 3000 [--seed 7]', 2)
  const env = { ...process.env, STORM_RUNS: runs, STORM_SEED: seed }
  return run(node, [join(root, 'scripts/jest.mjs'), 'test/convergence'], { cwd: root, env })
}

function wishes() {
  try {
    const options = { runs: { type: 'string', default: '3000' }, seed: { type: 'string', default: '1' } }
    return parseArgs({ options }).values
  } catch {
    return {} // an unknown word: refused with the right ones
  }
}

function isCount(text) {
  return /^[1-9]\d{0,8}$/.test(text ?? '')
}

function refuse(sentence, code) {
  console.error(sentence)
  return code
}

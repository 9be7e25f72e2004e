// `npm run -s cli -- <noun> <verb>`: runs one command under the Node that npm brought along, from a build that is up to date.
// Plain JavaScript without dependencies, as start.mjs. Standard output is kept for what the command answers.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './child.mjs'
import { findNode } from './node24.mjs'
import { isBuilt } from './sources.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
// npm tells scripts how talkative to be; `-s` is this.
const isSilent = process.env.npm_config_loglevel === 'silent'

process.exitCode = await command()

async function command() {
  if (!existsSync(join(root, 'node_modules/fastify/package.json')))
    return refuse('The packages are not installed. Run "npm ci" first.')
  const { node, problem } = findNode(root)
  if (problem) return refuse(problem)
  if (!isBuilt(root)) {
    const code = await build(node)
    if (code !== 0) return code > 128 ? code : refuse('The build failed; see above.')
  }
  return run(node, ['--enable-source-maps', join(root, 'dist/server/cli.js'), ...process.argv.slice(2)])
}

/** What the build says goes to standard error; with `-s` only when it fails. */
async function build(node) {
  if (!isSilent) console.error('Building (needed once after a change of the sources) ...')
  const kept = []
  const building = run(node, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [building.child.stdout, building.child.stderr])
    stream.on('data', (chunk) => (isSilent ? kept.push(chunk) : process.stderr.write(chunk)))
  const code = await building
  if (code !== 0) for (const chunk of kept) process.stderr.write(chunk)
  return code
}

function refuse(sentence) {
  console.error(sentence)
  return 1
}

// `npm start`: checks what is needed, builds when the sources have changed, and runs the server until it is told to stop.
// Plain JavaScript without dependencies: it runs under Node 20.19 and before `npm ci`, to say what is missing.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './child.mjs'
import { findNode } from './node24.mjs'
import { isBuilt } from './sources.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

process.exitCode = await start()

async function start() {
  if (!existsSync(join(root, 'node_modules/fastify/package.json')))
    return refuse('The packages are not installed. Run "npm ci" first.')
  const { node, problem } = findNode(root)
  if (problem) return refuse(problem)

  if (!isBuilt(root)) {
    console.error('Building (needed once after a change of the sources) ...')
    const code = await run(node, [join(root, 'scripts/build.mjs')], { cwd: root })
    if (code !== 0) return code > 128 ? code : refuse('The build failed; see above.')
  }

  // The channel lets the server notice that we are gone, even when we could not say so (kill -9).
  const server = run(node, ['--enable-source-maps', join(root, 'dist/server/main.js')], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  const watch = watchParent(() => server.child.kill('SIGTERM'))
  const code = await server
  clearInterval(watch)
  return code
}

/** npm that is told to stop signals only its shell, not what runs in it: we would be left behind. */
function watchParent(onGone) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return undefined
  const parent = process.ppid
  return setInterval(() => {
    if (process.ppid !== parent) onGone()
  }, 500)
}

function refuse(sentence) {
  console.error(`Rapporteur cannot start. ${sentence}`)
  return 1
}

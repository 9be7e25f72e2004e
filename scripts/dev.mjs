// `npm run dev`: the server straight from its sources, the client built in the background; both anew after each change. Reload the page to see it.
import { existsSync, mkdirSync, watch } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { binOf, run } from './child.mjs'
import { findNode } from './node24.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { node, problem } = findNode(root)
if (problem) {
  console.error(problem)
  process.exit(1)
}
const hook = pathToFileURL(join(root, 'scripts/ts-hook.mjs')).href

let server = null
let isStopping = false
let turn = Promise.resolve()
let waiting = null
const changed = new Set()
const builders = []

/** One start at a time; changes that come meanwhile are gathered for the next. */
function startAgain() {
  turn = turn.then(async () => {
    waiting = null
    const needsTypes = server === null || [...changed].some((path) => path.endsWith('.graphql'))
    changed.clear()
    if (server) {
      server.child.kill('SIGTERM')
      await server
    }
    if (isStopping) return
    if (needsTypes)
      await run(node, [binOf(root, '@graphql-codegen/cli', 'graphql-codegen'), '--config', 'codegen.ts'], {
        cwd: root,
      })
    // Until the first build of the client is there, there are no pages to serve; its end calls us again.
    if (isStopping || !existsSync(join(root, 'dist/ssr/entry-server.js'))) return
    server = run(node, ['--enable-source-maps', '--import', hook, join(root, 'server/main.ts')], {
      cwd: root,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    })
  })
}

mkdirSync(join(root, 'dist/ssr'), { recursive: true })
for (const folder of ['server', 'schema', 'migrations', 'dist/ssr'])
  watch(join(root, folder), { recursive: true }, (_, name) => {
    if (!name || /\.test\.tsx?$|^generated/.test(name)) return
    changed.add(name)
    clearTimeout(waiting)
    waiting = setTimeout(startAgain, 150)
  })
startAgain()

// The pages that the server renders are the client's own, so the client is built for both, quickly and again after each change.
const vite = ['build', '--watch', '--minify', 'false', '--logLevel', 'warn']
for (const [folder, more] of [
  ['dist/client', []],
  ['dist/ssr', ['--ssr', 'client/app/entry-server.tsx']],
])
  builders.push(
    run(node, [binOf(root, 'vite', 'vite'), ...vite, ...more, '--outDir', folder], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'development' },
    }),
  )

// The server gets the signal too and stops in its own time; we leave when it has.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    if (isStopping) return
    isStopping = true
    for (const { child } of builders) child.kill('SIGTERM')
    void turn.then(() => server).then(() => process.exit(0))
  })

// `npm run build`: dist/ from the sources. Everything is made in a folder beside and renamed when whole, so that a build that is killed
// leaves the old dist/ or none, never half of one.
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { binOf, run } from './child.mjs'
import { fingerprint, stampName } from './sources.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const within = (...parts) => join(root, ...parts)
const next = within(`dist.next-${process.pid}`)

async function build() {
  const madeFrom = fingerprint(root) // before the first step: what changes while we build is not in this build
  sweep()
  mkdirSync(next)
  for (const [what, step] of Object.entries(steps)) {
    const began = performance.now()
    const code = (await step()) ?? 0
    if (code !== 0) {
      rmSync(next, { recursive: true, force: true })
      console.error(`The build stopped at: ${what}.`)
      return code
    }
    console.error(`  ${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
  writeFileSync(join(next, stampName), madeFrom)
  const old = `${next}.old`
  if (existsSync(within('dist'))) renameSync(within('dist'), old)
  renameSync(next, within('dist'))
  rmSync(old, { recursive: true, force: true })
  return 0
}

const steps = {
  'types of the API': () => {
    if (!existsSync(within('codegen.ts'))) return
    return node(binOf(root, '@graphql-codegen/cli', 'graphql-codegen'), ['--config', 'codegen.ts', '--errors-only'])
  },
  server: () =>
    node(binOf(root, '@swc/cli', 'swc'), [
      'server',
      'migrations',
      'schema',
      '--out-dir',
      next,
      '--config-file',
      '.swcrc',
      '--quiet',
    ]),
  data: () => {
    for (const path of globSync(['schema/graphql/**/*.graphql', 'server/**/data/**/*.json'], { cwd: root })) {
      cpSync(within(path), join(next, path))
    }
  },
  client: () => {
    if (!existsSync(within('vite.config.ts'))) return
    return node(binOf(root, 'vite', 'vite'), [...vite, '--outDir', join(next, 'client')])
  },
  pages: () => {
    if (!existsSync(within('vite.config.ts'))) return
    return node(binOf(root, 'vite', 'vite'), [
      ...vite,
      '--ssr',
      'client/app/entry-server.tsx',
      '--outDir',
      join(next, 'ssr'),
    ])
  },
  'service worker': () => {
    if (!existsSync(within('vite.worker.config.ts'))) return
    const outDir = ['--outDir', join(next, 'worker')]
    return node(binOf(root, 'vite', 'vite'), [...vite, '--config', 'vite.worker.config.ts', ...outDir], {
      CLIENT_BUILD: join(next, 'client'),
    })
  },
  compression: () => compress(join(next, 'client')),
}
const vite = ['build', '--emptyOutDir', '--logLevel', 'warn']

function node(script, args, env = {}) {
  return run(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
  })
}

/** Leftovers of builds that were killed. */
function sweep() {
  for (const name of readdirSync(root)) {
    const pid = Number(/^dist\.next-(\d+)(\.old)?$/.exec(name)?.[1])
    if (pid && !isAlive(pid)) rmSync(within(name), { recursive: true, force: true })
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Beside each text file of the client its brotli and gzip form: made once, with all the time in the world, instead of for each visitor. Source
 * maps stay as they are: the source is public, and hardly anybody fetches them.
 */
async function compress(folder) {
  if (!existsSync(folder)) return
  const brotli = promisify(brotliCompress)
  const zip = promisify(gzip)
  const files = globSync('**/*.{js,css,html,svg,json,txt,webmanifest}', { cwd: folder })
  await Promise.all(
    files.map(async (file) => {
      const path = join(folder, file)
      const content = readFileSync(path)
      if (content.length < 1024) return
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
      writeFileSync(`${path}.br`, await brotli(content, { params }))
      writeFileSync(`${path}.gz`, await zip(content, { level: 9 }))
    }),
  )
}

process.exitCode = await build().catch((error) => {
  rmSync(next, { recursive: true, force: true })
  if (!['EACCES', 'EROFS', 'EPERM', 'ENOSPC'].includes(error.code)) throw error
  console.error(
    `The folder ${root} cannot be written to (${error.code}). Build as its owner, or make room on the disk.`,
  )
  return 1
})

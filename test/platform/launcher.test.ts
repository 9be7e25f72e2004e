import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startProgram, stopPrograms } from '../harness/program.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

// A house of the same build with nothing in it: the scripts run beside a program of a few lines.
let house: string
const program = (word: string) => `
  const word: string = '${word}'
  const timer = setInterval(() => {}, 1000)
  process.on('SIGTERM', () => { console.log('told'); process.exit(7) })
  process.on('disconnect', () => { console.log('alone'); clearInterval(timer) })
  console.log(word)
`
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'rapporteur-launcher-'))
  for (const name of ['scripts', '.swcrc', 'tsconfig.json', 'package.json'])
    cpSync(join(root, name), join(house, name), { recursive: true })
  for (const name of ['server/app/data', 'schema/graphql', 'migrations'])
    mkdirSync(join(house, name), { recursive: true })
  writeFileSync(join(house, 'server/main.ts'), program('hello'))
  writeFileSync(join(house, 'server/app/rule.test.ts'), 'export {}')
  writeFileSync(join(house, 'server/app/data/facts.json'), '{}')
  writeFileSync(join(house, 'schema/graphql/common.graphql'), 'scalar Date')
  writeFileSync(join(house, 'schema/index.ts'), 'export {}')
  writeFileSync(join(house, 'migrations/index.ts'), 'export {}')
})
afterEach(async () => {
  await stopPrograms()
  rmSync(house, { recursive: true, force: true })
})

const install = () => symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
const start = (env: Record<string, string> = {}) => startProgram({ args: [join(house, 'scripts/start.mjs')], env })

describe('npm start', () => {
  it('says "npm ci" when nothing is installed', async () => {
    const launcher = start()
    expect((await launcher.ended()).code).toBe(1)
    expect(launcher.out.stderr).toBe('Rapporteur cannot start. The packages are not installed. Run "npm ci" first.\n')
  })

  it('builds once, and again only after a change of the sources', async () => {
    install()
    const run = async () => {
      const launcher = start()
      await launcher.says(/^(hello|changed)$/m)
      launcher.child.kill('SIGTERM')
      await launcher.ended()
      return { built: launcher.out.stderr.includes('Building'), said: launcher.out.stdout.split('\n')[0] }
    }
    expect(await run()).toEqual({ built: true, said: 'hello' })
    expect(await run()).toEqual({ built: false, said: 'hello' })

    writeFileSync(join(house, 'server/app/rule.test.ts'), 'export const another = 1')
    expect(await run()).toEqual({ built: false, said: 'hello' })

    writeFileSync(join(house, 'server/main.ts'), program('changed'))
    expect(await run()).toEqual({ built: true, said: 'changed' })
    expect(
      readdirSync(join(house, 'dist'), { recursive: true })
        .map(String)
        .filter((name) => !name.endsWith('.map'))
        .sort(),
    ).toEqual([
      '.built-from',
      'migrations',
      'migrations/index.js',
      'schema',
      'schema/graphql',
      'schema/graphql/common.graphql',
      'schema/index.js',
      'server',
      'server/app',
      'server/app/data',
      'server/app/data/facts.json',
      'server/main.js',
    ])
  })

  it('leaves no half-built folder when the build fails, and keeps the one before', async () => {
    install()
    mkdirSync(join(house, 'dist'))
    writeFileSync(join(house, 'dist/before'), '')
    writeFileSync(join(house, 'server/main.ts'), 'const = 1')
    const launcher = start()
    expect((await launcher.ended()).code).toBe(1)
    expect(launcher.out.stderr).toContain('The build stopped at: server.')
    expect(launcher.out.stderr).toContain('Rapporteur cannot start. The build failed; see above.')
    expect(readdirSync(house).filter((name) => name.startsWith('dist'))).toEqual(['dist'])
    expect(existsSync(join(house, 'dist/before'))).toBe(true)
  })

  it('passes signals on to the program, and its exit code back', async () => {
    install()
    const launcher = start()
    await launcher.says(/hello/)
    launcher.child.kill('SIGTERM')
    expect(await launcher.ended()).toEqual({ code: 7, signal: null })
    expect(launcher.out.stdout).toBe('hello\ntold\n')
  })

  it('killed outright, is missed by the program, which ends too', async () => {
    install()
    const launcher = start()
    await launcher.says(/hello/)
    launcher.child.kill('SIGKILL')
    await launcher.ended() // its output closes only when the program has gone as well
    expect(launcher.out.stdout).toBe('hello\nalone\n')
  })

  it('stops the program when npm, which signals only its shell, has gone', async () => {
    install()
    const shell = startProgram({
      args: [
        '-e',
        `require('child_process').spawn(process.execPath, [${JSON.stringify(join(house, 'scripts/start.mjs'))}], { stdio: 'inherit' })`,
      ],
      env: { npm_lifecycle_event: 'start' },
    })
    await shell.says(/hello/)
    shell.child.kill('SIGKILL')
    await shell.ended()
    expect(shell.out.stdout).toBe('hello\ntold\n')
  })
})

describe('the Node that runs it', () => {
  const answer = async (machine: Record<string, string>) => {
    const asked = startProgram({
      args: [
        '--input-type=module',
        '-e',
        `import { findNode } from ${JSON.stringify(join(root, 'scripts/node24.mjs'))}
         console.log(JSON.stringify(findNode(${JSON.stringify(root)}, ${JSON.stringify({ execPath: '/own/node', ...machine })})))`,
      ],
    })
    await asked.ended()
    return JSON.parse(asked.out.stdout) as { node?: string; problem?: string }
  }

  it('is our own when it is new enough', async () => {
    expect(await answer({ platform: 'darwin', arch: 'arm64', version: 'v24.15.0' })).toEqual({ node: '/own/node' })
    expect(await answer({ platform: 'darwin', arch: 'arm64', version: 'v26.1.0' })).toEqual({ node: '/own/node' })
  })

  it('is the packaged one under Node 20', async () => {
    const { platform, arch } = process
    const { node = '' } = await answer({ platform, arch, version: 'v20.19.0' })
    expect(node).toContain(`node-${platform}-${arch}`)
  })

  it('is asked for in one sentence where npm has none', async () => {
    expect(await answer({ platform: 'darwin', arch: 'arm64', version: 'v24.14.9' })).toEqual({
      problem:
        'Rapporteur needs Node 24.15 or newer; this is v24.14.9, and npm has no Node to bring along for darwin arm64. Install Node 24.15 or newer and try again.',
    })
  })
})

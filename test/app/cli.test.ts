import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { startEmbeddedPostgres } from '#server/platform/database/index.js'
import { startApp, type TestApp } from '../harness/app.js'
import type { TestDatabase } from '../harness/database.js'
import { startProgram } from '../harness/program.js'
import { freshStarterDatabase } from '../harness/starter.js'

interface Said {
  code: number | null
  stdout: string
  stderr: string
}

async function cli(args: readonly string[], env: Record<string, string>): Promise<Said> {
  const program = startProgram({
    args: ['--import', './scripts/ts-hook.mjs', 'server/cli.ts', ...args],
    env: { LOG_LEVEL: '', ...env },
  })
  const { code } = await program.ended()
  return { code, ...program.out }
}

describe('the command line', () => {
  let database: TestDatabase
  let app: TestApp
  beforeAll(async () => {
    database = await freshStarterDatabase()
    app = await startApp({ database })
    app.clock.set(null)
  })
  afterAll(() => app?.stop())

  const run = (...args: string[]) => cli(args, { DATABASE_URL: database.url })
  const table = (csv: string) => csv.trimEnd().split('\n').length - 1

  it('makes an administrator and a link that signs in, beside a running server', async () => {
    const args = ['--email', 'first@example.com', '--name', 'First Keeper', '--administrator', '--json']
    const { code, stdout, stderr } = await run('user', 'create', ...args)
    expect([code, stderr]).toEqual([0, ''])
    const made = JSON.parse(stdout) as { email: string; link: string; isAdministrator: boolean }
    expect(made).toMatchObject({ email: 'first@example.com', isAdministrator: true })

    const secret = new URL(made.link).searchParams.get('secret')
    const { data, errors } = await app.query<{ signInWithLink: { email: string; viewerMay: string[] } }>(
      `mutation ($secret: String!) { signInWithLink(secret: $secret) { email viewerMay } }`,
      { secret },
    )
    expect(errors).toBeUndefined()
    expect(data!.signInWithLink).toMatchObject({ email: 'first@example.com' })
    expect(data!.signInWithLink.viewerMay).toContain('SITE_ADMINISTER')

    const again = await run('user', 'create', '--email', 'FIRST@example.com', '--name', 'Somebody Else')
    expect(again).toMatchObject({ code: 1, stdout: '' })
    expect(again.stderr).toMatch(/^There is an account with this address already\./)
  })

  it('makes a token that the API takes', async () => {
    const { code, stdout } = await run('token', 'create', '--as', 'chair@example.org', '--json')
    expect(code).toBe(0)
    const { token } = JSON.parse(stdout) as { token: string }
    const { data } = await app.query<{ viewer: { email: string } }>('{ viewer { email } }', {}, { token })
    expect(data!.viewer.email).toBe('chair@example.org')

    const refused = await run('token', 'create', '--as', 'nobody@example.com')
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toMatch(/^There is no account with this address\./)
  })

  it('finds the starter world loaded', async () => {
    const { code, stdout } = await run('starter', 'load', '--json')
    expect([code, JSON.parse(stdout)]).toEqual([0, { isLoaded: true, wasThereBefore: true }])
  })

  it('makes a public text of the example group that its editors may write, the same for the same seed', async () => {
    const make = async (...more: string[]) => {
      const { code, stdout, stderr } = await run(
        'document',
        'generate',
        '--clauses',
        '30',
        '--words',
        '2000',
        '--json',
        ...more,
      )
      expect([code, stderr]).toEqual([0, ''])
      return (JSON.parse(stdout) as { id: string }).id
    }
    const ids = [await make(), await make('--seed', '1'), await make('--seed=2')]
    const seen = `query ($id: UUID!) { document(id: $id) {
      visibility isExample viewerMay group { slug } wordCount clauses { hash } } }`
    interface Seen {
      clauses: { hash: string }[]
    }
    const ask = async (id: string, cookie?: string) =>
      (await app.query<{ document: Seen }>(seen, { id }, cookie ? { cookie } : {})).data!.document
    const [one, two, three] = await Promise.all(ids.map((id) => ask(id)))
    expect(one).toMatchObject({
      visibility: 'PUBLIC',
      isExample: true,
      viewerMay: ['READ'],
      group: { slug: 'example' },
    })
    expect(one!.clauses).toHaveLength(30)
    expect(two).toEqual(one)
    expect(three!.clauses).not.toEqual(one!.clauses)
    expect(await ask(ids[0]!, await app.signIn('editor@example.org'))).toMatchObject({ viewerMay: ['READ', 'EDIT'] })
  })

  it('makes no text beyond its bounds, and takes no number that is none', async () => {
    const tooMany = await run('document', 'generate', '--clauses', '2001', '--words', '2000')
    expect(tooMany).toMatchObject({ code: 1, stdout: '' })
    expect(tooMany.stderr).toMatch(/^The number of clauses must lie between 1 and 2,000; 2,001 does not\./)
    expect((await run('document', 'generate', '--clauses', '10', '--words', '99')).code).toBe(1)
    for (const bad of [
      ['--clauses', 'many', '--words', '5'],
      ['--clauses', '-3', '--words', '5'],
      ['--clauses', '3'],
    ]) {
      expect((await run('document', 'generate', ...bad)).code).toBe(2)
    }
  })

  it('[AC-3] verifies the chain of seals, and says from where on it does not hold', async () => {
    const intact = await run('verify', '--json')
    expect([intact.code, JSON.parse(intact.stdout)]).toMatchObject([0, { isIntact: true, brokenAt: null }])

    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    // As somebody with the superuser's password could.
    await client.query(`set session_replication_role = replica`)
    await client.query(
      `update event set args = '{"slug":"forged"}' where id = (select event_id from event_seal where position = 7)`,
    )
    await client.end()
    const broken = await run('verify')
    expect([broken.code, broken.stdout]).toEqual([1, expect.stringContaining('from place 7 on')])
  })

  it('[ED-7] verifies a frozen edition against history, and refuses one of which nothing was kept', async () => {
    const intact = await run('verify', 'edition', 'example-edition', '--json')
    expect([intact.code, JSON.parse(intact.stdout)]).toMatchObject([0, { isIntact: true }])
    const printed = await run('verify', 'edition', 'first-edition-february-2025')
    expect([printed.code, printed.stderr]).toEqual([1, expect.stringContaining('nothing of this register was kept')])
    expect((await run('verify', 'edition')).code).toBe(2)
  })

  it('exports lists as JSON and as CSV', async () => {
    const items = await run('export', 'items')
    expect(JSON.parse(items.stdout)).toHaveLength(160)
    const relations = await run('export', 'relations', '--format=json')
    expect(JSON.parse(relations.stdout)).toHaveLength(85)
    const principles = await run('export', 'principles', '--format', 'csv')
    expect([principles.code, table(principles.stdout)]).toEqual([0, 16])
    const bodies = await run('export', 'bodies', '--format', 'csv')
    expect(bodies.stdout.split('\n').filter((line) => line.startsWith('example-'))).toHaveLength(2)
    const [first] = JSON.parse((await run('export', 'gaps')).stdout) as Record<string, unknown>[]
    expect(first).toMatchObject({ number: 'G-01', title: 'Inference energy per task', progress: 'UNKNOWN' })
    const activity = JSON.parse((await run('export', 'activity')).stdout) as { verb: string }[]
    expect(activity.filter(({ verb }) => verb === 'starter.loaded')).toHaveLength(1)
  })

  it('[IM-4] imports a list of items: a preview first, then all at once; the same again changes nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-import-'))
    try {
      const file = join(folder, 'a list.csv')
      const rows = ['ISO 99501:2026,One,ISO', 'ISO 99502:2026,Two,ISO', 'ISO 14046,,', 'ISO 99503:2026,Three,NOBODY']
      writeFileSync(file, ['designation,title,body', ...rows].join('\n'))
      const source = ['--source', 'A catalogue', '--as-of', '2026-02-20', '--confidence', 'VERIFIED']

      const looked = await run('import', 'items', file, ...source, '--dry-run')
      expect([looked.code, looked.stderr]).toEqual([0, ''])
      expect(looked.stdout).toMatch(/2 new, 0 changed, 0 the same, 1 doubtful, 1 refused/)
      expect(looked.stdout).toMatch(/Row 5 \(refused\): .*No body called “NOBODY”/)
      expect(looked.stdout).toMatch(/Nothing was written/)

      const taken = await run('import', 'items', file, ...source, '--json')
      expect(taken.code).toBe(0)
      expect(JSON.parse(taken.stdout)).toMatchObject({
        state: 'APPLIED',
        counts: { NEW: 2, CHANGED: 0, SAME: 0, DOUBTFUL: 1, REFUSED: 1 },
      })
      const { data } = await app.query<{ item: unknown }>(
        '{ item(designation: "ISO 99502:2026") { title provenance { source confidence asOf } } }',
      )
      expect(data!.item).toEqual({
        title: 'Two',
        provenance: { source: 'A catalogue', confidence: 'VERIFIED', asOf: '2026-02-20' },
      })
      const again = await run('import', 'items', file, ...source)
      expect(again.stdout).toMatch(/0 new, 0 changed, 2 the same[\s\S]*No row would change/)

      writeFileSync(file, Buffer.from('designation\nISO caf\xe9', 'latin1'))
      const refused = await run('import', 'items', file)
      expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining('Line 2 cannot be read')])
      expect(await run('import', 'items', join(folder, 'none.csv'))).toMatchObject({ code: 1, stdout: '' })
      expect((await run('import', 'items')).code).toBe(2)
      expect((await run('import', 'items', file, '--confidence', 'SURE')).code).toBe(2)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('says what is wrong with a command line, and leaves with 2', async () => {
    const none = await run('frobnicate', 'all')
    expect(none).toMatchObject({ code: 2, stdout: '' })
    expect(none.stderr).toMatch(/^“frobnicate all” is no command\.\n\nUsage: npm run -s cli -- <noun> <verb>/)
    const missing = await run('user', 'create', '--name', 'Nobody')
    expect([missing.code, missing.stderr.split('\n')[0]]).toEqual([2, '--email is missing.'])
  })

  it('says in a sentence that the database cannot be reached', async () => {
    const { code, stderr } = await cli(['verify'], { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' })
    expect(code).toBe(1)
    expect(stderr).toMatch(/^The database "none" at 127\.0\.0\.1:1 cannot be used/)
    expect(stderr).not.toContain('secret')
  })
})

describe('the command line on the embedded database', () => {
  let dataDir: string
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-cli-'))
  })
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  it('uses the server that runs on the data folder, and leaves it running', async () => {
    const running = await startEmbeddedPostgres({ dataDir })
    try {
      expect(await cli(['verify'], { DATA_DIR: dataDir })).toMatchObject({ code: 0, stderr: '' })
      const client = new pg.Client({ connectionString: running.url('postgres') })
      await client.connect()
      await client.end()
    } finally {
      await running.stop()
    }
  })

  it('starts it when nobody has, loads the starter world, and stops it again', async () => {
    const loaded = await cli(['starter', 'load'], { DATA_DIR: dataDir })
    expect(loaded).toMatchObject({ code: 0, stderr: '' })
    // Would refuse, were it left running in use.
    const after = await startEmbeddedPostgres({ dataDir })
    expect(after.reused).toBe(false)
    await after.stop()
  })
})

describe('npm run cli', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  let house: string
  beforeAll(async () => {
    // A build of nothing but a command line that says what it was told, and that is up to date.
    house = mkdtempSync(join(tmpdir(), 'rapporteur-launcher-'))
    cpSync(join(root, 'scripts'), join(house, 'scripts'), { recursive: true })
    writeFileSync(join(house, 'package.json'), '{ "type": "module" }')
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
    mkdirSync(join(house, 'dist/server'), { recursive: true })
    writeFileSync(
      join(house, 'dist/server/cli.js'),
      `console.log(JSON.stringify(process.argv.slice(2)))
       process.exitCode = 2`,
    )
    const stamp = startProgram({
      args: [
        '--input-type=module',
        '-e',
        `import { writeFileSync } from 'node:fs'
         import { fingerprint, stampName } from ${JSON.stringify(join(house, 'scripts/sources.mjs'))}
         writeFileSync(${JSON.stringify(join(house, 'dist'))} + '/' + stampName, fingerprint(${JSON.stringify(house)}))`,
      ],
    })
    await stamp.ended()
  })
  afterAll(() => rmSync(house, { recursive: true, force: true }))

  const launch = async (...args: string[]) => {
    const launcher = startProgram({
      args: [join(house, 'scripts/cli.mjs'), ...args],
      env: { npm_config_loglevel: 'silent' },
    })
    const { code } = await launcher.ended()
    return { code, ...launcher.out }
  }

  it('hands the words on as they are, and the exit code back, and says nothing of its own', async () => {
    const words = ['user', 'create', '--name', 'Two Words', '--json']
    expect(await launch(...words)).toEqual({ code: 2, stdout: `${JSON.stringify(words)}\n`, stderr: '' })
  })

  it('says to install the packages when they are not there', async () => {
    rmSync(join(house, 'node_modules'))
    expect(await launch('verify')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'The packages are not installed. Run "npm ci" first.\n',
    })
  })
})

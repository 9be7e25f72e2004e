import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer, connect, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { startEmbeddedPostgres } from '#server/platform/database/index.js'
import { freshDatabase } from '../harness/database.js'
import { startProgram, stopPrograms } from '../harness/program.js'

const isRoot = process.getuid?.() === 0
const nobody = 65534

let folder: string
let dataDir: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-runtime-'))
  chmodSync(folder, 0o711)
  dataDir = join(folder, 'data')
})
afterEach(async () => {
  await stopPrograms()
  await stopOrphan()
  rmSync(folder, { recursive: true, force: true })
})

const start = (env: Record<string, string> = {}) => startProgram({ env: { DATA_DIR: dataDir, ...env } })
const stop = async (program: ReturnType<typeof start>) => {
  program.child.kill('SIGTERM')
  return program.ended()
}
const postmaster = () => Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** A database server that outlived its program is taken over and stopped, as the next start would. */
async function stopOrphan(): Promise<void> {
  if (existsSync(join(dataDir, 'postgres/postmaster.pid'))) await (await startEmbeddedPostgres({ dataDir })).stop()
}

/** Runs one statement in the database of a program that was killed or still runs. */
async function inDatabase<T extends pg.QueryResultRow>(statement: string): Promise<T[]> {
  const postgres = await startEmbeddedPostgres({ dataDir, share: true })
  const client = new pg.Client({ connectionString: postgres.url('rapporteur') })
  try {
    await client.connect()
    return (await client.query<T>(statement)).rows
  } finally {
    await client.end()
    await postgres.stop()
  }
}

describe('the program', () => {
  it('starts in an empty folder, says exactly where it is, and stops without a trace of failure', async () => {
    const program = start()
    const address = await program.ready()
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(await (await fetch(`${address}/health/live`)).json()).toEqual({ status: 'live' })
    expect(await (await fetch(`${address}/health/ready`)).json()).toEqual({ status: 'ready' })
    const server = postmaster()

    expect(await stop(program)).toEqual({ code: 0, signal: null })
    expect(program.out.stdout).toBe(`Rapporteur is ready at ${address}\n`)
    expect(isAlive(server)).toBe(false)
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.log', 'postgres.password'])
  })

  it('writes its log as one JSON object a line, and no password into it', async () => {
    const program = start()
    await program.ready()
    await stop(program)
    const entries = program.out.stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { level: string; time: string; msg: string })
    for (const entry of entries)
      expect(entry).toMatchObject({ level: expect.any(String), time: expect.any(String), msg: expect.any(String) })
    expect(entries.at(-1)?.msg).toBe('Stopped.')
    expect(program.out.stderr).not.toContain(readFileSync(join(dataDir, 'postgres.password'), 'utf8'))
  })

  it('keeps the password of its database to its owner, and the database to loopback', async () => {
    const program = start()
    await program.ready()
    expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600)
    expect(statSync(join(dataDir, 'postgres')).mode & 0o077).toBe(0)
    expect(
      await inDatabase(`select current_setting('listen_addresses') as tcp, current_setting('unix_socket_directories') as sockets,
                               (select datcollate || ' ' || datlocale from pg_database where datname = 'rapporteur') as locale`),
    ).toEqual([{ tcp: '127.0.0.1', sockets: '', locale: 'C C.UTF-8' }])
  })

  it('starts twice in a row and finds what it had', async () => {
    const first = start()
    await first.ready()
    await inDatabase(`create table kept as select 'still here' as word`)
    await stop(first)

    const second = start()
    await second.ready()
    expect(await inDatabase('select word from kept')).toEqual([{ word: 'still here' }])
    expect((await stop(second)).code).toBe(0)
  })

  it('takes over the database server that a killed run left behind, and stops it in the end', async () => {
    const killed = start()
    await killed.ready()
    const orphan = postmaster()
    killed.child.kill('SIGKILL')
    await killed.ended()
    expect(isAlive(orphan)).toBe(true)

    const next = start()
    const address = await next.ready()
    expect(postmaster()).toBe(orphan)
    expect(next.out.stderr).toContain('"takenOver":true')
    expect((await fetch(`${address}/health/ready`)).status).toBe(200)
    expect((await stop(next)).code).toBe(0)
    expect(isAlive(orphan)).toBe(false)
  })

  it('recovers after both were killed, with everything that was committed', async () => {
    const killed = start()
    await killed.ready()
    await inDatabase(`create table kept as select 'committed' as word`)
    const server = postmaster()
    killed.child.kill('SIGKILL')
    process.kill(server, 'SIGKILL')
    await killed.ended()

    const next = start()
    await next.ready()
    expect(await inDatabase('select word from kept')).toEqual([{ word: 'committed' }])
    expect((await stop(next)).code).toBe(0)
  })

  it('is not put off by a lock file whose number now belongs to another program', async () => {
    await stop(await readyProgram())
    const lines = [process.pid, join(dataDir, 'postgres'), 1, 1, '', '127.0.0.1', '', 'ready']
    writeFileSync(join(dataDir, 'postgres/postmaster.pid'), lines.join('\n') + '\n')
    writeFileSync(join(dataDir, 'postgres.lock'), `${process.pid} some-other-birth`)

    const next = await readyProgram()
    expect((await stop(next)).code).toBe(0)
  })

  it('begins again when the first start was killed while it made the database', async () => {
    mkdirSync(join(dataDir, 'postgres.new/data'), { recursive: true })
    chmodSync(dataDir, 0o711)
    writeFileSync(join(dataDir, 'postgres.new/data/PG_VERSION'), '18\n')
    expect((await stop(await readyProgram())).code).toBe(0)
    expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false)
  })

  it('ends with a fault when its database server ends under it', async () => {
    const program = await readyProgram()
    process.kill(postmaster(), 'SIGQUIT')
    expect((await program.ended()).code).toBe(1)
    expect(program.out.stderr).toContain('the embedded PostgreSQL ended')
  })

  it('finishes the request that runs when it is told to stop, hangs up, and takes no other', async () => {
    const program = start()
    const { port } = new URL(await program.ready())
    const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8')
    let answer = ''
    const continued = new Promise<void>((resolve) =>
      socket.on('data', (text: string) => {
        answer += text
        if (answer.includes('100 Continue')) resolve()
      }),
    )
    const closed = new Promise((resolve) => socket.on('close', resolve))
    socket.write(
      'POST /health/live HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n',
    )
    await continued

    program.child.kill('SIGTERM')
    await program.says(/requests that run are finished first/)
    socket.write('{}')
    await closed
    expect(answer).toMatch(/HTTP\/1\.1 405/)
    await program.ended()
    expect(program.out.stderr).not.toContain('were cut off')
    expect(await program.ended()).toEqual({ code: 0, signal: null })
    await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow()
  })

  it('stops as well when it is told so before it is ready', async () => {
    const program = start()
    await program.says(/The embedded PostgreSQL runs/)
    expect(await stop(program)).toEqual({ code: 0, signal: null })
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false)
  })

  const readyProgram = async () => {
    const program = start()
    await program.ready()
    return program
  }
})

describe('the program says what is wrong, and ends with 1', () => {
  const complaint = async (program: ReturnType<typeof start>) => {
    // The first of the two: one that starts after all would never end.
    await Promise.race([program.ended(), program.says(/is ready at/)])
    expect(program.out.stdout).toBe('')
    const { code } = await program.ended()
    expect(program.out.stderr).not.toMatch(/^ +at /m) // a sentence, not a stack
    return { code, sentence: /^Rapporteur cannot start\. .*$/m.exec(program.out.stderr)?.[0] ?? program.out.stderr }
  }

  it('a setting that cannot be used', async () => {
    expect(await complaint(start({ PORT: 'web' }))).toEqual({
      code: 1,
      sentence: 'Rapporteur cannot start. The setting PORT must be a whole number from 0 to 65535; it is "web".',
    })
  })

  it('a port that is taken, by number and with the way to choose another, before it makes anything', async () => {
    const other = await listening()
    const { port } = other.address() as AddressInfo
    try {
      const { code, sentence } = await complaint(start({ PORT: String(port) }))
      expect(code).toBe(1)
      expect(sentence).toContain(`Port ${port} of 127.0.0.1 is taken by another program`)
      expect(sentence).toContain(`PORT=${port + 1} npm start`)
      expect(existsSync(dataDir)).toBe(false)
    } finally {
      other.close()
    }
  })

  it('a HOST that is not an address of this machine', async () => {
    const { code, sentence } = await complaint(start({ HOST: '192.0.2.1', PORT: '3999' }))
    expect({ code, sentence }).toEqual({
      code: 1,
      sentence: expect.stringContaining('HOST is 192.0.2.1, which is not an address of this machine'),
    })
  })

  it('a second one on the same folder, whose database it leaves alone', async () => {
    const first = start()
    const address = await first.ready()
    const { code, sentence } = await complaint(start())
    expect({ code, sentence }).toEqual({
      code: 1,
      sentence: expect.stringContaining(`${dataDir} is in use by another Rapporteur (process ${first.pid})`),
    })
    expect((await fetch(`${address}/health/ready`)).status).toBe(200)
  })

  it('a folder that cannot be written to', async () => {
    mkdirSync(dataDir)
    chmodSync(dataDir, 0o555)
    const program = startProgram({ env: { DATA_DIR: dataDir }, ...(isRoot ? { uid: nobody } : {}) })
    const { code, sentence } = await complaint(program)
    expect({ code, sentence }).toEqual({
      code: 1,
      sentence: expect.stringContaining(`The data folder ${dataDir} cannot be written to`),
    })
    expect(sentence).toContain('DATA_DIR')
  })

  it('a folder that is a file', async () => {
    writeFileSync(dataDir, '')
    expect(await complaint(start())).toEqual({
      code: 1,
      sentence: expect.stringContaining(`${dataDir} is not a folder`),
    })
  })

  it('a folder made by a newer PostgreSQL', async () => {
    mkdirSync(join(dataDir, 'postgres'), { recursive: true })
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '99\n')
    const { code, sentence } = await complaint(start())
    expect({ code, sentence }).toEqual({
      code: 1,
      sentence: expect.stringContaining('was made by PostgreSQL 99, newer than the 18'),
    })
  })

  it('a database that nobody answers for, without its password', async () => {
    const taken = await listening()
    const { port } = taken.address() as AddressInfo
    await new Promise((resolve) => taken.close(resolve))
    const { code, sentence } = await complaint(
      start({ DATABASE_URL: `postgres://someone:hunter2@127.0.0.1:${port}/register` }),
    )
    expect(code).toBe(1)
    expect(sentence).toContain(`The database "register" at 127.0.0.1:${port} cannot be used: nothing answers there.`)
    expect(sentence).not.toContain('hunter2')
  })

  it('a database that does not accept the password, or does not exist', async () => {
    const database = await freshDatabase()
    const wrong = new URL(database.url)
    wrong.password = 'wrong'
    expect((await complaint(start({ DATABASE_URL: wrong.href }))).sentence).toContain(
      'it does not accept this user and password',
    )
    const absent = new URL(database.url)
    absent.pathname = '/absent'
    expect((await complaint(start({ DATABASE_URL: absent.href }))).sentence).toContain(
      'The database "absent" at 127.0.0.1',
    )
    await database.drop()
  })

  it('a database that is newer than the code, which it leaves as it is', async () => {
    const database = await freshDatabase()
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query(`insert into migrations (timestamp, name) values (9999999999999, 'FromTheFuture9999999999999')`)
    const { code, sentence } = await complaint(start({ DATABASE_URL: database.url }))
    expect({ code, sentence }).toEqual({
      code: 1,
      sentence: expect.stringContaining('The database is newer than this program'),
    })
    expect(sentence).toContain('FromTheFuture9999999999999')
    await client.end()
    await database.drop()
  })
})

describe('the program with DATABASE_URL', () => {
  it('uses that database, brings it up to date and makes no folder', async () => {
    const database = await freshDatabase()
    const program = start({ DATABASE_URL: database.url })
    expect((await fetch(`${await program.ready()}/health/ready`)).status).toBe(200)
    expect((await stop(program)).code).toBe(0)
    expect(existsSync(dataDir)).toBe(false)
    await database.drop()
  })

  it.each<{ env: Record<string, string>; details?: object }>([
    { env: {}, details: { mail: 'SMTP_URL is not set' } },
    { env: { SMTP_URL: 'smtp://127.0.0.1:9' } },
  ])('[MA-4] is ready with $env, and says whether mail leaves', async ({ env, details }) => {
    const database = await freshDatabase()
    const program = start({ DATABASE_URL: database.url, ...env })
    const answer = await fetch(`${await program.ready()}/health/ready`)
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ready', ...(details && { details }) }])
    await stop(program)
    expect(program.out.stderr.includes('No mail leaves')).toBe(details !== undefined)
    await database.drop()
  })

  it('is live but not ready while the database does not answer', async () => {
    const own = await startEmbeddedPostgres({ dataDir, volatile: true })
    const program = start({ DATABASE_URL: own.url('postgres') })
    const address = await program.ready()
    await own.stop()
    expect((await fetch(`${address}/health/live`)).status).toBe(200)
    expect((await fetch(`${address}/health/ready`)).status).toBe(503)
    expect((await stop(program)).code).toBe(0)
  })
})

const asRoot = isRoot ? describe : describe.skip

asRoot('as root, which PostgreSQL refuses', () => {
  it('the database runs under another account, and the folder of an ordinary user stays theirs', async () => {
    mkdirSync(dataDir)
    chownSync(dataDir, nobody, nobody)
    const theirs = startProgram({ env: { DATA_DIR: dataDir }, uid: nobody })
    await theirs.ready()
    await stop(theirs)

    const ours = start()
    await ours.ready()
    expect(statSync(`/proc/${postmaster()}`).uid).toBe(nobody)
    await stop(ours)
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(nobody)
  })

  it('a folder that only root can reach works too, twice', async () => {
    chmodSync(folder, 0o700)
    for (const round of ['first', 'second']) {
      const program = start()
      await program.ready()
      expect({ round, uid: statSync(join(dataDir, 'postgres')).uid }).toEqual({ round, uid: 0 })
      expect((await stop(program)).code).toBe(0)
    }
  })

  it('a user without a name is told to set DATABASE_URL', async () => {
    mkdirSync(dataDir)
    chownSync(dataDir, 54321, 54321)
    const program = startProgram({ env: { DATA_DIR: dataDir }, uid: 54321 })
    expect((await program.ended()).code).toBe(1)
    expect(program.out.stderr).toMatch(/Rapporteur cannot start\. The user 54321 has no entry .* Set DATABASE_URL/)
  })
})

function listening(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server))
  })
}

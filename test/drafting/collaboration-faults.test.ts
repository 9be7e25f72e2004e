import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import * as Y from 'yjs'
import { Texts } from '#server/drafting/collaboration/index.js'
import {
  ensureDatabase,
  migrate,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#server/platform/database/index.js'
import { reportFaultsTo } from '#server/platform/errors/index.js'
import { freshDatabase, type TestDatabase } from '../harness/database.js'
import { startProgram, stopPrograms } from '../harness/program.js'
import { Client, until } from './clients.js'
import { randomOf, seed } from './random.js'
import { openDraftingSite, type DraftingSite, type Writer } from './site.js'

/** As many as there is patience for: `RAPPORTEUR_KILL_RUNS=1000 npm test -- test/drafting/collaboration-faults -t "that is killed"`. */
const killRuns = Number(process.env.RAPPORTEUR_KILL_RUNS ?? 20)
const wordsOf = (doc: Y.Doc): Set<string> => new Set(doc.getMap('words').keys())

async function onDisk(site: DraftingSite, id: string): Promise<Set<string>> {
  const doc = new Y.Doc()
  for (const update of await site.app.get(Texts).read(id)) Y.applyUpdate(doc, update)
  return wordsOf(doc)
}

/** Writes words of its own and knows which of them were acknowledged. */
class WordWriter {
  readonly sentAs = new Map<string, number>()
  private n = 0

  constructor(
    readonly client: Client,
    private readonly name: string,
  ) {}

  write(): string {
    const word = `${this.name}-${++this.n}`
    this.client.doc.getMap('words').set(word, true)
    this.sentAs.set(word, this.client.sent.length)
    return word
  }

  get acknowledged(): string[] {
    return [...this.sentAs].filter(([, n]) => n <= this.client.stored).map(([word]) => word)
  }
}

afterEach(() => stopPrograms())

/** What is built: it starts in half the time of the sources, and is what runs in earnest. */
const startBuilt = (url: string) =>
  startProgram({
    env: { DATABASE_URL: url, STARTER: 'off', LOG_LEVEL: 'fatal' },
    args: ['--enable-source-maps', 'dist/server/main.js'],
  })

describe('a process that is killed', () => {
  let database: TestDatabase
  let site: DraftingSite
  let writers: Writer[]
  let documentId: string

  beforeAll(async () => {
    database = await freshDatabase()
    site = await openDraftingSite({ database: { url: database.url, drop: async () => {} } })
    const group = await site.group()
    documentId = (await site.document(group)).id
    writers = []
    for (let i = 0; i < 20; i++) writers.push(await site.person('EDITOR', group))
  })
  afterAll(async () => {
    await site.stop()
    await database.drop()
  })

  it(
    `[CS-4] takes nothing with it that was acknowledged or that anybody had seen (${killRuns} times, seed ${seed})`,
    async () => {
      const random = randomOf(seed)
      const seen = new Set<string>()
      const acknowledged = new Set<string>()
      for (let run = 1; run <= killRuns; run++) {
        const program = startBuilt(database.url)
        const url = await program.ready()
        const watcher = await new Client({ url, documentId, schema: null }).ready()
        const there = await Promise.all(
          writers.map(async ({ token }, i) => {
            const client = await new Client({ url, documentId, token }).ready()
            return new WordWriter(client, `${run}-${i}`)
          }),
        )
        const end = 50 + random(400)
        let received = 0
        const killed = new Promise<void>((resolve) => {
          watcher.onUpdate = () => {
            if (++received !== end) return
            program.child.kill('SIGKILL')
            resolve()
          }
        })
        let isOver = false
        void killed.then(() => (isOver = true))
        while (!isOver) {
          there[random(there.length)]!.write()
          await new Promise(setImmediate)
        }
        await program.ended()
        await until(() => watcher.closed && there.every(({ client }) => client.closed))

        for (const word of wordsOf(watcher.doc)) seen.add(word)
        for (const writer of there) {
          for (const word of wordsOf(writer.client.doc)) if (!writer.sentAs.has(word)) seen.add(word)
          for (const word of writer.acknowledged) acknowledged.add(word)
        }
        const stored = await onDisk(site, documentId)
        const lost = [...seen, ...acknowledged].filter((word) => !stored.has(word))
        expect({ run, lost }).toEqual({ run, lost: [] })
      }
      expect(seen.size).toBeGreaterThan(50 * killRuns)
      expect(acknowledged.size).toBeGreaterThan(0)
    },
    60_000 * (killRuns + 1),
  )

  it('[CS-13] two processes on one database show the same text and the same people', async () => {
    const program = startBuilt(database.url)
    const url = await program.ready()
    const id = (await site.document({ id: (await site.group()).id })).id
    const [row] = (await site.dataSource.query(
      'select slug from standards_group g join document d on d.group_id = g.id where d.id = $1',
      [id],
    )) as [{ slug: string }]
    const one = new WordWriter(
      await new Client({ url, documentId: id, token: (await site.person('EDITOR', row)).token }).ready(),
      'one',
    )
    const two = new WordWriter(
      await new Client({ url: site.url, documentId: id, token: (await site.person('EDITOR', row)).token }).ready(),
      'two',
    )
    for (let i = 0; i < 200; i++) {
      one.write()
      two.write()
      if (i % 10 === 0) await new Promise(setImmediate)
    }
    await one.client.saved()
    await two.client.saved()
    await until(() => wordsOf(one.client.doc).size === 400 && wordsOf(two.client.doc).size === 400)
    expect((await onDisk(site, id)).size).toBe(400)
    one.client.point({ cursor: 1 })
    two.client.point({ cursor: 2 })
    await until(
      () =>
        one.client.awareness.getStates().has(two.client.doc.clientID) &&
        two.client.awareness.getStates().has(one.client.doc.clientID),
    )
    // One goes over to the other process with what it wrote meanwhile.
    await one.client.leave()
    one.write()
    const moved = await new Client({ ...one.client.entry, url: site.url }, one.client.doc).ready()
    await moved.saved()
    expect((await onDisk(site, id)).size).toBe(401)
    await moved.leave()
    await two.client.leave()
  }, 120_000)
})

describe('a database that goes away', () => {
  let dataDir: string
  let postgres: EmbeddedPostgres
  let relay: Server
  let site: DraftingSite
  const lines = new Set<Socket>()

  beforeAll(async () => {
    reportFaultsTo(() => {})
    dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-outage-'))
    postgres = await startEmbeddedPostgres({ dataDir, volatile: true })
    await ensureDatabase(postgres.url('postgres'), 'outage')
    // The database comes back at another port; the program is to find it where it was.
    relay = createServer((near) => {
      const far = connect(Number(new URL(postgres.url('outage')).port), '127.0.0.1')
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        lines.add(from)
        from.on('error', () => to.destroy())
        from.on('close', () => (lines.delete(from), to.destroy()))
        from.pipe(to)
      }
    })
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
    const url = new URL(postgres.url('outage'))
    url.port = String((relay.address() as AddressInfo).port)
    await migrate(url.href)
    site = await openDraftingSite({ database: { url: url.href, drop: async () => {} } })
  })
  afterAll(async () => {
    await site.stop()
    relay.close()
    for (const line of lines) line.destroy()
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('[CS-5] writers are told that nothing is stored yet, nobody sees what is not, and nothing is lost', async () => {
    const group = await site.group()
    const documentId = (await site.document(group)).id
    const writers: WordWriter[] = []
    for (let i = 0; i < 5; i++) {
      const { token } = await site.person('EDITOR', group)
      writers.push(new WordWriter(await new Client({ url: site.url, documentId, token }).ready(), `w${i}`))
    }
    const watcher = await new Client({ url: site.url, documentId, schema: null }).ready()
    const write = () => writers.forEach((writer) => writer.write())
    for (let i = 0; i < 20; i++) write()
    await Promise.all(writers.map(({ client }) => client.saved()))

    await postgres.stop()
    for (let i = 0; i < 20; i++) write()
    await until(() => writers.every(({ client }) => client.storing.at(-1) === false))
    const shown = wordsOf(watcher.doc).size
    expect(shown).toBe(100)
    expect(writers.every(({ client }) => client.stored < client.sent.length)).toBe(true)

    postgres = await startEmbeddedPostgres({ dataDir, volatile: true })
    await Promise.all(writers.map(({ client }) => client.saved()))
    expect(writers.map(({ client }) => client.storing.at(-1))).toEqual([true, true, true, true, true])
    await until(() => wordsOf(watcher.doc).size === 200)
    expect((await onDisk(site, documentId)).size).toBe(200)
    for (const { client } of writers) await client.leave()
    await watcher.leave()
  }, 120_000)
})

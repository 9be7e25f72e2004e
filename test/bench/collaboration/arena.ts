/** Everything that is measured, running: servers, databases, and the texts in them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import { insertClauses, paragraph, schemaVersion, seeded } from '#schema/document/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { openDraftingSite } from '../../drafting/site.js'
import { editsOf } from '../editor/texts.js'
import { firstTextsOf, fullReport } from '../full-report.js'
import { longest, longReportWithPast, paragraphsOf } from '../long-report.js'
import { environment } from '../servers.js'
import type { CharacterId } from './hand.js'
import type { Target } from './jobs.js'
import { Database, startPeer, startWatched, type Watched } from './processes.js'

export type Who = 'ours' | 'hocuspocus' | 'hocuspocusPg' | 'fanOut'

export const names: Readonly<Record<Who, string>> = {
  ours: 'Rapporteur, durable',
  hocuspocus: 'Hocuspocus, in memory',
  hocuspocusPg: 'Hocuspocus, PostgreSQL',
  fanOut: 'ws fan-out (floor)',
}

/** Editing sessions in the past of the long report. */
export const sessions = 400

/** A text that others begin with: its state, what a client knows that has all of it, and places to type at. */
export interface Seed {
  readonly name: 'small' | 'report' | 'full' | 'edited'
  readonly state: Uint8Array
  /** Base64. */
  readonly stateVector: string
  readonly places: readonly CharacterId[]
}

/** A hundred paragraphs to type in. */
function small(): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 1
  const body = Array.from({ length: 10 }, (_, i) => paragraph(`Paragraph ${i}:`))
  const drafts = Array.from({ length: 10 }, (_, i) => ({ title: `Clause ${i}`, body }))
  insertClauses(doc, { parent: null }, drafts, { random: seeded(1) })
  return doc
}

/** The full report, and the same after an hour in which others wrote twenty times a second. */
function fullSeeds(): { full: Seed; edited: Seed } {
  const doc = fullReport()
  const full = seedOf('full', doc)
  editsOf(doc, firstTextsOf(doc), { count: 20 * 3600, together: 1000, leftOut: -1 })
  return { full, edited: seedOf('edited', doc) }
}

function seedOf(name: Seed['name'], doc: Y.Doc): Seed {
  const all = paragraphsOf(doc)
  const some = all.filter((_, i) => i % Math.floor(all.length / 100) === 0)
  return {
    name,
    state: Y.encodeStateAsUpdate(doc),
    stateVector: Buffer.from(Y.encodeStateVector(doc)).toString('base64'),
    places: some.map((text) => Y.createRelativePositionFromTypeIndex(text, text.length, -1).item!),
  }
}

export const emptyVector = Buffer.from([0]).toString('base64')

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export class Arena {
  readonly seeds = {
    small: seedOf('small', small()),
    report: seedOf('report', longReportWithPast({ ...longest, sessions })),
    ...fullSeeds(),
  }
  readonly databases = {} as { ours: Database; hocuspocusPg: Database }
  private readonly servers = {} as Record<Who, Watched>
  private readonly ids = new Map<string, string>()
  private token = ''

  constructor(
    private readonly folder: string,
    /** For our server: flags of Node. */
    private readonly flags: readonly string[] = [],
  ) {}

  /** Starts all of them, and puts texts of these names into their databases. A name begins with that of its seed and a colon. */
  async start(texts: readonly string[]): Promise<void> {
    for (const { name, state } of Object.values(this.seeds)) {
      mkdirSync(this.path('seeds'), { recursive: true })
      writeFileSync(this.path(`seeds/${name}.yjs`), state)
    }
    this.databases.ours = await Database.start(this.path('ours'))
    this.databases.hocuspocusPg = await Database.start(this.path('hocuspocus'))
    await this.startOne('ours')
    await this.writeTexts(texts)
    await this.databases.hocuspocusPg.query('create table document (name text primary key, state bytea not null)')
    for (const name of texts) {
      const seed = this.seedFor(name)
      if (seed.name !== 'small')
        await this.databases.hocuspocusPg.query('insert into document values ($1, $2)', [name, seed.state])
    }
    for (const who of ['hocuspocus', 'hocuspocusPg', 'fanOut'] as const) await this.startOne(who)
    // What was just written settles on disk before anything is measured.
    for (const database of Object.values(this.databases)) await database.query('vacuum analyze')
    for (const database of Object.values(this.databases)) await database.query('checkpoint')
  }

  /** Bytes of what a text is in the database. */
  async storedBytes(who: 'ours' | 'hocuspocusPg', text: string): Promise<number> {
    const [sql, key] =
      who === 'ours'
        ? [
            `select octet_length(state) + octet_length(served) + octet_length(state_vector) + octet_length(deleted) as bytes
             from document_snapshot where document_id = $1`,
            this.ids.get(text),
          ]
        : ['select octet_length(state) as bytes from document where name = $1', text]
    const [row] = await this.databases[who].query<{ bytes: number }>(sql!, [key])
    return Number(row!.bytes)
  }

  server(who: Who): Watched {
    return this.servers[who]
  }

  /** Nobody's memory of a text is left but what is on its disk. */
  async restart(who: Who): Promise<void> {
    await this.servers[who].stop()
    await this.startOne(who)
    await pause(500)
  }

  target(who: Who, text: string): Target {
    const { address } = this.servers[who]
    const [path, token] =
      who === 'ours'
        ? [`/collab/${this.ids.get(text)}?schema=${schemaVersion}&features=ack`, this.token]
        : [`/${text}`, null]
    const dialect = who === 'hocuspocus' || who === 'hocuspocusPg' ? 'hocuspocus' : 'y-websocket'
    return { dialect, url: `${address}${path}`, name: text, token }
  }

  async stop(): Promise<void> {
    for (const server of Object.values(this.servers)) await server.stop()
    for (const database of Object.values(this.databases)) await database.stop()
  }

  private seedFor(text: string): Seed {
    return this.seeds[text.split(':')[0] as Seed['name']]
  }

  private path(name: string): string {
    return join(this.folder, name)
  }

  private async startOne(who: Who): Promise<void> {
    const seeds = { SEEDS: this.path('seeds') }
    switch (who) {
      case 'ours': {
        const env = { ...environment(this.path('ours')), DATABASE_URL: this.databases.ours.url, STARTER: 'off' }
        this.servers.ours = await startWatched(['--enable-source-maps', 'dist/server/main.js'], env, this.flags)
        return
      }
      case 'hocuspocus':
        this.servers.hocuspocus = await startPeer('hocuspocus.ts', seeds)
        return
      case 'hocuspocusPg': {
        const env = { ...seeds, DATABASE_URL: this.databases.hocuspocusPg.url }
        this.servers.hocuspocusPg = await startPeer('hocuspocus.ts', env)
        return
      }
      case 'fanOut':
        this.servers.fanOut = await startPeer('fan-out.ts', {})
    }
  }

  /** By the verbs of our server, from its sources, beside the one that is measured. */
  private async writeTexts(texts: readonly string[]): Promise<void> {
    const site = await openDraftingSite({ database: { url: this.databases.ours.url, drop: async () => {} } })
    try {
      const group = await site.group()
      this.token = (await site.person('EDITOR', group)).token
      const content = site.app.get(Texts)
      for (const name of texts) {
        const { id } = await site.document(group)
        const seed = this.seedFor(name)
        await site.write((tx) => content.seed(tx, id, seed.state))
        // A text that was worked on has a snapshot.
        if (seed.name !== 'small') await content.fold(id)
        this.ids.set(name, id)
      }
    } finally {
      await site.stop()
    }
  }
}

/** What is done to the servers, and what is read off them. Each scene is played by each in turn in every round; who begins changes. */
import { setTimeout as pause } from 'node:timers/promises'
import { emptyVector, type Arena, type Who } from './arena.js'
import type { Written } from './jobs.js'
import { Generator } from './processes.js'

/** How often, and how long. */
export interface Extent {
  readonly rounds: number
  /** Of typing that is measured. */
  readonly seconds: number
  readonly warmUpSeconds: number
  /** Of typing for bytes of the log. */
  readonly logSeconds: number
}

const editors = 100
/** Open texts for memory. */
const copies = 8
/** Ours stays in memory five seconds after the last one has left, and is folded then. */
const untilUnloadedMs = 7_000

export const loads = [
  { name: 'load200', editsPerSecond: 200, who: ['ours', 'hocuspocus', 'hocuspocusPg', 'fanOut'] },
  { name: 'load1000', editsPerSecond: 1000, who: ['ours', 'hocuspocus', 'fanOut'] },
] as const satisfies readonly { name: string; editsPerSecond: number; who: readonly Who[] }[]

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)

/** The full report as it was made, and after an hour of writing. */
const storedTexts = ['full:stored', 'edited:stored'] as const

/** The texts that the scenes need. */
export const textsOf = ({ rounds }: Extent): string[] => [
  ...loads.flatMap(({ name }) => numbers(rounds).map((round) => `small:${name}-${round}`)),
  'report:open',
  'report:storm',
  ...storedTexts,
  ...numbers(copies).map((i) => `report:memory-${i}`),
  ...numbers(rounds).map((round) => `report:log-${round}`),
]

export interface Load extends Written {
  /** Microseconds of processor time of the server for each delivery. */
  readonly microseconds: number
  /** The same of its database's processes; null where there is none, or where the system does not say. */
  readonly databaseMicroseconds: number | null
}
export interface Storm {
  readonly milliseconds: number
  readonly stallMs: number
}
/** A text in the database: as it was made, and after an hour of writing; and how soon the latter is at a client after a restart. */
export interface StoredText {
  readonly bytes: number
  readonly bytesEdited: number
  readonly openMs: number
}
/** Name of a scene. */
export type Scene = keyof Played
export const sceneNames = [
  'load200',
  'load1000',
  'firstOpen',
  'stored',
  'returning',
  'arriving',
  'memory',
  'log',
] as const satisfies readonly Scene[]
type Rounds<Of extends Who, Figure> = Readonly<Record<Of, readonly Figure[]>>

export interface Played {
  readonly load200: Rounds<'ours' | 'hocuspocus' | 'hocuspocusPg' | 'fanOut', Load>
  readonly load1000: Rounds<'ours' | 'hocuspocus' | 'fanOut', Load>
  /** Milliseconds. */
  readonly firstOpen: Rounds<'ours' | 'hocuspocusPg', number>
  readonly stored: Rounds<'ours' | 'hocuspocusPg', StoredText>
  readonly returning: Rounds<'ours' | 'hocuspocus', Storm>
  readonly arriving: Rounds<'ours' | 'hocuspocus', Storm>
  /** Bytes a text. */
  readonly memory: Rounds<'ours' | 'hocuspocus', number>
  /** Bytes of the database's log an edit. */
  readonly log: Rounds<'ours' | 'hocuspocusPg', { readonly writing: number; readonly inAll: number }>
}

export class Scenes {
  private readonly generator = new Generator()
  private readonly second = new Generator()

  constructor(
    private readonly arena: Arena,
    private readonly extent: Extent,
    private readonly say: (what: string) => void,
  ) {}

  async play(only?: Scene): Promise<Partial<Played>> {
    const { rounds } = this.extent
    const [at200, at1000] = loads
    const scenes: { [Name in Scene]: () => Promise<Played[Name]> } = {
      load200: () =>
        this.inTurns('100 editors, 200 edits a second', at200.who, rounds, (who, round) =>
          this.load(who, `small:load200-${round}`, at200.editsPerSecond, round),
        ),
      load1000: () =>
        this.inTurns('100 editors, 1,000 edits a second', at1000.who, rounds, (who, round) =>
          this.load(who, `small:load1000-${round}`, at1000.editsPerSecond, round),
        ),
      firstOpen: () =>
        this.inTurns('First opening after a restart', ['ours', 'hocuspocusPg'], rounds, (who) =>
          this.firstOpen(who, 'report:open'),
        ),
      stored: () =>
        this.inTurns('Size and opening of the full report', ['ours', 'hocuspocusPg'], Math.min(3, rounds), (who) =>
          this.stored(who),
        ),
      returning: () =>
        this.inTurns('100 return at once', ['ours', 'hocuspocus'], rounds, (who) =>
          this.storm(who, 100, this.arena.seeds.report.stateVector),
        ),
      arriving: () =>
        this.inTurns('50 arrive at once', ['ours', 'hocuspocus'], rounds, (who) => this.storm(who, 50, emptyVector)),
      memory: async () => {
        // The first opening leaves behind what every later one uses again.
        const all = ['ours', 'hocuspocus'] as const
        for (const who of all) await this.memory(who)
        return this.inTurns('Memory of open texts', all, Math.min(2, rounds), (who) => this.memory(who))
      },
      log: () => this.log(Math.min(2, rounds)),
    }
    const played: Partial<Record<Scene, unknown>> = {}
    try {
      for (const scene of Object.keys(scenes) as Scene[]) {
        if (!only || only === scene) played[scene] = await scenes[scene]()
      }
      return played as Partial<Played>
    } finally {
      this.generator.stop()
      this.second.stop()
    }
  }

  private async inTurns<Of extends Who, Figure>(
    what: string,
    all: readonly Of[],
    rounds: number,
    measure: (who: Of, round: number) => Promise<Figure>,
  ): Promise<Rounds<Of, Figure>> {
    this.say(what)
    const figures = Object.fromEntries(all.map((who) => [who, [] as Figure[]])) as Record<Of, Figure[]>
    for (const round of numbers(rounds)) {
      for (const i of all.keys()) {
        const who = all[(i + round) % all.length]!
        figures[who].push(await measure(who, round))
      }
    }
    return figures
  }

  private async load(who: Who, text: string, editsPerSecond: number, round: number): Promise<Load> {
    const { small } = this.arena.seeds
    const { warmUpSeconds, seconds } = this.extent
    const database = who === 'ours' || who === 'hocuspocusPg' ? this.arena.databases[who] : null
    await this.generator.join({ target: this.arena.target(who, text), clients: editors, stateVector: emptyVector })
    const typing = { editsPerSecond, places: small.places, seed: round + 1 }
    await this.generator.write({ ...typing, seconds: warmUpSeconds })
    const before = { server: await this.arena.server(who).use(), database: database?.use() ?? null }
    const written = await this.generator.write({ ...typing, seconds, seed: round + 101 })
    const after = { server: await this.arena.server(who).use(), database: database?.use() ?? null }
    await this.generator.leave()
    return {
      ...written,
      microseconds: ((after.server - before.server) * 1000) / written.deliveries,
      databaseMicroseconds:
        after.database === null ? null : ((after.database - before.database!) * 1000) / written.deliveries,
    }
  }

  private async stored(who: 'ours' | 'hocuspocusPg'): Promise<StoredText> {
    const [made, edited] = storedTexts
    return {
      bytes: await this.arena.storedBytes(who, made),
      bytesEdited: await this.arena.storedBytes(who, edited),
      openMs: await this.firstOpen(who, edited),
    }
  }

  private async firstOpen(who: Who, text: string): Promise<number> {
    await this.arena.restart(who)
    const target = this.arena.target(who, text)
    const { milliseconds } = await this.generator.join({ target, clients: 1, stateVector: emptyVector })
    await this.generator.leave()
    return milliseconds
  }

  /** Many at once come to a text that somebody has open. */
  private async storm(who: Who, clients: number, stateVector: string): Promise<Storm> {
    const target = this.arena.target(who, 'report:storm')
    const server = this.arena.server(who)
    await this.second.join({ target, clients: 1, stateVector: emptyVector })
    await pause(300)
    await server.watch()
    const { milliseconds } = await this.generator.join({ target, clients, stateVector })
    await pause(100)
    const stallMs = await server.longestStall()
    await this.generator.leave()
    await this.second.leave()
    return { milliseconds, stallMs }
  }

  private async memory(who: Who): Promise<number> {
    const server = this.arena.server(who)
    const before = await server.memory()
    // Each leaves its connection behind when the next comes; they are closed all together.
    for (const i of numbers(copies)) {
      const target = this.arena.target(who, `report:memory-${i}`)
      await this.generator.join({ target, clients: 1, stateVector: emptyVector })
    }
    await pause(500)
    const bytes = (await server.memory()) - before
    await this.generator.leave()
    await pause(untilUnloadedMs)
    return bytes / copies
  }

  /** Both at once, each with a database of its own: bytes do not depend on time. */
  private async log(rounds: number): Promise<Played['log']> {
    this.say('Bytes in the log of the database')
    const generators = { ours: this.generator, hocuspocusPg: this.second }
    const all = ['ours', 'hocuspocusPg'] as const
    const figures = { ours: [] as Played['log']['ours'][number][], hocuspocusPg: [] as Played['log']['ours'][number][] }
    for (const round of numbers(rounds)) {
      await Promise.all(all.map(async (who) => figures[who].push(await this.logOf(who, generators[who], round))))
    }
    return figures
  }

  private async logOf(who: 'ours' | 'hocuspocusPg', generator: Generator, round: number) {
    const database = this.arena.databases[who]
    const { places } = this.arena.seeds.report
    await generator.join({
      target: this.arena.target(who, `report:log-${round}`),
      clients: 5,
      stateVector: emptyVector,
    })
    const before = await database.logBytes()
    const typing = { editsPerSecond: 20, seconds: this.extent.logSeconds, seed: round + 1, places }
    const { edits } = await generator.write(typing)
    const writing = ((await database.logBytes()) - before) / edits
    // What is put together when the last one has left belongs to it.
    await generator.leave()
    await pause(untilUnloadedMs)
    return { writing, inAll: ((await database.logBytes()) - before) / edits }
  }
}

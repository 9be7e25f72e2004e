/** The collaboration server against others, in one run: what is done in scenes.ts, what runs in arena.ts. */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { ratioOf, type Aim } from '../statistics.js'
import { aimsTable, figure, spread, table } from '../table.js'
import { Arena, names, sessions, type Who } from './arena.js'
import { Scenes, textsOf, type Extent, type Load, type Played, type Scene, type StoredText } from './scenes.js'
import { longest } from '../long-report.js'

export const usualExtent: Extent = { rounds: 5, seconds: 5, warmUpSeconds: 2, logSeconds: 50 }
export const quickExtent: Extent = { rounds: 1, seconds: 1.5, warmUpSeconds: 0.5, logSeconds: 15 }

export { sceneNames as scenes } from './scenes.js'

export interface Options {
  /** A folder of one's own for everything that is written. */
  readonly folder: string
  readonly extent: Extent
  readonly only?: Scene
  /** A folder for a profile of the processor by our server, one file for each start. */
  readonly profile?: string
  readonly say: (what: string) => void
}

export async function measureCollaboration({ folder, extent, only, profile, say }: Options) {
  const arena = new Arena(
    mkdtempSync(join(folder, 'collaboration-')),
    profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [],
  )
  say('Servers, databases and texts')
  try {
    await arena.start(textsOf(extent))
    const played = await new Scenes(arena, extent, say).play(only)
    const aims = aimsOf(played)
    const setting = { extent, report: { ...longest, sessions, bytes: arena.seeds.report.state.length } }
    return { text: textOf(played, aims), result: { setting, played, aims } }
  } finally {
    await arena.stop()
  }
}

const at = <Figure, Key extends keyof Figure>(rounds: readonly Figure[], key: Key) => rounds.map((round) => round[key])

/** What the figures should be; only for what was played. */
export function aimsOf(played: Partial<Played>): Aim[] {
  const { load200, load1000, firstOpen, stored, returning, arriving, memory, log } = played
  const aims: Aim[] = []
  const atMost = (limit: number, name: string, rounds: readonly number[]) =>
    void aims.push({ name, aim: { atMost: limit }, rounds })
  const ratio = (limit: number, name: string, these: readonly number[], those: readonly number[]) =>
    atMost(limit, name, roundsOfRatio(these, those))

  const time = (rounds: readonly Load[]) => at(rounds, 'microseconds')
  if (load200) {
    ratio(0.85, 'CPU a delivery, 100 × 200/s, of Hocuspocus in memory', time(load200.ours), time(load200.hocuspocus))
    atMost(15, 'p99 from writer to reader, 100 × 200/s, ms', at(load200.ours, 'p99'))
  }
  if (load1000) {
    ratio(0.5, 'CPU a delivery, 100 × 1,000/s, of Hocuspocus in memory', time(load1000.ours), time(load1000.hocuspocus))
  }
  if (firstOpen) {
    ratio(0.2, 'first opening after a restart, of Hocuspocus with PostgreSQL', firstOpen.ours, firstOpen.hocuspocusPg)
  }
  if (stored) {
    const [ours, theirs] = [stored.ours, stored.hocuspocusPg]
    const name =
      'the full report after an hour of writing: first opening after a restart, of Hocuspocus with PostgreSQL'
    ratio(0.2, name, at(ours, 'openMs'), at(theirs, 'openMs'))
    ratio(
      1,
      'the same: bytes in the database, of those of Hocuspocus',
      at(ours, 'bytesEdited'),
      at(theirs, 'bytesEdited'),
    )
  }
  for (const [storm, limit, name] of [
    [returning, 0.2, '100 up-to-date clients at once'],
    [arriving, 0.1, '50 empty clients at once'],
  ] as const) {
    if (!storm) continue
    ratio(limit, `${name}, of Hocuspocus`, at(storm.ours, 'milliseconds'), at(storm.hocuspocus, 'milliseconds'))
    atMost(30, `${name}: longest stall, ms`, at(storm.ours, 'stallMs'))
  }
  if (memory) ratio(0.15, 'memory of an open text, of Hocuspocus', memory.ours, memory.hocuspocus)
  if (log) {
    const [ours, theirs] = [log.ours, log.hocuspocusPg]
    const name = 'bytes of database log an edit, of Hocuspocus with PostgreSQL'
    ratio(0.1, `${name}, while writing`, at(ours, 'writing'), at(theirs, 'writing'))
    ratio(0.1, `${name}, put together afterwards`, at(ours, 'inAll'), at(theirs, 'inAll'))
  }
  return aims
}

const roundsOfRatio = (these: readonly number[], those: readonly number[]): number[] =>
  these.map((value, round) => value / those[round]!)

function textOf(played: Partial<Played>, aims: readonly Aim[]): string {
  const parts: string[] = []
  for (const [load, title] of [
    [played.load200, '100 editors of one text, 200 edits a second'],
    [played.load1000, '100 editors of one text, 1,000 edits a second'],
  ] as const) {
    if (load) parts.push(loadTable(title, load))
  }
  const rows: [string, Partial<Record<Who, readonly number[]>>][] = []
  const { firstOpen, stored, returning, arriving, memory, log } = played
  if (firstOpen) rows.push(['first opening after a restart, ms', firstOpen])
  if (stored) {
    const both = (key: keyof StoredText, scale = 1) => ({
      ours: at(stored.ours, key).map((value) => value / scale),
      hocuspocusPg: at(stored.hocuspocusPg, key).map((value) => value / scale),
    })
    rows.push(['the full report in the database, MB', both('bytes', 1e6)])
    rows.push(['the same after an hour of writing, MB', both('bytesEdited', 1e6)])
    rows.push(['the same: first opening after a restart, ms', both('openMs')])
  }
  for (const [storm, name] of [
    [returning, '100 up-to-date clients at once'],
    [arriving, '50 empty clients at once'],
  ] as const) {
    if (!storm) continue
    const both = (key: 'milliseconds' | 'stallMs') => ({
      ours: at(storm.ours, key),
      hocuspocus: at(storm.hocuspocus, key),
    })
    rows.push([`${name}, ms`, both('milliseconds')], [`${name}: longest stall, ms`, both('stallMs')])
  }
  if (memory) {
    const megabytes = (rounds: readonly number[]) => rounds.map((bytes) => bytes / 1e6)
    rows.push([
      'memory of an open text, MB',
      { ours: megabytes(memory.ours), hocuspocus: megabytes(memory.hocuspocus) },
    ])
  }
  if (log) {
    const both = (key: 'writing' | 'inAll') => ({ ours: at(log.ours, key), hocuspocusPg: at(log.hocuspocusPg, key) })
    rows.push(['database log, bytes an edit, while writing', both('writing')])
    rows.push(['database log, bytes an edit, with what follows', both('inAll')])
  }
  const columns = ['ours', 'hocuspocus', 'hocuspocusPg'] as const
  if (rows.length > 0) {
    const heading = ['A report of 100,000 words', ...columns.map((who) => names[who])]
    const cells = ([name, figures]: (typeof rows)[number]) => [name, ...columns.map((who) => shown(figures[who]))]
    parts.push(table(heading, rows.map(cells)))
  }
  return [...parts, aimsTable(aims)].join('\n\n')
}

const shown = (rounds: readonly number[] | undefined): string => (rounds ? spread(rounds) : '')

function loadTable(title: string, load: Partial<Record<Who, readonly Load[]>>): string {
  const all = Object.keys(load) as Who[]
  const theirs = load.hocuspocus!.map((round) => round.microseconds)
  return table(
    [title, 'CPU µs a delivery', 'of Hocuspocus', 'database µs', 'p50 ms', 'p99 ms', 'most ms', 'load late p99'],
    all.map((who) => {
      const rounds = load[who]!
      const ours = at(rounds, 'microseconds')
      const database = at(rounds, 'databaseMicroseconds').filter((value) => value !== null)
      return [
        names[who],
        spread(ours),
        figure(ratioOf(ours, theirs).median),
        database.length > 0 ? spread(database) : '',
        spread(at(rounds, 'p50')),
        spread(at(rounds, 'p99')),
        spread(at(rounds, 'most')),
        spread(at(rounds, 'behindP99')),
      ]
    }),
  )
}

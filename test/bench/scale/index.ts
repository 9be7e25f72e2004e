/** A register of 100,000 items: how long readers wait, one question after the other. docs/operations/benchmarks.md says what each figure is. */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { mulberry32 } from '../chance.js'
import * as questions from '../questions.js'
import { databaseOf, startOther, startOurs, type Server } from '../servers.js'
import { percentile, type Aim } from '../statistics.js'
import { aimsTable, figure, spread, table } from '../table.js'
import { asks, twins, type Ask, type AskName, type Titled } from './asks.js'
import { buildLargeWorld, extent, type Extent } from './world.js'

const seed = 20261122

export interface ScaleExtent {
  readonly world: Extent
  readonly rounds: number
  /** How often each question is asked in a round. */
  readonly times: number
}
export const usualExtent: ScaleExtent = { world: extent, rounds: 5, times: 40 }
export const quickExtent: ScaleExtent = {
  world: { items: 5_000, bodies: 60, gaps: 100, relationsEach: 3 },
  rounds: 1,
  times: 5,
}

/** Milliseconds of each asking, by round. */
type Rounds = number[][]

export async function measureScale(given: { folder: string; say: (what: string) => void; extent: ScaleExtent }) {
  const { folder, say, extent: much } = given
  say(`A register of ${much.world.items.toLocaleString('en')} items`)
  const dataDir = mkdtempSync(join(folder, 'scale-'))
  const ours = await startOurs(dataDir)
  const url = await databaseOf(dataDir)
  const rows = await buildLargeWorld(url, seed, much.world)
  const known = await titlesOf(url)
  const since = await changeSome(url)
  const twinServer = await startOther('scale/twins.ts', url)
  const postgraphile = await startOther('postgraphile.ts', url)

  say('Questions of readers')
  const random = mulberry32(seed)
  const all = Object.entries(asks(random, known, since)) as [AskName, () => Ask][]
  const mine = new Map<AskName, Rounds>(all.map(([name]) => [name, []]))
  const theirs = new Map<AskName, Rounds>(Object.keys(twins).map((name) => [name as AskName, []]))
  const graph: Rounds = []
  // Once each beforehand: plans, pages of the database, and what is counted in memory.
  for (const [, ask] of all) await timed(ours, ask, 3)
  for (let round = 0; round < much.rounds; round++) {
    for (const [name, ask] of all) {
      mine.get(name)!.push(await timed(ours, ask, much.times))
      const twin = twins[name]
      if (twin) theirs.get(name)!.push(await timed(twinServer, () => twin(random), much.times))
    }
    graph.push(await timed(postgraphile, () => questions.bothDirections, much.times))
  }
  await Promise.all([ours.stop(), twinServer.stop(), postgraphile.stop()])

  const ratios = [...theirs].map(([name, rounds]) => ({
    name,
    rounds: rounds.map((one, i) => middle(mine.get(name)![i]!) / middle(one)),
  }))
  const relations = mine.get('items with three relations, by designation')!
  const aims = aimsOf(
    mine,
    ratios,
    graph.map((one, i) => middle(relations[i]!) / middle(one)),
  )
  const result = {
    setting: { seed, rows, ...much },
    milliseconds: Object.fromEntries(mine),
    twins: Object.fromEntries(theirs),
    graph,
  }
  return { text: report(rows, mine, theirs, graph, aims), result }
}

async function titlesOf(url: string): Promise<Titled[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Titled>(
      `select slug, designation, title from item where slug like 'sb-%' order by md5(slug) limit 2000`,
    )
    return rows
  } finally {
    await client.end()
  }
}

/** Gives 1,000 items another state; answers the moment before. */
async function changeSome(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at')
    await client.query('select pg_sleep(0.01)')
    await client.query(
      `update item set state = case state when 'PUBLISHED' then 'WITHDRAWN' else 'PUBLISHED' end
       where id in (select id from item where slug like 'sb-%' order by md5(slug) limit 1000)`,
    )
    return new Date(rows[0]!.at.getTime() + 1).toISOString()
  } finally {
    await client.end()
  }
}

/** Asks one after the other over connections that stay open. Throws when an answer is not what it should be: an error is quickly made. */
async function timed({ origin }: Server, ask: () => Ask, times: number): Promise<number[]> {
  const took: number[] = []
  for (let i = 0; i < times; i++) {
    const one = ask()
    const began = performance.now()
    const answer = await fetch(origin + one.path, questions.requestOf(one))
    const text = await answer.text()
    took.push(performance.now() - began)
    if (!answer.ok || text.startsWith('{"errors"') || text.includes('"errors":[{'))
      throw new Error(`${one.path} ${one.body ?? ''}: ${answer.status} ${text.slice(0, 500)}`)
  }
  return took
}

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b)
const middle = (values: readonly number[]): number => percentile(sorted(values), 50)
const late = (values: readonly number[]): number => percentile(sorted(values), 99)

const lists: readonly AskName[] = [
  'items with three relations, by designation',
  'items by title',
  'items, newest evidence first',
  'items with three facets',
  'items with three facets, and counts of all facets',
  'search by a misspelt title',
  'search of everything, misspelt',
  'search by one word',
  'search by a number',
  'facts to check',
  'gaps',
  'bodies',
  'relations',
]

function aimsOf(
  mine: Map<AskName, Rounds>,
  ratios: readonly { name: string; rounds: number[] }[],
  graph: number[],
): Aim[] {
  const kept = mine.get('page of the roadmap, kept')!
  const computed = mine.get('page of the roadmap, computed')!
  return [
    ...lists.flatMap((name): Aim[] => [
      { name: `${name}, p50 ms`, aim: { atMost: 50 }, rounds: mine.get(name)!.map(middle) },
      // Of all rounds together: one round has too few for the hundredth.
      { name: `${name}, p99 ms`, aim: { atMost: 150 }, rounds: [late(mine.get(name)!.flat())] },
    ]),
    {
      name: 'page of the roadmap, kept, times as fast as computed',
      aim: { atLeast: 10 },
      rounds: kept.map((one, i) => middle(computed[i]!) / middle(one)),
    },
    ...ratios.map(({ name, rounds }): Aim => ({
      name: `${name}, of a hand-written query`,
      aim: { atMost: 1.5 },
      rounds,
    })),
    { name: 'items with three relations, of PostGraphile 5', aim: { atMost: 1 }, rounds: graph },
  ]
}

function report(
  rows: Record<string, number>,
  mine: Map<AskName, Rounds>,
  theirs: Map<AskName, Rounds>,
  graph: Rounds,
  aims: readonly Aim[],
): string {
  const line = (name: string, rounds: Rounds) => [name, spread(rounds.map(middle)), figure(late(rounds.flat()))]
  return [
    Object.entries(rows)
      .map(([name, count]) => `${count.toLocaleString('en')} ${name}`)
      .join(', '),
    '',
    table(
      ['One after the other, ms', 'p50', 'p99 of all'],
      [
        ...[...mine].map(([name, rounds]) => line(name, rounds)),
        ...[...theirs].map(([name, rounds]) => line(`hand-written: ${name}`, rounds)),
        line('PostGraphile 5: items with three relations', graph),
      ],
    ),
    '',
    aimsTable(aims),
  ].join('\n')
}

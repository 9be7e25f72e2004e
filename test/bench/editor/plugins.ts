/** What each plugin of the writing room takes of a key, and of an edit of others; and the room with all of them beside the binding alone. */
import { setTimeout as pause } from 'node:timers/promises'
import { spreadOf, type Aim } from '../statistics.js'
import { figure, spread, table } from '../table.js'
import { peopleInRoom, type HookTime } from './page/api.js'
import { othersPerSecond, type EditorPage, type Extent, type Keys, type Stage } from './stage.js'

const sides = ['bare', 'room'] as const
type Side = (typeof sides)[number]
const sideNames: Readonly<Record<Side, string>> = { bare: 'the binding alone', room: 'the editor with everything' }

/** A plugin that takes more of a key than this is to be looked at. */
const mostOfKeyMs = 1
/** The checks begin 0.9 seconds after the last key. */
const restMs = 2500

interface Figures {
  readonly openMs: number
  readonly quiet: Keys
  readonly withOthers: Keys
  /** Milliseconds of each plugin for a key, and for an edit of others. */
  readonly aKey: Readonly<Record<string, number>>
  readonly anEdit: Readonly<Record<string, number>>
  /** The longest task of the page in the seconds after the last key; 0: none was over fifty milliseconds. */
  readonly longestAtRest: number
}
export type Plugins = Readonly<Record<Side, readonly Figures[]>>

const each = (hooks: readonly HookTime[], count: number): Record<string, number> => {
  const sums: Record<string, number> = {}
  for (const { plugin, ms } of hooks) sums[plugin] = (sums[plugin] ?? 0) + ms / count
  return sums
}

/** Nobody types: what is left of the edits of others. */
async function onlyOthers(page: EditorPage): Promise<Record<string, number>> {
  await page.ask('takeHooks')
  await page.ask('takeShowing')
  await page.ask('othersWrite', othersPerSecond)
  await pause(2000)
  await page.ask('othersWrite', 0)
  await pause(200)
  return each(await page.ask('takeHooks'), (await page.ask('takeShowing')).length)
}

export const playPlugins = (stage: Stage, { rounds, keys }: Extent): Promise<Plugins> =>
  stage.inTurns(sides, Math.min(3, rounds), (side) =>
    stage.with(side, 'single', async (page, openMs): Promise<Figures> => {
      await page.ask('placeCaret', stage.text.middle)
      await pause(restMs)
      await page.type(5)
      await page.ask('takeHooks')
      const quiet = await page.type(keys)
      const aKey = each(await page.ask('takeHooks'), keys)
      await page.ask('takeLongestTask')
      await pause(restMs)
      const longestAtRest = await page.ask('takeLongestTask')
      const anEdit = await onlyOthers(page)
      await page.ask('othersWrite', othersPerSecond)
      const withOthers = await page.type(Math.min(keys, 40))
      await page.ask('othersWrite', 0)
      await pause(200)
      await page.check({ keys: keys + 5 + Math.min(keys, 40) })
      const carets = await page.page.locator('.caret').count()
      if (carets !== (side === 'room' ? peopleInRoom : 0)) throw new Error(`${carets} carets of others are drawn`)
      return { openMs, quiet, withOthers, aKey, anEdit, longestAtRest }
    }),
  )

const middleOf = (rounds: readonly Readonly<Record<string, number>>[], plugin: string): number =>
  spreadOf(rounds.map((one) => one[plugin] ?? 0)).median

/** Every plugin, the dearest first. */
function dearest({ room }: Plugins): { plugin: string; aKey: number; anEdit: number }[] {
  const all = new Set(room.flatMap(({ aKey, anEdit }) => [...Object.keys(aKey), ...Object.keys(anEdit)]))
  const rows = [...all].map((plugin) => ({
    plugin,
    aKey: middleOf(
      room.map(({ aKey }) => aKey),
      plugin,
    ),
    anEdit: middleOf(
      room.map(({ anEdit }) => anEdit),
      plugin,
    ),
  }))
  return rows.sort((a, b) => b.aKey - a.aKey)
}

export function aimsOfPlugins(plugins: Plugins): Aim[] {
  const { bare, room } = plugins
  const ratio = (pick: (one: Figures) => number) => room.map((one, i) => pick(one) / pick(bare[i]!))
  const [first] = dearest(plugins).filter(({ plugin }) => plugin !== 'clause-binding')
  return [
    {
      name: `the dearest plugin, ms a key (${first?.plugin ?? 'none'})`,
      aim: { atMost: mostOfKeyMs },
      rounds: room.map(({ aKey }) => aKey[first?.plugin ?? ''] ?? 0),
    },
    {
      name: 'key to next frame p50 with everything, of the binding alone',
      aim: { atMost: 1.5 },
      rounds: ratio(({ quiet }) => quiet.p50),
    },
    {
      name: 'key to next frame p50 with everything, 20 remote edits/s, of the quiet one',
      aim: { atMost: 1.2 },
      rounds: room.map(({ withOthers, quiet }) => withOthers.p50 / quiet.p50),
    },
    {
      name: 'the longest task after the last key, ms',
      aim: { atMost: 50 },
      rounds: room.map(({ longestAtRest }) => longestAtRest),
    },
  ]
}

export function tablesOfPlugins(plugins: Plugins): string {
  const both = table(
    [
      'The same text, ms',
      'open to editable',
      'key, quiet p50',
      'p95',
      'key, others write p50',
      'p95',
      'longest at rest',
    ],
    sides.map((side) => {
      const pick = (pickOne: (one: Figures) => number) => spread(plugins[side].map(pickOne))
      return [
        sideNames[side],
        pick(({ openMs }) => openMs),
        pick(({ quiet }) => quiet.p50),
        pick(({ quiet }) => quiet.p95),
        pick(({ withOthers }) => withOthers.p50),
        pick(({ withOthers }) => withOthers.p95),
        pick(({ longestAtRest }) => longestAtRest),
      ]
    }),
  )
  const shown = dearest(plugins).filter(({ aKey, anEdit }) => aKey >= 0.005 || anEdit >= 0.005)
  const one = table(
    ['Plugin, its own time', 'ms a key', 'ms an edit of others', ''],
    shown.map(({ plugin, aKey, anEdit }) => [
      plugin,
      figure(aKey),
      figure(anEdit),
      aKey > mostOfKeyMs ? `over ${mostOfKeyMs} ms` : '',
    ]),
  )
  return `${both}\n\n${one}`
}

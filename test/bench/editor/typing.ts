/** Opening the text, and typing in it while others write or do not. */
import { setTimeout as pause } from 'node:timers/promises'
import { spreadOf, type Aim } from '../statistics.js'
import { spread, table } from '../table.js'
import { bindings, type BindingName, type EditorName } from './page/api.js'
import { names, othersPerSecond, type EditorPage, type Extent, type Keys, type Stage } from './stage.js'

export interface Typed {
  readonly openMs: number
  readonly quiet: Keys
  readonly withOthers: Keys
  /** Middle of what showing one edit of others took. */
  readonly showingMs: number
}
export type Typing = Readonly<Record<BindingName, readonly Typed[]>>

/** How many keys come before those that count. */
const warmUp = 5

export const typeIn = (
  stage: Stage,
  editor: EditorName,
  { keys }: Extent,
  then?: (page: EditorPage) => Promise<void>,
) =>
  stage.with(editor, 'single', async (page, openMs): Promise<Typed> => {
    await page.ask('placeCaret', stage.text.middle)
    await pause(500)
    await page.type(warmUp)
    const quiet = await page.type(keys)
    await page.ask('othersWrite', othersPerSecond)
    await page.type(warmUp)
    const withOthers = await page.type(keys)
    await page.ask('othersWrite', 0)
    await pause(200)
    await page.check({ keys: 2 * (keys + warmUp) })
    const showingMs = spreadOf(await page.ask('takeShowing')).median
    await then?.(page)
    return { openMs, quiet, withOthers, showingMs }
  })

export const playTyping = (stage: Stage, extent: Extent): Promise<Typing> =>
  stage.inTurns(bindings, extent.rounds, (name) => typeIn(stage, name, extent))

export function aimsOfTyping({ ours, yProsemirror, yTiptap }: Typing): Aim[] {
  const figures = {
    open: (one: Typed) => one.openMs,
    quiet: (one: Typed) => one.quiet.p50,
    withOthers: (one: Typed) => one.withOthers.p50,
  }
  const ofBetter = (figure: (one: Typed) => number) =>
    ours.map((one, i) => figure(one) / Math.min(figure(yProsemirror[i]!), figure(yTiptap[i]!)))
  const ofQuiet = ours.map((one) => figures.withOthers(one) / figures.quiet(one))
  const atMost = (limit: number, name: string, rounds: readonly number[]): Aim => ({
    name,
    aim: { atMost: limit },
    rounds,
  })
  return [
    atMost(1.2, 'open to editable, of the better one', ofBetter(figures.open)),
    atMost(1.5, 'open to editable, of the better one [CB-20]', ofBetter(figures.open)),
    atMost(1.2, 'key to next frame p50, quiet, of the better one', ofBetter(figures.quiet)),
    atMost(1.2, 'key to next frame p50, 20 remote edits/s, of the better one', ofBetter(figures.withOthers)),
    {
      name: 'the same, times better than @tiptap/y-tiptap',
      aim: { atLeast: 5 },
      rounds: ours.map((one, i) => figures.withOthers(yTiptap[i]!) / figures.withOthers(one)),
    },
    atMost(1.2, 'key to next frame p50, 20 remote edits/s, of the quiet one', ofQuiet),
    atMost(1.5, 'key to next frame p50, 20 remote edits/s, of the quiet one [CB-20]', ofQuiet),
  ]
}

export function tableOfTyping(typing: Typing): string {
  const rows = bindings.map((name) => {
    const pick = (figure: (one: Typed) => number) => spread(typing[name].map(figure))
    return [
      names[name],
      pick((one) => one.openMs),
      pick((one) => one.quiet.p50),
      pick((one) => one.quiet.p95),
      pick((one) => one.withOthers.p50),
      pick((one) => one.withOthers.p95),
      pick((one) => one.showingMs),
    ]
  })
  return table(
    [
      'A report of 100,000 words and 80 tables, ms',
      'open to editable',
      'key, quiet p50',
      'p95',
      'key, others write p50',
      'p95',
      'an edit of others',
    ],
    rows,
  )
}

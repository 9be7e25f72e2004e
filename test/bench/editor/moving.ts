/** Moving a clause with the nine below it half a report away, and undoing that. */
import { subtreeSize } from '../full-report.js'
import { spreadOf, type Aim } from '../statistics.js'
import { spread, table } from '../table.js'
import { bindings, type BindingName, type Moved } from './page/api.js'
import { names, type Extent, type Stage } from './stage.js'

/** In each page; the middle of them is what counts. */
const times = 4

interface Figures {
  readonly move: Moved
  readonly undo: Moved
}
export type Moving = Readonly<Record<BindingName, readonly Figures[]>>

const middle = (all: readonly Moved[]): Moved => ({
  work: spreadOf(all.map(({ work }) => work)).median,
  frame: spreadOf(all.map(({ frame }) => frame)).median,
})

export const playMoving = (stage: Stage, { rounds }: Extent): Promise<Moving> =>
  stage.inTurns(bindings, rounds, (name) =>
    stage.with(name, null, async (page) => {
      const { moves, undos } = await page.ask('move', times, subtreeSize)
      return { move: middle(moves), undo: middle(undos) }
    }),
  )

export function aimsOfMoving({ ours, yProsemirror, yTiptap }: Moving): Aim[] {
  const frame = (what: keyof Figures) => (one: Figures) => one[what].frame
  const times = (what: keyof Figures, theirs: readonly Figures[]) =>
    ours.map((one, i) => frame(what)(theirs[i]!) / frame(what)(one))
  return [
    { name: 'moving ten clauses, ms until the frame after it', aim: { atMost: 100 }, rounds: ours.map(frame('move')) },
    {
      name: 'moving ten clauses, times better than y-prosemirror',
      aim: { atLeast: 5 },
      rounds: times('move', yProsemirror),
    },
    {
      name: 'moving ten clauses, times better than @tiptap/y-tiptap',
      aim: { atLeast: 5 },
      rounds: times('move', yTiptap),
    },
  ]
}

export const tableOfMoving = (moving: Moving): string =>
  table(
    [
      'Moving ten clauses, ms',
      'until the frame after it',
      'of it work',
      'undo, until the frame after it',
      'of it work',
    ],
    bindings.map((name) => {
      const pick = (figure: (one: Figures) => number) => spread(moving[name].map(figure))
      return [
        names[name],
        pick(({ move }) => move.frame),
        pick(({ move }) => move.work),
        pick(({ undo }) => undo.frame),
        pick(({ undo }) => undo.work),
      ]
    }),
  )

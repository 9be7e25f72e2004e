/** What a page holds after an hour of writing that it did not hold before. */
import type { Aim } from '../statistics.js'
import { figure, table } from '../table.js'
import { bindings, type BindingName } from './page/api.js'
import { names, othersPerSecond, sliceSeconds, type Extent, type Stage } from './stage.js'

/** Two keys a second of one's own: a word of ten, then thinking. */
const secondsAWord = 5

interface Size {
  readonly v1: number
  readonly v2: number
}
interface Figures {
  readonly opened: number
  readonly after: number
  /** Of the shared text before and after. */
  readonly sizes: readonly [Size, Size]
}
export type Memory = Readonly<Record<BindingName, readonly Figures[]>>

/** Bytes do not depend on time: one round is enough. */
export const playMemory = (stage: Stage, { minutes }: Extent): Promise<Memory> =>
  stage.inTurns(bindings, 1, (name) =>
    stage.with(name, 'hour', async (page) => {
      const before = await page.ask('size')
      const opened = await page.heap()
      const slices = (minutes * 60) / sliceSeconds
      const hour = { slices, words: sliceSeconds / secondsAWord, secondsAWord }
      const keys = await page.ask('hour', hour)
      await page.check({ keys, together: othersPerSecond * sliceSeconds })
      await page.ask('takeShowing')
      const after = await page.heap()
      return { opened, after, sizes: [before, await page.ask('size')] }
    }),
  )

const growth = ({ opened, after }: Figures): number => after - opened
const v1 = ({ sizes }: Figures): number => sizes[1].v1

export const aimsOfMemory = ({ ours, yProsemirror, yTiptap }: Memory): Aim[] => [
  {
    name: 'memory that an hour adds, of the better one',
    aim: { atMost: 1.2 },
    rounds: ours.map((one, i) => growth(one) / Math.min(growth(yProsemirror[i]!), growth(yTiptap[i]!))),
  },
  {
    name: 'size of the text (V1), of the better one',
    aim: { atMost: 1.2 },
    rounds: ours.map((one, i) => v1(one) / Math.min(v1(yProsemirror[i]!), v1(yTiptap[i]!))),
  },
]

export const tableOfMemory = (memory: Memory, { minutes }: Extent): string =>
  table(
    ['Megabytes', 'heap, opened', `after ${minutes} minutes`, 'more', 'text, V1', 'V2', 'after, V1', 'V2'],
    bindings.map((name) => {
      const one = memory[name][0]!
      const [before, after] = one.sizes
      const all = [one.opened, one.after, growth(one), before.v1, before.v2, after.v1, after.v2]
      return [names[name], ...all.map((bytes) => figure(bytes / 1e6))]
    }),
  )

/** What a page holds after an hour of writing that it did not hold before. */
import type { Aim } from '../statistics.js'
import { figure, table } from '../table.js'
import { bindings, type BindingName } from './page/api.js'
import { names, othersPerSecond, sliceSeconds, type Extent, type Stage } from './stage.js'

/** Two keys a second of one's own: a word of ten, then thinking. */
const keysEach = 2 * sliceSeconds

interface Figures {
  readonly opened: number
  readonly after: number
}
export type Memory = Readonly<Record<BindingName, readonly Figures[]>>

/** Bytes do not depend on time: one round is enough. */
export const playMemory = (stage: Stage, { minutes }: Extent): Promise<Memory> =>
  stage.inTurns(bindings, 1, (name) =>
    stage.with(name, 'hour', async (page) => {
      const opened = await page.heap()
      const hour = { slices: (minutes * 60) / sliceSeconds, secondsEach: sliceSeconds, keysEach }
      const keys = await page.ask('hour', hour)
      await page.check({ keys, together: othersPerSecond * sliceSeconds })
      await page.ask('takeShowing')
      return { opened, after: await page.heap() }
    }),
  )

const growth = ({ opened, after }: Figures): number => after - opened

export const aimsOfMemory = ({ ours, yProsemirror, yTiptap }: Memory): Aim[] => [
  {
    name: 'memory that an hour adds, of the better one',
    aim: { atMost: 1.2 },
    rounds: ours.map((one, i) => growth(one) / Math.min(growth(yProsemirror[i]!), growth(yTiptap[i]!))),
  },
]

export const tableOfMemory = (memory: Memory, { minutes }: Extent): string =>
  table(
    [`Heap of the page, MB`, 'opened', `after ${minutes} minutes`, 'more'],
    bindings.map((name) => {
      const [one] = memory[name]
      return [names[name], ...[one!.opened, one!.after, growth(one!)].map((bytes) => figure(bytes / 1e6))]
    }),
  )

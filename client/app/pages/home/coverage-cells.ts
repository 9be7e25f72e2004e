/** The coverage map as the matrix wants it: what each cell says, how dark it is, where it leads. */
import { gapsAddress, itemsAddress } from '#schema/vocabulary/address.js'
import { sideOfStage, type LifecycleStage, type Topic } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import type { MatrixCell, MatrixGroup, MatrixHead, MatrixProps } from '../../../ui/index.js'

export interface CoverageCell {
  readonly topic: Topic
  readonly lifecycleStage: LifecycleStage
  readonly inForce: number
  readonly inDevelopment: number
  readonly gapsOpen: number
  /** False when nothing at all is recorded: not the same as none. */
  readonly isKnown: boolean
}

export interface CoverageMap {
  readonly topics: readonly Topic[]
  readonly lifecycleStages: readonly LifecycleStage[]
  readonly cells: readonly CoverageCell[]
}

/** How dark a cell is: by how many texts are in force there, each step about twice the one before. [MAP-3] */
export function levelOf(inForce: number): 0 | 1 | 2 | 3 | 4 | 5 {
  if (inForce === 0) return 0
  if (inForce === 1) return 1
  if (inForce <= 3) return 2
  if (inForce <= 7) return 3
  return inForce <= 15 ? 4 : 5
}

/** The cell as a sentence: "Water, Use: 3 in force, 1 in development, 2 gaps open". */
export function cellLabel(words: Words, { topic, lifecycleStage, isKnown, ...counts }: CoverageCell): string {
  const place = words('home.cellPlace', {
    topic: words.dynamic(`register.topic.${topic}`),
    stage: words.dynamic(`register.lifecycleStage.${lifecycleStage}`),
  })
  return isKnown ? words('home.cell', { place, ...counts }) : words('home.cellUnknown', { place })
}

/** The list behind a cell: its items; where there are only gaps, the gaps. An unknown cell leads to the list that says what to do. */
export function cellAddress({ topic, lifecycleStage, inForce, inDevelopment, gapsOpen }: CoverageCell): string {
  const here = { topic: [topic], lifecycleStage: [lifecycleStage] }
  return inForce + inDevelopment === 0 && gapsOpen > 0 ? gapsAddress({ ...here, isOpen: true }) : itemsAddress(here)
}

export function matrixCell(words: Words, cell: CoverageCell): MatrixCell {
  const { inForce, inDevelopment, gapsOpen, isKnown } = cell
  return {
    figures: isKnown ? { inForce, inDevelopment, gapsOpen } : null,
    level: levelOf(inForce),
    href: cellAddress(cell),
    label: cellLabel(words, cell),
  }
}

/** Runs of stages that belong to the same side, in the order of the columns. */
export function sidesOf(words: Words, stages: readonly LifecycleStage[]): MatrixGroup[] {
  const groups: MatrixGroup[] = []
  for (const stage of stages) {
    const label = words.dynamic(`register.lifecycleSide.${sideOfStage[stage]}`)
    const last = groups.at(-1)
    if (last?.label === label) last.span += 1
    else groups.push({ label, span: 1 })
  }
  return groups
}

/** Rows, columns and their groups. */
export function matrixOf(
  words: Words,
  { topics, lifecycleStages, cells }: CoverageMap,
): Pick<MatrixProps, 'rows' | 'columns' | 'columnGroups'> {
  const at = new Map(cells.map((cell) => [`${cell.topic} ${cell.lifecycleStage}`, cell]))
  const blank = { inForce: 0, inDevelopment: 0, gapsOpen: 0, isKnown: false }
  return {
    columnGroups: sidesOf(words, lifecycleStages),
    columns: lifecycleStages.map((stage): MatrixHead => ({
      id: stage,
      label: words.dynamic(`register.lifecycleStage.${stage}`),
      href: itemsAddress({ lifecycleStage: [stage] }),
    })),
    rows: topics.map((topic) => ({
      id: topic,
      label: words.dynamic(`register.topic.${topic}`),
      href: itemsAddress({ topic: [topic] }),
      cells: lifecycleStages.map((lifecycleStage) =>
        matrixCell(words, at.get(`${topic} ${lifecycleStage}`) ?? { topic, lifecycleStage, ...blank }),
      ),
    })),
  }
}

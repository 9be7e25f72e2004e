import {
  isInDevelopment,
  isInForce,
  LIFECYCLE_STAGES,
  TOPICS,
  type CellStatus,
  type GapStanding,
  type ItemState,
  type LifecycleStage,
  type Topic,
} from '#schema/vocabulary/register.js'

export interface MapItem {
  readonly state: ItemState
  readonly topics: readonly Topic[]
  readonly lifecycleStages: readonly LifecycleStage[]
}

export interface MapGap {
  readonly standing: GapStanding
  readonly topics: readonly Topic[]
  readonly lifecycleStages: readonly LifecycleStage[]
}

export interface MapCell {
  readonly topic: Topic
  readonly lifecycleStage: LifecycleStage
  readonly itemsInForce: number
  readonly itemsInDevelopment: number
  /** Gaps that are still open: every standing but CLOSED. */
  readonly gapsOpen: number
  /** KNOWN as soon as one item or gap, of whatever state, is recorded here; its noughts then mean none. Else UNKNOWN, drawn hatched. */
  readonly status: CellStatus
}

/**
 * The coverage map: 17 topics by 9 life-cycle stages, row by row in the order of the lists, every cell there. An item or gap counts in
 * each cell whose topic and stage it names, so the cells do not add up to the register. [MAP-1, MAP-2]
 */
export function coverageMap(items: readonly MapItem[], gaps: readonly MapGap[]): MapCell[] {
  return TOPICS.flatMap((topic) =>
    LIFECYCLE_STAGES.map((lifecycleStage) => {
      const isHere = (thing: MapItem | MapGap) =>
        thing.topics.includes(topic) && thing.lifecycleStages.includes(lifecycleStage)
      const itemsHere = items.filter(isHere)
      const gapsHere = gaps.filter(isHere)
      return {
        topic,
        lifecycleStage,
        itemsInForce: itemsHere.filter(({ state }) => isInForce(state)).length,
        itemsInDevelopment: itemsHere.filter(({ state }) => isInDevelopment(state)).length,
        gapsOpen: gapsHere.filter(({ standing }) => standing !== 'CLOSED').length,
        status: itemsHere.length + gapsHere.length === 0 ? 'UNKNOWN' : 'KNOWN',
      }
    }),
  )
}

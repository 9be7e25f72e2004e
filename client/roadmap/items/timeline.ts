import { scaleUtc } from 'd3-scale'
import type { DateKind, ItemState } from '#schema/vocabulary/register.js'

/** What is known in time of an item. */
export interface InTime {
  readonly slug: string
  readonly dates: readonly { readonly kind: DateKind; readonly on: string }[]
  readonly stages: readonly {
    readonly state: ItemState
    readonly nativeStage: string | null
    readonly on: string | null
  }[]
  readonly planned: readonly {
    readonly kind: DateKind
    readonly firstOn: string | null
    readonly lastOn: string | null
    readonly reachedOn: string | null
    readonly isOverdue: boolean
  }[]
}

/** A mark on the line of an item, at 0 to 100 of the width. */
export type Mark =
  | { readonly what: 'DATE'; readonly kind: DateKind; readonly on: string; readonly at: number }
  | {
      readonly what: 'STAGE'
      readonly state: ItemState
      readonly nativeStage: string | null
      readonly on: string
      readonly at: number
    }
  | {
      readonly what: 'PLAN'
      readonly kind: DateKind
      readonly on: string
      readonly firstOn: string
      readonly at: number
      readonly from: number
      readonly isOverdue: boolean
    }

export interface TimelineShown<T> {
  readonly rows: readonly { readonly item: T; readonly marks: readonly Mark[] }[]
  /** Marks of the axis; empty when nothing is dated. */
  readonly ticks: readonly { readonly at: number; readonly year: number; readonly month: number }[]
  /** Where today is. */
  readonly today: number
}

/** A date as precise as its evidence stands at its beginning: 2026 at 1 January. */
const instantOf = (on: string): number =>
  Date.parse(on.length === 4 ? `${on}-01-01` : on.length === 7 ? `${on}-01` : on)

const DAY_MS = 86_400_000
/** Room at both ends, so that no mark is cut in half. */
const MARGIN = 2
const TICKS = 7

const round = (value: number) => Math.round(value * 100) / 100

/**
 * Items on one common axis, from their first date to their last, today among them: dates that were reached, stages as they came, and what is
 * planned with the line from the day first named to the one that holds. [TL-1]
 */
export function timelineOf<T extends InTime>(items: readonly T[], today: string): TimelineShown<T> {
  const now = instantOf(today.slice(0, 10))
  const all = items.flatMap(({ dates, stages, planned }) => [
    ...dates.map(({ on }) => on),
    ...stages.map(({ on }) => on),
    ...planned.flatMap(({ firstOn, lastOn }) => [firstOn, lastOn]),
  ])
  const instants = all.filter((on) => on !== null).map(instantOf)
  const from = Math.min(now, ...instants)
  const to = Math.max(now, ...instants, from + 365 * DAY_MS)
  const scale = scaleUtc([new Date(from), new Date(to)], [MARGIN, 100 - MARGIN])
  const at = (on: string) => round(scale(new Date(instantOf(on))))
  const ticks = scale.ticks(TICKS).map((tick) => ({
    at: round(scale(tick)),
    year: tick.getUTCFullYear(),
    month: tick.getUTCMonth() + 1,
  }))
  return {
    rows: items.map((item) => ({ item, marks: marksOf(item, at) })),
    ticks: instants.length > 0 ? ticks : [],
    today: at(today.slice(0, 10)),
  }
}

function marksOf({ dates, stages, planned }: InTime, at: (on: string) => number): Mark[] {
  const reached = dates.map(({ kind, on }): Mark => ({ what: 'DATE', kind, on, at: at(on) }))
  const came = stages.flatMap(({ state, nativeStage, on }): Mark[] =>
    // A stage of the very day of a date is the same event.
    on === null || dates.some((date) => date.on === on) ? [] : [{ what: 'STAGE', state, nativeStage, on, at: at(on) }],
  )
  const plans = planned.flatMap(({ kind, firstOn, lastOn, reachedOn, isOverdue }): Mark[] => {
    const on = reachedOn ?? lastOn
    if (on === null) return []
    const first = firstOn ?? on
    return [{ what: 'PLAN', kind, on, firstOn: first, at: at(on), from: at(first), isOverdue }]
  })
  return [...reached, ...came, ...plans].sort((a, b) => a.at - b.at)
}

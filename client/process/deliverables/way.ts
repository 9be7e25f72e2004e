import type { DeliverableState } from '#schema/generated/operations.js'

/** The straight way, along which a deliverable is drawn. */
export const straightWay: readonly DeliverableState[] = [
  'PROPOSED',
  'IN_DRAFTING',
  'WG_STABLE',
  'FG_REVIEW',
  'FG_APPROVED',
  'SUBMITTED_TO_PARENT',
  'TAKEN_UP',
]

export type WayPart = 'DONE' | 'HERE' | 'TO_COME' | 'ASIDE'

export interface WayStep {
  readonly state: DeliverableState
  readonly part: WayPart
  /** The last day on which it came there; null where that is not on record. */
  readonly on: string | null
}

/**
 * The way as it is drawn. What stands aside is drawn behind the last state of the way that it came through; an end other than being taken up is drawn
 * in its place.
 */
export function wayOf(
  state: DeliverableState,
  steps: readonly { readonly from: DeliverableState; readonly to: DeliverableState; readonly on: string }[],
): WayStep[] {
  const onOf = (one: DeliverableState) => steps.findLast(({ to }) => to === one)?.on ?? null
  const end: DeliverableState = state === 'NOTED' || state === 'RETURNED' ? state : 'TAKEN_UP'
  const way = straightWay.map((one) => (one === 'TAKEN_UP' ? end : one))
  const at = way.indexOf(state)
  if (at >= 0) {
    return way.map((one, i) => ({
      state: one,
      part: i < at ? 'DONE' : i === at ? 'HERE' : 'TO_COME',
      on: i <= at ? onOf(one) : null,
    }))
  }
  const came = steps.findLast(({ from }) => way.includes(from))?.from
  const last = came === undefined ? -1 : way.indexOf(came)
  return [
    ...way.slice(0, last + 1).map((one): WayStep => ({ state: one, part: 'DONE', on: onOf(one) })),
    { state, part: 'ASIDE', on: onOf(state) },
    ...(state === 'ON_HOLD'
      ? way.slice(last + 1).map((one): WayStep => ({ state: one, part: 'TO_COME', on: null }))
      : []),
  ]
}

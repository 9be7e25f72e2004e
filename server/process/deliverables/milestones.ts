import { daysBetween, type CalendarDay } from '#server/platform/time/index.js'

/** A milestone as far as its days go. */
interface Planned {
  readonly plannedOn: CalendarDay
  readonly doneOn: CalendarDay | null
}

/** Days by which a milestone has moved away from the first day that was planned; below nought when it was brought forward. [DV-3] */
export function slippedDays(plannedOn: CalendarDay, slips: readonly { readonly fromOn: CalendarDay }[]): number {
  const [first] = slips
  return first ? daysBetween(first.fromOn, plannedOn) : 0
}

/** Whether its day is over and it is not done. */
export const isOverdue = ({ plannedOn, doneOn }: Planned, today: CalendarDay): boolean =>
  doneOn === null && plannedOn < today

/** The milestone that comes next: of those not done, the one with the earliest day. */
export const nextMilestone = <M extends Planned>(milestones: readonly M[]): M | null =>
  milestones
    .filter(({ doneOn }) => doneOn === null)
    .reduce<M | null>((next, one) => (next === null || one.plannedOn < next.plannedOn ? one : next), null)

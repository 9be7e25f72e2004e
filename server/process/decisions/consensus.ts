import type { DecisionKind, ReservationKind, ReservationState } from '#schema/vocabulary/decisions.js'

/** What somebody holds against a matter, as far as consensus asks. */
export interface Held {
  readonly id: string
  readonly kind: ReservationKind
  readonly state: ReservationState
}

/** What the group says of one mind. To take notice, to put off and to disagree needs no consensus. [DC-8] */
const ofOneMind: readonly DecisionKind[] = ['AGREED', 'APPROVED', 'ENDORSED', 'APPOINTED']

export const needsConsensus = (kind: DecisionKind): boolean => ofOneMind.includes(kind)

/** Whether it stands in the way of consensus: an objection that nobody has answered, or that is upheld after the answer. [DC-8] */
export const standsInTheWay = ({ kind, state }: Held): boolean =>
  kind === 'OBJECTION' && (state === 'OPEN' || state === 'SUSTAINED')

/** Objections that nobody has answered: a consensus call is not ratified before each is, whatever comes of it. [CC-4] */
export const unanswered = <T extends Held>(held: readonly T[]): T[] =>
  held.filter(({ kind, state }) => kind === 'OBJECTION' && state === 'OPEN')

/**
 * Objections that keep a decision of this kind from being recorded: consensus is that no objection is upheld. Those that are kept with the decision
 * as reservations do not. [ME-12, DC-8]
 */
export const objectionsLeft = <T extends Held>(
  kind: DecisionKind,
  held: readonly T[],
  keptAsReservations: readonly string[],
): T[] =>
  needsConsensus(kind) ? held.filter((one) => standsInTheWay(one) && !keptAsReservations.includes(one.id)) : []

/** From which states which are reached, and by whom: the answer is the chair's, the rest the holder's. A test sees that each can be reached. [DC-7] */
const steps: Readonly<Record<ReservationState, readonly ReservationState[]>> = {
  OPEN: ['ANSWERED', 'WITHDRAWN'],
  // Answered again when the answer is put better.
  ANSWERED: ['ANSWERED', 'SUSTAINED', 'WITHDRAWN'],
  SUSTAINED: ['ANSWERED', 'WITHDRAWN'],
  WITHDRAWN: [],
}

export const mayMoveTo = (from: ReservationState): readonly ReservationState[] => steps[from]

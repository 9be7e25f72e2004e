/** The closed lists of decisions, reservations, actions and consensus calls. The lists are SDL enums of the same members. Meanings and sources: docs/rules/process.md. */

/** What a group made of a matter. */
export const decisionKinds = ['AGREED', 'APPROVED', 'ENDORSED', 'APPOINTED', 'NOTED', 'NOT_AGREED', 'DEFERRED'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** Those by which a group makes a text its own: what an approval can rest on. [DV-5] */
export const approvingKinds: readonly DecisionKind[] = ['APPROVED', 'AGREED']

/** What a decision, a reservation or a consensus call can be about. */
export const subjectKinds = ['CONTRIBUTION', 'DOCUMENT', 'DELIVERABLE', 'GAP', 'CASE', 'ITEM'] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** Whose presence counted when it was decided. */
export const decisionPresences = ['ANY', 'ONSITE_ONLY'] as const
export type DecisionPresence = (typeof decisionPresences)[number]

/** Whether it stands in the way of consensus. */
export const reservationKinds = ['RESERVATION', 'OBJECTION'] as const
export type ReservationKind = (typeof reservationKinds)[number]

/** Where a reservation or objection stands. */
export const reservationStates = ['OPEN', 'ANSWERED', 'SUSTAINED', 'WITHDRAWN'] as const
export type ReservationState = (typeof reservationStates)[number]

/** Where an action stands: the words of RFC 5545 for to-dos, with the line that a name cannot have. [AC-1] */
export const actionStates = ['NEEDS_ACTION', 'IN_PROCESS', 'COMPLETED', 'CANCELLED'] as const
export type ActionState = (typeof actionStates)[number]

/** Where a consensus call stands. */
export const consensusStates = ['OPEN', 'CLOSED', 'RATIFIED', 'WITHDRAWN'] as const
export type ConsensusState = (typeof consensusStates)[number]

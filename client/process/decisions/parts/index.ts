/** What other pages show of decisions. */
export { ActionChips, ActionTable, Due, Origin, ownerOf } from './ActionTable.js'
export { DecisionTable } from './DecisionTable.js'
export { GroupCrumbs } from './GroupCrumbs.js'
export { HeldLines } from './HeldLines.js'
export * from './hrefs.js'
export * from './marks.js'
export { MeetingDecisions } from './MeetingDecisions.js'
export { holderOf, ReservationCard } from './ReservationCard.js'

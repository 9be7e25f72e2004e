/** Agendas of meetings: reading, working on them, published versions. */
export { agendaHref } from './agenda-address.js'
export { levelOf, outcomeMarks, progressMarks } from './agenda-marks.js'
export { Duration, OutcomeChip, RowFacts, SubjectLink } from './AgendaRowFacts.js'
export { agendaRoute, agendaVersionRoute } from './agenda.route.js'
export { inHours } from './hours.js'

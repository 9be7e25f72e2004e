/** Agendas of meetings: numbered rows and the order of business. */
export { AgendaItem } from './agenda-item.entity.js'
export { numbered, type Placed } from './agenda-numbers.js'
export {
  agendaByMeeting,
  agendaItemsById,
  numbersById,
  plansByMeeting,
  remainingTimes,
  versionsByMeeting,
  visitsByItem,
  type NumberedItem,
} from './agenda.loader.js'
export { AgendaModule } from './agenda.module.js'
export { AgendaVisit } from './agenda-visit.entity.js'
export { AgendaVisits } from './agenda-visits.service.js'
export { AgendaPapers } from './agenda-papers.service.js'
export { agendaRows } from './agenda.reads.js'
export { Agendas, type AddAgendaItem, type UpdateAgendaItem } from './agenda.service.js'
export { BlockApprovals, type ApprovedBlock } from './block-approvals.service.js'
export { DocumentsAtHand, type DocumentAtHand, type FindDocuments } from './documents-at-hand.service.js'
export { subjectOf, type Subject } from './subjects.js'

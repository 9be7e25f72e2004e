/** Agendas of meetings: numbered rows and the order of business. */
export { AgendaItem } from './agenda-item.entity.js'
export { numbered, type Placed } from './agenda-numbers.js'
export { agendaByMeeting, agendaItemsById, type NumberedItem } from './agenda.loader.js'
export { AgendaModule } from './agenda.module.js'
export { agendaRows } from './agenda.reads.js'

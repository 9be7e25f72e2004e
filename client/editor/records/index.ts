/** Records in minutes: decisions, reservations, actions, who was there, the question about patents. */
export { leaveRecord, makeRecord, openFacts, setFacts } from './record-commands.js'
export { records, type KnownRecord, type RecordsOptions } from './records-plugin.js'
export { recordsIn, type ShownRecord } from './records-in.js'

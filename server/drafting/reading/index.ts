/** Shared texts as clauses to be read and searched. */
export { ClauseTexts } from './clause-texts.service.js'
export type { ReadClause } from './read-text.js'
export { ReadingModule } from './reading.module.js'
export { Readings, type Reading } from './readings.service.js'

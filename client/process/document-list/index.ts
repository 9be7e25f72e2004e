/** The documents of a meeting: one live table, the page of one document, rules. */
export { documentsHref } from './documents-address.js'
export { LateRevisionChip, StandChip } from './marks.js'
export { allocationRulesRoute, documentChangesRoute, documentListRoute, documentRoute } from './documents.route.js'

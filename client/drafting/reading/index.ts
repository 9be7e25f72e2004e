/** Shared texts to be read: a page a text, a permanent address a clause. */
export { clauseHref, readingHref, textHref, textIdIn } from './addresses.js'
export { citedItemOf } from './cited-items.js'
export { clauseNameOf, clauseNumberOf } from './clause-name.js'
export { ClauseText } from './ClauseText.js'
export { clauseRoute, readingRoute } from './reading.route.js'

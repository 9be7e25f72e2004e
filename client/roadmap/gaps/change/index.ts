/** The pages on which gaps are changed; apart from those that are read, so that readers need not fetch them. */
export { addCoverageRoute, changeCoverageRoute } from './coverage.route.js'
export { editGapRoute, newGapRoute } from './edit-gap.route.js'
export { closeGapRoute, recordProgressRoute, reopenGapRoute } from './standing.route.js'
export { mergeGapRoute, splitGapRoute, undoReplacementRoute } from './replacement.route.js'

export { caseRoute, overlapListRoute, suggestionListRoute, suggestionRoute } from './overlaps.route.js'
export { editCaseRoute, newCaseRoute } from './change-case.route.js'

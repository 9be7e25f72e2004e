/** The pages on which bodies are changed; apart from those that are read, so that readers need not fetch them. */
export { editBodyRoute, newBodyRoute } from './change.route.js'

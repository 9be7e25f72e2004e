/** The pages on which principles are changed; apart from those that are read, so that readers need not fetch them. */
export { newPrincipleRoute, rewordPrincipleRoute, withdrawPrincipleRoute } from './change.route.js'

export { liaisonRoute, startStatementRoute } from './statements.route.js'

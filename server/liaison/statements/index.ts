/** Liaison statements. */
export { Statement } from './statement.entity.js'
export { StatementsModule } from './statements.module.js'
export { Statements, type StartStatement } from './statements.service.js'

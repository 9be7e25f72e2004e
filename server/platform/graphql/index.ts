/** The API's edge: how queries come in, how answers, refusals and news leave. Knows no room's types. */
export { graphqlModule, packageRoot, type GraphqlOptions } from './graphql.module.js'
export { registerWebSockets, type ConnectionParams, type SubscriptionContext } from './sockets.js'
export { executeInProcess, type InProcessAnswer, type TypedDocument } from './in-process.js'
export { streamOf } from './stream.js'
export { formatErrors, type AnswerError } from './errors.js'
export { problemOf, refusalOf, statusOf, type Problem } from './problems.js'
export { ProblemFilter, type ProblemPage } from './problem.filter.js'
export { guardHostAndOrigin, isLoopback, isOwnHost, isOwnOrigin, type HostSettings } from './host-check.js'
export { costOf, requireAffordable } from './cost.js'
export { queryLimits, readQuery, type QueryLimits } from './limits.js'
export { isCalendarDay, scalars } from './scalars.js'
export {
  pageArgs,
  pageSql,
  toConnection,
  type Connection,
  type Page,
  type PageInfo,
  type PageInput,
} from './connection.js'
export {
  decodeCursor,
  encodeCursor,
  keysetWhere,
  orderBy,
  reversed,
  type CursorType,
  type CursorValue,
  type Keyset,
  type SortTerm,
} from './keyset.js'
export { pageInto } from './page-into.js'
export { selectionOf, type Needed } from './selection.js'

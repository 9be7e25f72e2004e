export { DocumentConnection, type DocumentConnectionOptions } from './document-connection.js'
export {
  isAtRisk,
  isDiverged,
  mayWriteIn,
  savedOf,
  waitingOf,
  type ConnectionState,
  type Phase,
  type Saved,
} from './connection-state.js'
export { endings, type Ending, type EndingCure } from './endings.js'

export { DocumentConnection, type Apart, type DocumentConnectionOptions, type Keeper } from './document-connection.js'
export {
  isAtRisk,
  isDiverged,
  isSpoilt,
  isThere,
  mayWriteIn,
  refusalOf,
  savedOf,
  waitingOf,
  type ConnectionState,
  type Phase,
  type Saved,
  type Standing,
} from './connection-state.js'
export { endings, type Ending, type EndingCure } from './endings.js'

/** Find and replace. */
export {
  find,
  goOn,
  lookFor,
  mostHits,
  replaceAll,
  replaceOne,
  wordsSelected,
  type Found,
  type FindQuery,
} from './find-plugin.js'
export { FindPanel, type FindPanelProps, type Sought } from './FindPanel.js'

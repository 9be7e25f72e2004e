import { readMoment } from '#schema/vocabulary/address.js'
import type { Feed } from './feed.js'

interface Row {
  topic: string
  lifecycleStage: string
  isKnown: boolean
  inForce: number
  inDevelopment: number
  gapsOpen: number
}

/** A figure where something is known; what nobody has recorded is unknown, which is not nought. [MAP-2] */
const known = (figure: number, { isKnown }: Row) => (isKnown ? figure : null)

/** `/coverage.csv`, `/coverage.json`: the map of the first page, a row a cell. */
export const coverageFeed: Feed<Row> = {
  name: 'coverage',
  page: '/',
  query: `query CoverageFeed($asOf: DateTime) {
    list: coverage(asOf: $asOf) { nodes: cells { topic lifecycleStage isKnown inForce inDevelopment gapsOpen } }
  }`,
  wish: (params) => ({ variables: {}, ...readMoment(params) }),
  columns: {
    topic: (cell) => cell.topic,
    lifecycleStage: (cell) => cell.lifecycleStage,
    inForce: (cell) => known(cell.inForce, cell),
    inDevelopment: (cell) => known(cell.inDevelopment, cell),
    gapsOpen: (cell) => known(cell.gapsOpen, cell),
  },
}

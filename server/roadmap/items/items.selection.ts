import { selectionOf, type Needed } from '#server/platform/graphql/index.js'
import type { Item } from './item.entity.js'

/** The properties of an item that a query needs; null for all of them. */
export type ItemProperties = Needed<keyof Item>

/** The properties that a query needs of items. A list of 50 is mostly columns that nobody asked for, and most of its time is reading them. */
export const itemProperties = selectionOf<keyof Item>({
  __typename: [],
  id: ['id'],
  slug: ['slug'],
  designation: ['designation'],
  title: ['title'],
  titleConfidence: ['titleConfidence'],
  type: ['type'],
  state: ['state'],
  stateBasis: ['stateBasis'],
  isInForce: ['state'],
  nativeStage: ['nativeStage'],
  dates: ['dates'],
  topics: ['topics'],
  lifecycleStages: ['lifecycleStages'],
  impacts: ['impacts'],
  scopeNote: ['scopeNote'],
  equivalents: ['equivalents'],
  url: ['url'],
  moreUrls: ['moreUrls'],
  revision: ['revision'],
  body: ['bodyId'],
  committee: ['committeeId'],
  provenance: ['source', 'confidence', 'evidenceOn', 'checkedById', 'checkAgainOn'],
  names: ['id'],
  titles: ['id'],
  activity: ['id'],
  viewerMay: ['id'],
  stages: ['id'],
  plans: ['id'],
  planned: ['id', 'dates'],
  relations: ['id'],
  relationGraph: ['id'],
  gaps: ['id'],
})

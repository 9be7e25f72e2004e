import { selectionOf } from '#server/platform/graphql/index.js'
import type { Body } from './body.entity.js'

/** The properties that a query needs of bodies, for lists that bring the body of each row along. */
export const bodyProperties = selectionOf<keyof Body>({
  __typename: [],
  id: ['id'],
  slug: ['slug'],
  name: ['name'],
  acronym: ['acronym'],
  kind: ['kind'],
  url: ['url'],
  isExample: ['isExample'],
  revision: ['revision'],
  parent: ['parentId'],
  coParent: ['coParentId'],
  children: ['id'],
  role: ['role'],
  numbering: ['numbering'],
  dissolvedOn: ['dissolvedOn'],
  successor: ['successorId'],
  predecessors: ['id'],
  names: ['id'],
  viewerMay: [],
  path: ['id'],
  provenance: ['source', 'confidence', 'evidenceOn', 'checkedById', 'checkAgainOn'],
})

import { anybody, isAdministrator, permissions } from '#server/common/access/index.js'
import type { Relation } from './relation.entity.js'

export const relationAccess = permissions<Relation>({
  'relation.read': [[anybody]],
  'relation.edit': [[isAdministrator]],
})

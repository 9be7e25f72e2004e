import { anybody, isAdministrator, permissions } from '#server/common/access/index.js'
import type { Principle } from './principle.entity.js'

export const principleAccess = permissions<Principle>({
  'principle.read': [[anybody]],
  'principle.edit': [[isAdministrator]],
})

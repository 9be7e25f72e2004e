import { anybody, isAdministrator, permissions } from '#server/common/access/index.js'
import type { Gap } from './gap.entity.js'

export const gapAccess = permissions<Gap>({
  'gap.read': [[anybody]],
  'gap.edit': [[isAdministrator]],
})

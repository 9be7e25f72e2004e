import { anybody, isAdministrator, permissions } from '#server/common/access/index.js'
import type { Item } from './item.entity.js'

export const itemAccess = permissions<Item>({
  'item.read': [[anybody]],
  'item.edit': [[isAdministrator]],
})

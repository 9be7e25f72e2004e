import { anybody, isAdministrator, permissions } from '#server/common/access/index.js'
import type { Body } from './body.entity.js'

export const bodyAccess = permissions<Body>({
  'body.read': [[anybody]],
  'body.edit': [[isAdministrator]],
})

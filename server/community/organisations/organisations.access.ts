import { anybody, isAdministrator, permissions } from '#server/common/access/index.js'

/** Organisations are public facts of the register; administrators keep them. */
export const organisationAccess = permissions({
  'organisation.read': [[anybody]],
  'organisation.edit': [[isAdministrator]],
})

import { anybody, holdsAnywhere, isAdministrator, permissions } from '#server/common/access/index.js'

/** Whoever speaks for a group to other bodies works on cases; the register is one for all groups. [OV-5] */
export const overlapAccess = permissions<unknown>({
  'overlap.read': [[anybody]],
  'overlap.edit': [[holdsAnywhere('LIAISON_OFFICER')], [isAdministrator]],
})

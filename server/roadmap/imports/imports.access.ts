import { anybody, isAdministrator, permissions } from '#server/common/access/index.js'

/** Whoever edits the register takes lists into it. That this can be done is no secret; what was sent is seen by nobody else. */
export const importAccess = permissions<unknown>({
  'import.read': [[anybody]],
  'import.see': [[isAdministrator]],
  'import.run': [[isAdministrator]],
})

import { anybody, hasAccount, isAdministrator, permissions } from '#server/common/access/index.js'

/** Whoever has an account may look and say what they found; editors of the register confirm, by their own look or on another's word. [SO-7] */
export const factAccess = permissions<unknown>({
  'fact.read': [[anybody]],
  'fact.check': [[hasAccount]],
  'fact.confirm': [[isAdministrator]],
})

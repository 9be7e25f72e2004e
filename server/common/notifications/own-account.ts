import type { Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'

/** The account that asks. Refuses: SIGN_IN_REQUIRED, also for the system, which follows nothing. */
export function ownAccount({ viewer }: Ctx): { accountId: string; personId: string } {
  const { accountId, personId } = viewer
  if (accountId === null || personId === null) throw refuse('SIGN_IN_REQUIRED')
  return { accountId, personId }
}

import type { DecisionPresence } from '#schema/vocabulary/groups.js'

/** Whose presence counts when a meeting decides: as it says itself, else as its group has chosen, as also between meetings (null). [ME-12, MT-13] */
export const decisionPresenceOf = (
  meeting: { readonly decidesOnSiteOnly: boolean | null } | null,
  group: { readonly decisionPresence: DecisionPresence },
): DecisionPresence => {
  const own = meeting?.decidesOnSiteOnly ?? null
  if (own === null) return group.decisionPresence
  return own ? 'ONSITE_ONLY' : 'ANY'
}

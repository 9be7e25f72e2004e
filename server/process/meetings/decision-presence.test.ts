import { expect, it } from '@jest/globals'
import { decisionPresenceOf } from './decision-presence.js'

it('[MT-13] counts whom the meeting counts, and those of its group where it says nothing', () => {
  const ways = ['ANY', 'ONSITE_ONLY'] as const
  for (const decisionPresence of ways) {
    const at = (decidesOnSiteOnly: boolean | null) => decisionPresenceOf({ decidesOnSiteOnly }, { decisionPresence })
    expect([at(true), at(false), at(null)]).toEqual(['ONSITE_ONLY', 'ANY', decisionPresence])
    expect(decisionPresenceOf(null, { decisionPresence })).toBe(decisionPresence)
  }
})

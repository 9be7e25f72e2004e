import { found } from '../../../api/index.js'

interface Slugged {
  readonly slug: string
}

const groupHref = ({ slug }: Slugged) => `/groups/${encodeURIComponent(slug)}`

export const decisionsHref = (group: Slugged) => `${groupHref(group)}/decisions`
export const decisionHref = (group: Slugged, number: number) => `${decisionsHref(group)}/${number}`
/** The form that records a decision; about a deliverable, and at a meeting, where these are named. */
export const recordDecisionHref = (
  group: Slugged,
  { deliverable, meeting }: { deliverable?: { readonly id: string }; meeting?: number | null },
) => {
  const query = new URLSearchParams({
    ...(meeting && { meeting: String(meeting) }),
    ...(deliverable && { deliverable: deliverable.id }),
  })
  return `${decisionsHref(group)}/new?${query.toString()}`
}
export const reservationsHref = (group: Slugged) => `${groupHref(group)}/reservations`
export const actionsHref = (group: Slugged) => `${groupHref(group)}/actions`
export const actionHref = (group: Slugged, number: number) => `${actionsHref(group)}/${number}`
export const consensusListHref = (group: Slugged) => `${groupHref(group)}/consensus`
export const consensusHref = (group: Slugged, number: number) => `${consensusListHref(group)}/${number}`
/** The page of a meeting, which the room of meetings has. */
export const meetingPage = (group: Slugged, number: number) => `${groupHref(group)}/meetings/${number}`

/** A number in an address; null for what is none. */
export const numberIn = (text: string | null | undefined): number | null =>
  /^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : null

/** Group and number from the address; a number that is none is no page. */
export const numbered = (params: Readonly<Record<string, string | undefined>>): { group: string; number: number } => ({
  group: found(params['slug']),
  number: found(numberIn(params['number'])),
})

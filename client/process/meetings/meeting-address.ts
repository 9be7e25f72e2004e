import { found } from '../../api/index.js'

/** Where a meeting is. */
export const meetingHref = (group: { slug: string }, number: number): string =>
  `/groups/${group.slug}/meetings/${number}`

/** Group and number from the address; a number that is none is no page. */
export function meetingAddress(params: Readonly<Record<string, string | undefined>>): {
  group: string
  number: number
} {
  const number = /^[1-9]\d{0,5}$/.test(params['number'] ?? '') ? Number(params['number']) : null
  return { group: found(params['slug']), number: found(number) }
}

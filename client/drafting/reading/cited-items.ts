/** What the register tells of a work that a text cites, as editor, checks and pages take it. */
import type { CitedItemFactsFragment } from '#schema/generated/operations.js'
import type { CitedItem } from '#schema/report/index.js'

/** Which date is that of an edition: the first of these that is known. */
const editionDates = ['PUBLISHED', 'APPROVED', 'RATIFIED', 'ADOPTED', 'ENTRY_INTO_FORCE'] as const

export function citedItemOf({ designation, title, state, dates, relations }: CitedItemFactsFragment): CitedItem {
  const publishedOn = editionDates.flatMap((kind) => dates.find((date) => date.kind === kind)?.on ?? [])[0] ?? null
  // "X supersedes Y" starts at X: seen from Y it comes in.
  const successor = relations.find(({ type, isOutgoing }) => type === 'SUPERSEDES' && !isOutgoing)?.other ?? null
  return { designation, title, publishedOn, state, successor }
}

/** By slug. */
export const citedItemsOf = (items: readonly CitedItemFactsFragment[]): ReadonlyMap<string, CitedItem> =>
  new Map(items.map((item) => [item.slug, citedItemOf(item)]))

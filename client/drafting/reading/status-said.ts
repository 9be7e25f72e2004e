import type { ClauseHeadFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'

/** How far the group is with a clause, and who said so, where that is known and the person has a name. [MN-8] */
export function statusSaid(
  { status, statusBy }: Pick<ClauseHeadFragment, 'status' | 'statusBy'>,
  words: Words,
): string {
  const said = words(`reading.status.${status}`)
  return statusBy?.name ? words('reading.statusBy', { status: said, name: statusBy.name }) : said
}

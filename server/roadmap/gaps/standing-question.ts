import {
  isGone,
  isInForce,
  type CoverageDegree,
  type GapStanding,
  type ItemState,
} from '#schema/vocabulary/register.js'

/** What the register asks about the standing of a gap; it never answers itself. [GA-3] */
export type StandingQuestion = 'IS_IT_CLOSED' | 'IS_IT_OPEN_AGAIN'

interface AskedAbout<Item> {
  readonly question: StandingQuestion
  readonly item: Item
}

/**
 * The questions that items raise about a gap. An open gap: is it closed, by each item in force that is said to answer it fully? A closed one: is
 * it open again, since an item that closed it is withdrawn, superseded or cancelled? [GA-3]
 */
export function questionsAbout<Item extends { readonly state: ItemState }>(
  standing: GapStanding,
  edges: readonly { readonly degree: CoverageDegree; readonly item: Item }[],
  closedBy: readonly Item[],
): AskedAbout<Item>[] {
  if (standing === 'CLOSED') {
    return closedBy.filter(({ state }) => isGone(state)).map((item) => ({ question: 'IS_IT_OPEN_AGAIN', item }))
  }
  return edges
    .filter(({ degree, item }) => degree === 'FULL' && isInForce(item.state))
    .map(({ item }) => ({ question: 'IS_IT_CLOSED', item }))
}

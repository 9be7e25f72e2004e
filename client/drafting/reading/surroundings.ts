/** What stands around a text and is told with it: works that it cites, clauses of other texts that it points to. */
import { createContext, useContext } from 'react'
import type { TextSurroundingsFragment } from '#schema/generated/operations.js'
import type { CitedItem } from '#schema/report/index.js'
import { citedItemsOf } from './cited-items.js'

export type ClauseElsewhere = TextSurroundingsFragment['clausesElsewhere'][number]

export interface Surroundings {
  /** By slug. */
  readonly items: ReadonlyMap<string, CitedItem>
  /** By id of the text and id of the clause. */
  readonly elsewhere: ReadonlyMap<string, ClauseElsewhere>
}

const nothing: Surroundings = { items: new Map(), elsewhere: new Map() }

export const SurroundingsContext = createContext(nothing)
export const useSurroundings = (): Surroundings => useContext(SurroundingsContext)

export const placeElsewhere = (document: string, clause: string): string => `${document} ${clause}`

export const surroundingsOf = ({ citedItems, clausesElsewhere }: TextSurroundingsFragment): Surroundings => ({
  items: citedItemsOf(citedItems),
  elsewhere: new Map(clausesElsewhere.map((one) => [placeElsewhere(one.document.id, one.id), one])),
})

/** Addresses of a text and of what is in it. */
import { found } from '../../api/index.js'

export interface PlacedText {
  readonly id: string
  readonly group: { readonly slug: string }
}

/** Where the text is written. */
export const textHref = ({ id, group }: PlacedText): string => `/groups/${group.slug}/documents/${id}`

/** Where it is read. */
export const readingHref = (text: PlacedText): string => `${textHref(text)}/read`

/** The permanent address of a clause. [RD-3] */
export const clauseHref = (text: PlacedText, clauseId: string): string =>
  `${textHref(text)}/clauses/${encodeURIComponent(clauseId)}`

/** Id of a clause's heading on a page: ids of clauses are anybody's choice, those of a page are not. */
export const anchorOf = (clauseId: string): string => `clause-${clauseId}`

/** Id of a table, figure, equation or requirement on a page: clause and block. */
export const placeIdOf = (at: string): string => `at-${at}`

const isUuid = (id: string | undefined) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id ?? '')

/** The id of the text in an address; what cannot be one is an address of nothing. Refuses: NOT_FOUND. */
export const textIdIn = ({ id }: { readonly id?: string }): string => found(isUuid(id) ? id : null)

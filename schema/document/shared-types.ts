/**
 * The names of everything that lives in a shared text, in one place. One Y.Doc a text:
 *
 *     clauses: Y.Map<id, Y.Map>          never an entry set twice, never one removed by a client
 *       at     {p, o, t, b, c}           order and nesting, one value (tree.ts)
 *       title  Y.XmlElement clause_title with one Y.XmlText   made with the clause, never replaced
 *       body   Y.XmlFragment of blocks                        made with the clause, never replaced
 *       del    absent, or {h, t, by}     deleted, as long as the hash of title and body is h
 *       kind, status, statusBy, ...      one key an attribute
 *       s:<suggestion id>                one key a suggestion on the clause as a whole
 *     about: Y.Map                       `schema`: the version of the document schema that the text follows; `type`, `labels`: its form (form.ts)
 */
import * as Y from 'yjs'
import type { Place } from './tree.js'
import { copyOf } from './copy.js'

export const rootNames = { clauses: 'clauses', about: 'about' } as const
export const clauseKeys = { at: 'at', title: 'title', body: 'body', del: 'del' } as const
export const titleElement = 'clause_title'
/** Attributes of blocks and keys of clauses that begin so hold one suggestion each: two people's never overwrite each other. */
export const suggestionPrefix = 's:'

/** Who deleted a clause, when in the order of moves, and what it held then. */
export interface Deletion {
  /** Content hash of what the deleter saw. */
  readonly h: string
  readonly t: number
  /** Id of the person, or null where nobody is known. */
  readonly by: string | null
}

export type Clause = Y.Map<unknown>
export type Clauses = Y.Map<Clause>

/** The clauses of a text. */
export const clausesOf = (doc: Y.Doc): Clauses => doc.getMap<Clause>(rootNames.clauses)
/** What is said of the text as a whole. */
export const aboutOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(rootNames.about)

/** A clause that is there, living or dead; undefined for anything else that stands under the id. */
export function clauseOf(doc: Y.Doc, id: string): Clause | undefined {
  const clause: unknown = clausesOf(doc).get(id)
  return clause instanceof Y.Map ? clause : undefined
}

export function titleOf(clause: Clause): Y.XmlElement | undefined {
  const title = clause.get(clauseKeys.title)
  return title instanceof Y.XmlElement ? title : undefined
}

/** The one text of a title. A title of our making always has it. */
export function titleTextOf(clause: Clause): Y.XmlText | undefined {
  return titleOf(clause)
    ?.toArray()
    .find((child) => child instanceof Y.XmlText)
}

export function bodyOf(clause: Clause): Y.XmlFragment | undefined {
  const body = clause.get(clauseKeys.body)
  return body instanceof Y.XmlFragment ? body : undefined
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const fields = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** Where a clause stands. What is malformed counts as not said: the same for everybody. */
export function placeOf(clause: Clause): Place {
  const { p, o, t, b, c } = fields(clause.get(clauseKeys.at))
  const key = isText(o) ? o : ''
  return {
    p: isText(p) ? p : null,
    o: key,
    t: isCount(t) ? t : 0,
    b: isText(b) ? b : null,
    c: isText(c) ? c : key,
  }
}

/** The deletion that stands in a clause, whether it still holds or not; null without one. */
export function deletionOf(clause: Clause): Deletion | null {
  const { h, t, by } = fields(clause.get(clauseKeys.del))
  return isText(h) ? { h, t: isCount(t) ? t : 0, by: isText(by) ? by : null } : null
}

const reserved: ReadonlySet<string> = new Set(Object.values(clauseKeys))
/** Attributes of a clause as they are stored: everything but place, title, body and deletion. */
export function attributesOf(clause: Clause): Record<string, unknown> {
  const attributes: Record<string, unknown> = {}
  for (const [key, value] of clause.entries())
    if (!reserved.has(key) && !(value instanceof Y.AbstractType)) attributes[key] = copyOf(value)
  return attributes
}
export const isReservedKey = (key: string): boolean => reserved.has(key)

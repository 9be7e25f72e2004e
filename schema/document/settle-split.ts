/**
 * Puts two copies of a text together that went apart, clause by clause as somebody chose. Nothing is lost by any choice: the version that does not
 * stay in its place stands behind it as a clause of its own. [OF-8]
 */
import * as Y from 'yjs'
import { inlineOf } from './inline.js'
import { insertClause, settle, withText, type Act } from './operations.js'
import {
  canonical,
  contentOf,
  isCopyable,
  isRawElement,
  isRawText,
  rawOf,
  textOfRaw,
  typeOf,
  type AnyType,
  type RawSpan,
} from './raw.js'
import { applyAndFindLost, bringBack } from './rescue.js'
import * as shared from './shared-types.js'
import { readTree } from './clauses.js'
import { copyOf } from './copy.js'

/** BOTH: merged as it comes. THEIRS or MINE: that version stays, the other stands behind it. */
export const splitChoices = ['BOTH', 'THEIRS', 'MINE'] as const
export type SplitChoice = (typeof splitChoices)[number]

export interface SplitSettling extends Act {
  /** By clause; a clause that is not named is merged. */
  readonly choices: ReadonlyMap<string, SplitChoice>
  /** Title of the clause that takes in the version of this copy, and of the one that takes in the others', from the title of that version. */
  readonly titleOfMine: (title: string) => string
  readonly titleOfTheirs: (title: string) => string
  /** Origin of the transaction that brings in what the others have. */
  readonly received: unknown
}

/**
 * Brings everything of `theirs` into `mine` and puts right what was chosen. Words of this copy that stood in what the others cut or deleted come
 * back as a paragraph, as the server does it for others. All that is written is written here: it is to be sent in one go. Answers the ids of the
 * clauses that were made.
 */
export function settleSplit(mine: Y.Doc, theirs: Y.Doc, how: SplitSettling): string[] {
  const before = copyOfDoc(mine)
  const news = Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine))
  const chosen = [...how.choices].filter(([id, choice]) => choice !== 'BOTH' && shared.clauseOf(theirs, id))
  const whole = new Set(chosen.map(([id]) => id))
  const keeping = copyOfDoc(mine, false)
  const lost = applyAndFindLost(keeping, news).filter(({ clause }) => !whole.has(clause))
  keeping.destroy()

  Y.applyUpdate(mine, news, how.received)
  bringBack(mine, lost, () => how.by ?? null, how.origin ?? null)
  const made: string[] = []
  for (const [id, choice] of chosen) {
    const clause = shared.clauseOf(mine, id)
    if (!clause) continue
    const [stays, goes] = choice === 'MINE' ? [before, theirs] : [theirs, before]
    mine.transact(() => {
      settle(clause)
      becomeLike(clause, shared.clauseOf(stays, id)!)
    }, how.origin ?? null)
    const behind = insertBehind(mine, id, shared.clauseOf(goes, id)!, choice === 'MINE', how)
    if (behind !== null) made.push(behind)
  }
  before.destroy()
  return made
}

function copyOfDoc(doc: Y.Doc, gc = true): Y.Doc {
  const copy = new Y.Doc({ gc })
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function insertBehind(
  doc: Y.Doc,
  id: string,
  version: shared.Clause,
  isTheirs: boolean,
  how: SplitSettling,
): string | null {
  const title = shared.titleOf(version)
  const heading = title ? textOfRaw({ spans: inlineOf(title), attrs: {} }) : ''
  const body = shared.bodyOf(version)
  return insertClause(
    doc,
    { parent: readTree(doc).parent.get(id) ?? null, after: id },
    {
      title: isTheirs ? how.titleOfTheirs(heading) : how.titleOfMine(heading),
      body: body ? contentOf(body).filter(isRawElement).filter(isCopyable) : [],
    },
    how,
  )
}

/** Makes title and body of a clause what they are in another copy, touching as little as possible: what stands in both keeps its identity. */
function becomeLike(clause: shared.Clause, version: shared.Clause): void {
  const [title, wantedTitle] = [shared.titleTextOf(clause), shared.titleTextOf(version)]
  if (title && wantedTitle) textLike(title, wantedTitle)
  const [body, wantedBody] = [shared.bodyOf(clause), shared.bodyOf(version)]
  if (body && wantedBody) contentLike(body, wantedBody)
}

const identityOf = (type: AnyType): string => `${type._item!.id.client}:${type._item!.id.clock}`

function contentLike(parent: Y.XmlFragment, wanted: Y.XmlFragment): void {
  const children = wanted.toArray() as AnyType[]
  const stay = new Set(children.map(identityOf))
  for (let i = parent.length - 1; i >= 0; i--) if (!stay.has(identityOf(parent.get(i)))) parent.delete(i, 1)
  // What is left stands in the same order in both copies.
  let at = 0
  for (const child of children) {
    const here = at < parent.length ? (parent.get(at) as AnyType) : null
    if (here && identityOf(here) === identityOf(child)) {
      typeLike(here, child)
      at++
      continue
    }
    const raw = rawOf(child)
    if (!isCopyable(raw)) continue
    parent.insert(at, [typeOf(isRawElement(raw) ? withText(raw) : isRawText(raw) ? raw : { spans: [], attrs: {} })])
    at++
  }
}

function typeLike(type: AnyType, wanted: AnyType): void {
  if (type instanceof Y.XmlText && wanted instanceof Y.XmlText) return textLike(type, wanted)
  if (type instanceof Y.XmlElement && wanted instanceof Y.XmlElement) {
    const [now, then] = [type.getAttributes(), wanted.getAttributes()] as Record<string, unknown>[]
    for (const name of Object.keys(now!)) if (!(name in then!)) type.removeAttribute(name)
    for (const [name, value] of Object.entries(then!))
      if (canonical(now![name]) !== canonical(value)) type.setAttribute(name, copyOf(value) as string)
    contentLike(type as Y.XmlFragment, wanted as Y.XmlFragment)
  }
}

/** One place of a text: a whole character, so that no pair of halves is parted, or an embedded thing. */
interface Unit {
  readonly span: RawSpan
  readonly same: string
  readonly length: number
}

const unitsOf = (text: Y.XmlText): Unit[] => {
  const raw = rawOf(text)
  if (!isRawText(raw)) return []
  return raw.spans.flatMap(({ insert, marks }): Unit[] => {
    const look = canonical(marks)
    return typeof insert === 'string'
      ? [...insert].map((one) => ({ span: { insert: one, marks }, same: `${one} ${look}`, length: one.length }))
      : [{ span: { insert, marks }, same: `${canonical(insert)} ${look}`, length: 1 }]
  })
}

const lengthOf = (units: readonly Unit[]): number => units.reduce((sum, { length }) => sum + length, 0)

/** Replaces what differs between the common beginning and the common end. */
function textLike(text: Y.XmlText, wanted: Y.XmlText): void {
  const [now, then] = [unitsOf(text), unitsOf(wanted)]
  const shorter = Math.min(now.length, then.length)
  let head = 0
  while (head < shorter && now[head]!.same === then[head]!.same) head++
  let tail = 0
  while (tail < shorter - head && now.at(-1 - tail)!.same === then.at(-1 - tail)!.same) tail++
  const from = lengthOf(now.slice(0, head))
  const gone = lengthOf(now.slice(head, now.length - tail))
  if (gone > 0) text.delete(from, gone)
  let at = from
  for (const { span, length } of then.slice(head, then.length - tail)) {
    const attributes = copyOf(span.marks) as Record<string, unknown>
    if (typeof span.insert === 'string') text.insert(at, span.insert, attributes)
    else
      text.insertEmbed(
        at,
        'embed' in span.insert ? (copyOf(span.insert.embed) as object) : typeOf(span.insert),
        attributes,
      )
    at += length
  }
}

/**
 * What a person can do to clauses. Each is one transaction under the caller's origin, so one step of undo; each is safe against whatever
 * others do at the same time, and answers null, false or nothing when there is nothing to be done. No operation repairs what another has
 * done. [CL-2, CL-4, CL-7]
 *
 * What inserts clauses makes them first, dead and empty, in a transaction of its own that undo does not follow (`birthOrigin`): undoing an
 * insertion then takes back what its author wrote and leaves what others wrote. So these must not be called inside another transaction
 * of somebody who wants to undo. [CL-11]
 */
import * as Y from 'yjs'
import type { ClauseStatus } from '../vocabulary/documents.js'
import { arrange, nextMove } from './arrange.js'
import { readEntries, isDead } from './clauses.js'
import { contentHash, emptyHash } from './hash.js'
import { cutFrom, inlineOf } from './inline.js'
import { newClauseId, platformRandom, type Random } from './random.js'
import {
  appendSpans,
  canonical,
  contentOf,
  isCopyable,
  isRawElement,
  isRawText,
  lengthOfSpans,
  rawOf,
  typeOf,
} from './raw.js'
import type { RawElement, RawNode, RawSpan } from './raw.js'
import * as shared from './shared-types.js'
import { effectiveTree, subtree, type Entries, type Line, type Place, type Tree } from './tree.js'
import { copyOf } from './copy.js'

/** Origin of the transactions in which clauses are born. Never among the tracked origins of an undo manager. */
export const birthOrigin = 'clause-birth'

/** The element that holds running text. */
export const paragraphElement = 'para'

export interface Act {
  /** Origin of the transaction; undo follows the origins it was told to. Default null. */
  readonly origin?: unknown
  /** Id of the person, kept with a deletion. Default null. */
  readonly by?: string | null
  readonly random?: Random
}

/** Below which clause (null: at the top), and after which of its children: null is before the first, nothing is after the last. */
export interface Where {
  readonly parent: string | null
  readonly after?: string | null
}

/** A clause to be made. */
export interface ClauseDraft {
  readonly title?: string | readonly RawSpan[]
  readonly body?: readonly RawElement[]
  /** `kind`, `status` and others; what is left out has the default of the document schema. */
  readonly attributes?: Readonly<Record<string, unknown>>
  readonly children?: readonly ClauseDraft[]
}

/** Where a clause is cut: at a place in its title, or in the block with this number (from 0). */
export interface Cut {
  readonly block: number | 'title'
  /** Characters before the cut, in UTF-16 units. */
  readonly offset: number
}

const linesOf = (tree: Tree, where: Where): { at: number; level: number } | null => {
  const holder = where.parent === null ? { start: -1, end: tree.lines.length } : subtree(tree.lines, where.parent)
  if (!holder) return null
  const level = where.parent === null ? 1 : tree.lines[holder.start]!.level + 1
  if (where.after === null) return { at: holder.start + 1, level }
  const isChild = where.after !== undefined && tree.parent.get(where.after) === where.parent
  const sibling = isChild ? subtree(tree.lines, where.after!) : null
  return { at: sibling?.end ?? holder.end, level }
}

const without = (lines: readonly Line[], part: { start: number; end: number }): Line[] =>
  lines.toSpliced(part.start, part.end - part.start)

function freshId(doc: Y.Doc, random: Random): string {
  for (;;) {
    const id = newClauseId(random)
    if (!shared.clausesOf(doc).has(id)) return id
  }
}

/**
 * Makes the skeletons of clauses: with their place, so that what others write in them stays where it was written; without words; dead until
 * something is written. An id that is taken is left alone. [CL-1, CL-11]
 */
export function bearClauses(doc: Y.Doc, places: ReadonlyMap<string, Place>): void {
  const clauses = shared.clausesOf(doc)
  doc.transact(() => {
    for (const [id, at] of places) {
      if (clauses.has(id)) continue
      const title = new Y.XmlElement(shared.titleElement)
      title.insert(0, [new Y.XmlText()])
      const deletion: shared.Deletion = { h: emptyHash, t: at.t, by: null }
      const { at: atKey, title: titleKey, body, del } = shared.clauseKeys
      clauses.set(
        id,
        new Y.Map<unknown>([
          [atKey, { ...at }],
          [titleKey, title],
          [body, new Y.XmlFragment()],
          [del, deletion],
        ]),
      )
    }
  }, birthOrigin)
}

/** A living clause that is edited loses the trace of a deletion that others had outdone; else undoing that edit would delete it again. */
export function settle(clause: shared.Clause): void {
  if (clause.has(shared.clauseKeys.del)) clause.delete(shared.clauseKeys.del)
}

const spansOfDraft = (title: ClauseDraft['title']): readonly RawSpan[] =>
  typeof title === 'string' ? (title === '' ? [] : [{ insert: title, marks: {} }]) : (title ?? [])

/** A paragraph always has its text, wherever it stands: two people who begin to write in an empty one then write in the same. */
export const withText = (raw: RawElement): RawElement => {
  if (raw.name !== paragraphElement)
    return { ...raw, content: raw.content.map((child) => (isRawElement(child) ? withText(child) : child)) }
  return raw.content.some(isRawText) ? raw : { ...raw, content: [{ spans: [], attrs: {} }, ...raw.content] }
}

/** A paragraph of spans, as data. */
export const paragraph = (
  content: string | readonly RawSpan[] = [],
  attrs: Readonly<Record<string, unknown>> = {},
): RawElement => ({ name: paragraphElement, attrs, content: [{ spans: spansOfDraft(content), attrs: {} }] })

/** Puts blocks at the end of a clause. What cannot be copied is left out. */
export function appendBlocks(clause: shared.Clause, blocks: readonly RawNode[]): void {
  const body = shared.bodyOf(clause)
  const copies = blocks
    .filter(isCopyable)
    .flatMap((raw) => (isRawElement(raw) ? [typeOf(withText(raw))] : isRawText(raw) ? [typeOf(raw)] : []))
  if (body && copies.length > 0) body.insert(body.length, copies)
}

function appendToTitle(clause: shared.Clause, spans: readonly RawSpan[]): void {
  const text = shared.titleTextOf(clause)
  if (text && spans.length > 0) appendSpans(text, spans)
}

/** Writes places, inside the caller's transaction. */
export function writePlaces(doc: Y.Doc, places: ReadonlyMap<string, Place>): void {
  for (const [id, at] of places) shared.clauseOf(doc, id)?.set(shared.clauseKeys.at, { ...at })
}

/** Splits the places of an arrangement: those of new clauses come with their birth, the others are written in the tracked transaction. */
function bearAndTell(doc: Y.Doc, places: Map<string, Place>, newIds: readonly string[]): Map<string, Place> {
  const births = new Map(newIds.map((id) => [id, places.get(id)!]))
  bearClauses(doc, births)
  return new Map([...places].filter(([id]) => !births.has(id)))
}

/** Inserts clauses with their children, in one step of undo; what was inserted together stays together. Answers the ids of all, depth first. */
export function insertClauses(doc: Y.Doc, where: Where, drafts: readonly ClauseDraft[], act: Act = {}): string[] {
  const random = act.random ?? platformRandom
  const entries = readEntries(doc)
  const tree = effectiveTree(entries)
  const target = linesOf(tree, where)
  if (!target || drafts.length === 0) return []
  const made: { line: Line; draft: ClauseDraft }[] = []
  const make = (draft: ClauseDraft, level: number) => {
    made.push({ line: { id: freshId(doc, random), level }, draft })
    for (const child of draft.children ?? []) make(child, level + 1)
  }
  for (const draft of drafts) make(draft, target.level)

  const places = arrange(entries, tree.lines.toSpliced(target.at, 0, ...made.map(({ line }) => line)), random)
  const others = bearAndTell(
    doc,
    places,
    made.map(({ line }) => line.id),
  )
  doc.transact(() => {
    writePlaces(doc, others)
    for (const { line, draft } of made) {
      const clause = shared.clauseOf(doc, line.id)!
      settle(clause)
      for (const [name, value] of Object.entries(draft.attributes ?? {}))
        if (!shared.isReservedKey(name)) clause.set(name, copyOf(value))
      appendToTitle(clause, spansOfDraft(draft.title))
      appendBlocks(clause, draft.body ?? [])
    }
  }, act.origin ?? null)
  return made.map(({ line }) => line.id)
}

/** Inserts one clause and answers its id; null when the clause it should stand below is not there. */
export const insertClause = (doc: Y.Doc, where: Where, draft: ClauseDraft = {}, act: Act = {}): string | null =>
  insertClauses(doc, where, [draft], act)[0] ?? null

/**
 * Makes the tree show `wanted`, writing as few places as possible, and answers how many. Living clauses that `wanted` leaves out are not
 * deleted; they keep their place data, so leave none out that is not deleted in the same breath. Unknown ids are passed over; `moving` names
 * the clauses that the person moved, where that is known.
 */
export function arrangeClauses(
  doc: Y.Doc,
  wanted: readonly Line[],
  act: Act & { readonly moving?: ReadonlySet<string> } = {},
): number {
  const entries = readEntries(doc)
  const places = arrange(
    entries,
    wanted.filter(({ id }) => entries.has(id)),
    act.random,
    act.moving,
  )
  if (places.size > 0) doc.transact(() => writePlaces(doc, places), act.origin ?? null)
  return places.size
}

/** Moves a clause with all that is below it. False when it is not there, or would stand below itself. */
export function moveClause(doc: Y.Doc, id: string, where: Where, act: Act = {}): boolean {
  const tree = effectiveTree(readEntries(doc))
  const part = subtree(tree.lines, id)
  if (!part || where.after === id) return false
  const moved = tree.lines.slice(part.start, part.end)
  if (moved.some((line) => line.id === where.parent)) return false
  const target = linesOf(tree, where)
  if (!target) return false
  const at = target.at >= part.end ? target.at - moved.length : target.at
  const shift = target.level - moved[0]!.level
  const lines = without(tree.lines, part)
  lines.splice(at, 0, ...moved.map((line) => ({ id: line.id, level: line.level + shift })))
  arrangeClauses(doc, lines, { ...act, moving: new Set([id]) })
  return true
}

function shiftClause(doc: Y.Doc, id: string, by: 1 | -1, act: Act): boolean {
  const tree = effectiveTree(readEntries(doc))
  const part = subtree(tree.lines, id)
  if (!part) return false
  const { level } = tree.lines[part.start]!
  const mayShift = by < 0 ? level > 1 : part.start > 0 && tree.lines[part.start - 1]!.level >= level
  if (!mayShift) return false
  const lines = tree.lines.map((line, i) =>
    i >= part.start && i < part.end ? { id: line.id, level: line.level + by } : line,
  )
  arrangeClauses(doc, lines, { ...act, moving: new Set([id]) })
  return true
}

/** Raises a clause with all below it by one level. No word changes its order: the clauses that followed it under its parent now stand below it. */
export const promoteClause = (doc: Y.Doc, id: string, act: Act = {}): boolean => shiftClause(doc, id, -1, act)

/** Lowers a clause with all below it by one level: it becomes the last child of the clause before it on its level. False when there is none. */
export const demoteClause = (doc: Y.Doc, id: string, act: Act = {}): boolean => shiftClause(doc, id, 1, act)

/**
 * Cuts a clause in two and answers the id of the new one, which stands right after it on the same level and takes over the children. The first
 * keeps its id and its heading. Cut in a paragraph, what is left of the paragraph becomes the new heading. Text that somebody else writes
 * in the part that moves is brought back by the rescue (rescue.ts). [WT-5]
 */
export function splitClause(doc: Y.Doc, id: string, cut: Cut, act: Act = {}): string | null {
  const random = act.random ?? platformRandom
  const entries = readEntries(doc)
  const tree = effectiveTree(entries)
  const [at, clause] = [tree.index.get(id), shared.clauseOf(doc, id)]
  const body = clause && shared.bodyOf(clause)
  const title = clause && shared.titleOf(clause)
  if (at === undefined || !clause || !body || !title) return null
  if (cut.block !== 'title' && !(cut.block >= 0 && cut.block < body.length)) return null

  const newId = freshId(doc, random)
  const places = arrange(entries, tree.lines.toSpliced(at + 1, 0, { id: newId, level: tree.lines[at]!.level }), random)
  const others = bearAndTell(doc, places, [newId])
  doc.transact(() => {
    writePlaces(doc, others)
    const born = shared.clauseOf(doc, newId)!
    settle(born)
    settle(clause)
    const kind = clause.get('kind')
    if (kind !== undefined) born.set('kind', copyOf(kind))
    let first = 0
    if (cut.block === 'title') appendToTitle(born, cutFrom(title, cut.offset))
    else {
      const block = body.get(cut.block)
      const isRunningText = block instanceof Y.XmlElement && block.nodeName === paragraphElement
      if (isRunningText) {
        appendToTitle(born, cutFrom(block, cut.offset))
        const isUsedUp = cut.offset <= 0
        if (isUsedUp) body.delete(cut.block, 1)
        first = isUsedUp ? cut.block : cut.block + 1
      } else first = cut.block
    }
    const tail = body.slice(first).map(rawOf)
    appendBlocks(born, tail)
    // What could not be copied stays where it is.
    for (let i = tail.length - 1; i >= 0; i--) if (isCopyable(tail[i]!)) body.delete(first + i, 1)
  }, act.origin ?? null)
  return newId
}

/**
 * Joins a clause to the one shown before it, and answers that one's id: the heading becomes a paragraph (when it has words), the blocks follow,
 * the children stay in their place. The joined clause is deleted, not emptied: whoever writes in it at the same time brings it back whole, so
 * text may then stand twice, but none is lost. [CL-3]
 */
export function joinClause(doc: Y.Doc, id: string, act: Act = {}): string | null {
  const entries = readEntries(doc)
  const tree = effectiveTree(entries)
  const part = subtree(tree.lines, id)
  if (!part || part.start === 0) return null
  const previous = tree.lines[part.start - 1]!
  const [clause, target] = [shared.clauseOf(doc, id)!, shared.clauseOf(doc, previous.id)!]
  const [title, body] = [shared.titleOf(clause), shared.bodyOf(clause)]
  // Joined to its own parent, its children come up with it.
  const shift = previous.level < tree.lines[part.start]!.level ? -1 : 0
  const lines = tree.lines.flatMap((line, i) =>
    i === part.start ? [] : i > part.start && i < part.end ? [{ id: line.id, level: line.level + shift }] : [line],
  )
  const places = arrange(entries, lines, act.random)
  doc.transact(() => {
    writePlaces(doc, places)
    settle(target)
    const heading = title ? inlineOf(title) : []
    appendBlocks(target, [
      ...(lengthOfSpans(heading) > 0 ? [paragraph(heading)] : []),
      ...(body ? contentOf(body) : []),
    ])
    kill(clause, nextAct(doc, entries), act)
  }, act.origin ?? null)
  return previous.id
}

/** The Lamport number of the next deletion: what one act deleted has the same, and no other act has it. */
function nextAct(doc: Y.Doc, entries: Entries): number {
  let next = nextMove(entries)
  for (const id of entries.keys()) next = Math.max(next, (shared.deletionOf(shared.clauseOf(doc, id)!)?.t ?? 0) + 1)
  return Math.min(next, Number.MAX_SAFE_INTEGER)
}

function kill(clause: shared.Clause, t: number, { by = null }: Act): void {
  const deletion: shared.Deletion = { h: contentHash(clause), t, by }
  clause.set(shared.clauseKeys.del, deletion)
}

/** Marks clauses as deleted by one act, inside the caller's transaction. They stay deleted for as long as they hold what they hold now. [CL-3] */
export function markDeleted(doc: Y.Doc, ids: readonly string[], act: Act = {}): void {
  if (ids.length === 0) return
  const t = nextAct(doc, readEntries(doc))
  for (const id of ids) {
    const clause = shared.clauseOf(doc, id)
    if (clause) kill(clause, t, act)
  }
}

/**
 * Deletes a clause, alone (its children take its place) or with all below it, and answers the ids. It stays deleted for as long as it holds
 * what the deleter saw. [CL-3, CL-6]
 */
export function deleteClause(doc: Y.Doc, id: string, act: Act & { readonly withChildren?: boolean } = {}): string[] {
  const entries = readEntries(doc)
  const tree = effectiveTree(entries)
  const part = subtree(tree.lines, id)
  if (!part) return []
  const ids = tree.lines.slice(part.start, act.withChildren ? part.end : part.start + 1).map((line) => line.id)
  const t = nextAct(doc, entries)
  doc.transact(() => {
    for (const gone of ids) kill(shared.clauseOf(doc, gone)!, t, act)
  }, act.origin ?? null)
  return ids
}

/** Brings a deleted clause back, with those below it that were deleted in the same act, and answers their ids. */
export function restoreClause(doc: Y.Doc, id: string, act: Act = {}): string[] {
  const clause = shared.clauseOf(doc, id)
  const deletion = clause && shared.deletionOf(clause)
  if (!clause || !deletion || !isDead(clause)) return []
  const entries = readEntries(doc)
  const { above } = effectiveTree(entries)
  const children = new Map<string, string[]>()
  for (const [child, parent] of above)
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), child])
  const ids: string[] = []
  for (const waiting = [id]; waiting.length > 0;) {
    const next = waiting.pop()!
    const own = shared.deletionOf(shared.clauseOf(doc, next)!)
    if (entries.get(next)!.isDead && own?.t === deletion.t && own.by === deletion.by) ids.push(next)
    waiting.push(...(children.get(next) ?? []))
  }
  doc.transact(() => {
    for (const back of ids) settle(shared.clauseOf(doc, back)!)
  }, act.origin ?? null)
  return ids
}

/** Sets `kind`, `status` or another attribute of a clause. False when nothing changes. */
export function setClauseAttribute(doc: Y.Doc, id: string, name: string, value: unknown, act: Act = {}): boolean {
  const clause = shared.clauseOf(doc, id)
  if (!clause || shared.isReservedKey(name) || canonical(clause.get(name)) === canonical(value)) return false
  doc.transact(() => clause.set(name, copyOf(value)), act.origin ?? null)
  return true
}

/** Says how far the group is with a clause, and who said so, as one change. False when it is so already. [MN-8] */
export function setClauseStatus(doc: Y.Doc, id: string, status: ClauseStatus, act: Act = {}): boolean {
  const clause = shared.clauseOf(doc, id)
  if (!clause || (clause.get('status') ?? 'DRAFT') === status) return false
  doc.transact(() => {
    clause.set('status', status)
    clause.set('statusBy', act.by ?? '')
  }, act.origin ?? null)
  return true
}

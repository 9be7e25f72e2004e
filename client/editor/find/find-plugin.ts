/**
 * Find and replace in the text. While nothing is looked for it does nothing; while something is, a change costs the clauses that changed. What stands in
 * atoms (formulas, footnotes, citations) is not looked at, so a hit never lies across one, nor across two blocks. [MN-1, MN-4]
 *
 * `prosemirror-search` was tried and left: it reads the whole text again at each change and each move of the caret, takes Thai and Chinese for one long
 * word and the end of a bold stretch for the end of one, and its places slip where a letter changes its length with its case.
 */
import type { Mark, Node } from 'prosemirror-model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { perNode } from '#schema/report/per-node.js'
import { bindingOf, shownBy } from '../binding/index.js'
import { finder, type Query, type Stretch } from './matches.js'

export interface FindQuery extends Query {
  /** Id of the clause in which, with all below it, is looked; null for everywhere. One that is gone counts as everywhere. */
  readonly scope: string | null
}

/** More are counted by nobody, and drawn by no browser in time. */
export const mostHits = 1000

/** What was found, as the panel tells it. */
export interface Found {
  /** At most `mostHits`. */
  readonly count: number
  readonly isMore: boolean
  /** Number of the hit that is looked at, from 0; null for none. */
  readonly at: number | null
  /** Id of its clause. */
  readonly clause: string | null
}

interface Search {
  readonly query: FindQuery
  /** Hits in a clause, counted from before it. */
  readonly hitsIn: (clause: Node) => readonly Stretch[]
}

interface FindState {
  /** Null while nothing is looked for. */
  readonly search: Search | null
  readonly hits: readonly Stretch[]
  readonly isMore: boolean
  readonly at: number | null
  /** From where the next hit is looked for while none is looked at. */
  readonly from: number
  readonly marks: DecorationSet
}

const closed: FindState = { search: null, hits: [], isMore: false, at: null, from: 0, marks: DecorationSet.empty }
const findKey = new PluginKey<FindState>('find')
const stateOf = (state: EditorState): FindState => findKey.getState(state) ?? closed

/** What a transaction asks of the search: another query (null ends it), another place to begin, the hit to look at. */
interface Ask {
  readonly query?: FindQuery | null
  readonly from?: number
  readonly at?: number
}
const asking = (tr: Transaction, ask: Ask): Transaction => tr.setMeta(findKey, ask).setMeta('addToHistory', false)

/** The words of a block, one sign for each place in it. */
const lineOf = (block: Node): string =>
  block.textBetween(0, block.content.size, undefined, ({ type }) => (type.name === 'line_break' ? '\n' : '\uFFFC'))

function searchFor(query: FindQuery): Search {
  const find = finder(query)
  return {
    query,
    hitsIn: perNode((clause) => {
      const hits: Stretch[] = []
      clause.descendants((block, pos) => {
        if (!block.isTextblock) return true
        for (const { from, to } of find(lineOf(block))) hits.push({ from: pos + 2 + from, to: pos + 2 + to })
        return false
      })
      return hits
    }),
  }
}

/** The clauses that are looked at, with their places. */
function* clausesIn(doc: Node, scope: string | null): Generator<readonly [Node, number]> {
  const first = scope === null ? -1 : doc.children.findIndex(({ attrs }) => attrs['id'] === scope)
  let pos = 0
  for (const [i, clause] of doc.children.entries()) {
    if (first >= 0 && i > first && Number(clause.attrs['level']) <= Number(doc.child(first).attrs['level'])) return
    if (i >= first) yield [clause, pos]
    pos += clause.nodeSize
  }
}

function hitsOf(doc: Node, { query, hitsIn }: Search, most = Number.POSITIVE_INFINITY): Stretch[] {
  const hits: Stretch[] = []
  for (const [clause, pos] of clausesIn(doc, query.scope)) {
    for (const { from, to } of hitsIn(clause)) hits.push({ from: pos + from, to: pos + to })
    if (hits.length > most) break
  }
  return hits
}

function draw(doc: Node, hits: readonly Stretch[], at: number | null): DecorationSet {
  const drawn = hits.map(({ from, to }, i) =>
    Decoration.inline(from, to, { class: i === at ? 'find-hit find-current' : 'find-hit' }),
  )
  return DecorationSet.create(doc, drawn)
}

/** The first hit from a place on, or the very first. */
const firstFrom = (hits: readonly Stretch[], from: number): number | null => {
  if (hits.length === 0) return null
  const next = hits.findIndex((hit) => hit.from >= from)
  return next < 0 ? 0 : next
}

/** Looks again. The hit at `from` is the one that is looked at, or the one after it, or none. */
function look(doc: Node, search: Search, from: number, which: 'THIS' | 'THIS_OR_NEXT' | 'NONE'): FindState {
  const all = hitsOf(doc, search, mostHits)
  const hits = all.slice(0, mostHits)
  const same = which === 'NONE' ? -1 : hits.findIndex((hit) => hit.from === from)
  const at = same >= 0 ? same : which === 'THIS_OR_NEXT' ? firstFrom(hits, from) : null
  return { search, hits, isMore: all.length > mostHits, at, from, marks: draw(doc, hits, at) }
}

function apply(tr: Transaction, held: FindState, state: EditorState, isComposing: boolean): FindState {
  const ask = tr.getMeta(findKey) as Ask | undefined
  if (ask?.query === null) return closed
  const search = ask?.query ? searchFor(ask.query) : held.search
  if (!search) return held
  const isOwnMove = tr.selectionSet && !ask && !shownBy(tr)
  const from = ask?.from ?? (isOwnMove ? state.selection.from : tr.mapping.map(held.from))
  if (ask?.query || ask?.from !== undefined) return look(state.doc, search, from, 'THIS_OR_NEXT')
  // What an input method is at work on must not be drawn again under it.
  if (tr.docChanged && isComposing) return { ...held, from, marks: held.marks.map(tr.mapping, tr.doc) }
  if (tr.docChanged) return look(state.doc, search, from, held.at === null || isOwnMove ? 'NONE' : 'THIS')
  if (ask?.at !== undefined) {
    const hit = held.hits[ask.at]
    return hit ? { ...held, at: ask.at, from: hit.from, marks: draw(state.doc, held.hits, ask.at) } : held
  }
  // Whoever goes elsewhere in the text does not look at that hit any more.
  if (isOwnMove && held.at !== null) return { ...held, at: null, from, marks: draw(state.doc, held.hits, null) }
  return from === held.from ? held : { ...held, from }
}

export interface FindOptions {
  /** Hears what was found whenever that changes; null when nothing is looked for any more. */
  onFound(found: Found | null): void
}

const toldOf = (state: EditorState): Found | null => {
  const { search, hits, isMore, at } = stateOf(state)
  if (!search) return null
  const hit = at === null ? undefined : hits[at]
  const clause = hit ? String(state.doc.resolve(hit.from).node(1).attrs['id']) : null
  return { count: hits.length, isMore, at, clause }
}

export function find({ onFound }: FindOptions): Plugin<FindState> {
  let isComposing = () => false
  return new Plugin<FindState>({
    key: findKey,
    state: { init: () => closed, apply: (tr, held, _, state) => apply(tr, held, state, isComposing()) },
    props: { decorations: (state) => stateOf(state).marks },
    view: (view) => {
      isComposing = () => view.composing
      let told: Found | null = null
      return {
        update: () => {
          if (!stateOf(view.state).search && !told) return
          const now = toldOf(view.state)
          const isSame =
            now !== null &&
            told !== null &&
            now.count === told.count &&
            now.isMore === told.isMore &&
            now.at === told.at &&
            now.clause === told.clause
          if (isSame) return
          told = now
          onFound(now)
        },
      }
    },
  })
}

/** How near to an edge a hit may be, in px. */
const margin = 24

/** Brings the hit that is looked at onto the screen, whether or not its clause was drawn. */
function reveal(view: EditorView): void {
  const show = () => {
    const hit = view.isDestroyed ? null : view.dom.querySelector('.find-current')
    if (!hit) return
    const { top, bottom } = hit.getBoundingClientRect()
    // Tools above and the line below cover a part of the window.
    const room = view.dom.closest('.writing-room')
    const above = room?.querySelector('.writing-head')?.getBoundingClientRect().bottom ?? 0
    const below = room?.querySelector('.writing-foot')?.getBoundingClientRect().top ?? innerHeight
    if (top < above + margin || bottom > below - margin) hit.scrollIntoView({ block: 'center', inline: 'nearest' })
  }
  show()
  // What is drawn for the first time may be taller than it was thought to be.
  requestAnimationFrame(show)
}

/** Looks for something, from the caret or the hit that is looked at on; null ends it, and puts the caret where one had come to. */
export function lookFor(view: EditorView, query: FindQuery | null): void {
  const { hits, at, search, from } = stateOf(view.state)
  if (query === null) {
    if (!search) return
    const hit = at === null ? undefined : hits[at]
    const tr = asking(view.state.tr, { query })
    view.dispatch(hit ? tr.setSelection(TextSelection.create(tr.doc, hit.from, hit.to)) : tr)
    return
  }
  view.dispatch(asking(view.state.tr, { query, from: search ? from : view.state.selection.from }))
  reveal(view)
}

/** Goes to the next hit, or the one before, and around at the end. False where there is none. */
export function goOn(view: EditorView, direction: 1 | -1): boolean {
  const { hits, at, from } = stateOf(view.state)
  if (hits.length === 0) return false
  const first = firstFrom(hits, from)!
  const last = (first + hits.length - 1) % hits.length
  const to = at === null ? (direction > 0 ? first : last) : (at + direction + hits.length) % hits.length
  const { tr } = view.state
  // Whoever is in the text goes there; whoever is in the panel stays in it.
  if (view.hasFocus()) tr.setSelection(TextSelection.create(tr.doc, hits[to]!.from, hits[to]!.to))
  view.dispatch(asking(tr, { at: to }))
  reveal(view)
  return true
}

/** The marks of the first letter; and of comments, for which the words are the place, all. */
function marksOf(doc: Node, { from, to }: Stretch): readonly Mark[] {
  let marks = doc.resolve(from).nodeAfter?.marks ?? []
  doc.nodesBetween(from, to, (node) => {
    for (const mark of node.marks) if (mark.type.name === 'comment') marks = mark.addToSet(marks)
  })
  return marks
}

/** False where the words are there already. */
function replaceIn(tr: Transaction, hit: Stretch, words: string): boolean {
  const { doc } = tr
  if (doc.textBetween(hit.from, hit.to) === words) return false
  if (words === '') tr.delete(hit.from, hit.to)
  else tr.replaceWith(hit.from, hit.to, doc.type.schema.text(words, marksOf(doc, hit)))
  return true
}

/** Dispatches as one step of undo. */
function inOneStep(view: EditorView, tr: Transaction): void {
  const binding = bindingOf(view.state)
  binding.stopCapturing()
  view.dispatch(tr)
  binding.stopCapturing()
}

/** Replaces the hit that is looked at and goes to the next; looks at one first where none is. False where nothing was replaced. */
export function replaceOne(view: EditorView, words: string): boolean {
  const { hits, at } = stateOf(view.state)
  const hit = at === null ? undefined : hits[at]
  if (!hit) {
    goOn(view, 1)
    return false
  }
  if (!view.editable) return false
  const { tr } = view.state
  const isChanged = replaceIn(tr, hit, words)
  const from = isChanged ? hit.from + words.length : hit.to
  if (isChanged) inOneStep(view, tr.setMeta(findKey, { from } satisfies Ask))
  else view.dispatch(asking(tr, { from }))
  reveal(view)
  return isChanged
}

/** Replaces all hits, also those that were not counted, in one step of undo, and answers how many there were. */
export function replaceAll(view: EditorView, words: string): number {
  const { search } = stateOf(view.state)
  if (!search || !view.editable) return 0
  const { tr } = view.state
  // From the end on, so that the places before stay right.
  const count = hitsOf(tr.doc, search)
    .toReversed()
    .filter((hit) => replaceIn(tr, hit, words)).length
  if (count > 0) inOneStep(view, tr)
  return count
}

/**
 * What is selected, as something to look for: a few words of one block, or nothing. The page is asked: right after a key the editor does not know yet what
 * the browser has selected.
 */
export function wordsSelected(view: EditorView): string {
  const selection = view.dom.ownerDocument.getSelection()
  if (!selection || !view.hasFocus() || !view.dom.contains(selection.anchorNode)) return ''
  const words = selection.toString().trim()
  return words.length > 100 || words.includes('\n') ? '' : words
}

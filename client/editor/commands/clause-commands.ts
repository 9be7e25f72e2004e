/**
 * What a person can do to clauses from keyboard, menu and tree. Each takes the id of a clause, or acts on the one that holds the caret; each is one step
 * of undo and answers false when it cannot be done there. They go through the operations of the document model. [CL-2, CL-7, CL-11]
 */
import { NodeSelection, Selection, TextSelection, type Command, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import {
  deleteClause,
  demoteClause,
  insertClause,
  insertClauses,
  joinClause,
  moveClause,
  promoteClause,
  setClauseAttribute,
  setClauseStatus,
  splitClause,
  type Act,
  type ClauseDraft,
  type Where,
} from '#schema/document/index.js'
import type { ClauseKind, ClauseStatus } from '#schema/vocabulary/documents.js'
import { bindingOf } from '../binding/index.js'
import { clauseHere, siblingsOf } from './where.js'

export type ClauseCommand = (id?: string) => Command

/** Puts the caret at the end of a clause's title, and shows it. */
export const goTo =
  (id: string): Command =>
  (state, dispatch) => {
    const here = clauseHere(state, id)
    if (!here) return false
    const end = here.pos + 1 + here.node.firstChild!.nodeSize - 1
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, end)).scrollIntoView())
    return true
  }

/** Selects the clause of the caret as a whole. */
export const selectClause: ClauseCommand = (id) => (state, dispatch) => {
  const here = clauseHere(state, id)
  if (!here || (state.selection instanceof NodeSelection && state.selection.from === here.pos)) return false
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, here.pos)))
  return true
}

type Operation<T> = (doc: Y.Doc, id: string, act: Act) => T

/** A command that does an operation to a clause; `isPossible` answers for menus without doing it. */
const command =
  (operation: Operation<unknown>, isPossible: (state: EditorState, id: string) => boolean): ClauseCommand =>
  (id) =>
  (state, dispatch) => {
    const here = clauseHere(state, id)
    if (!here || !isPossible(state, here.id)) return false
    if (dispatch) bindingOf(state).operate((doc, act) => operation(doc, here.id, act))
    return true
  }

const anywhere = () => true

/** A command that makes a clause and puts the caret into its title. */
const making =
  (operation: (state: EditorState, id: string) => Operation<string | null>): ClauseCommand =>
  (id) =>
  (state, dispatch, view) => {
    const here = clauseHere(state, id)
    if (!here) return false
    if (!dispatch) return true
    const made = bindingOf(state).operate((doc, act) => operation(state, here.id)(doc, here.id, act))
    if (made !== null && view) startIn(view, made)
    return made !== null
  }

/** Puts the caret at the beginning of a clause's title; or, for `words`, of its first paragraph, when it has a title already. */
export function startIn(view: EditorView, id: string, where: 'title' | 'words' = 'title'): void {
  const { doc, tr } = view.state
  const pos = bindingOf(view.state).startOf(id)
  const clause = pos === undefined ? null : doc.nodeAt(pos)
  if (pos === undefined || !clause) return
  const [title, first] = clause.children
  const isTitled = where === 'words' && title!.content.size > 0 && first?.isTextblock
  const at = pos + 2 + (isTitled ? title!.nodeSize : 0)
  view.dispatch(tr.setSelection(TextSelection.create(doc, at)).scrollIntoView())
}

const parentOf = (state: EditorState, id: string) => bindingOf(state).tree.parent.get(id) ?? null

/** Where a clause stands among its siblings, and the ones around it. */
const neighbours = (state: EditorState, id: string) => {
  const siblings = siblingsOf(state, id)
  const at = siblings.findIndex((line) => line.id === id)
  return { before: siblings[at - 1], beforeThat: siblings[at - 2], after: siblings[at + 1] }
}

const move =
  (whereOf: (state: EditorState, id: string) => Where | null): ClauseCommand =>
  (id) =>
  (state, dispatch) => {
    const here = clauseHere(state, id)
    const where = here && whereOf(state, here.id)
    if (!here || !where) return false
    if (dispatch) bindingOf(state).operate((doc, act) => moveClause(doc, here.id, where, act))
    return true
  }

/** The place of the caret as a cut through its clause; null where there is none. */
function cutHere(
  state: EditorState,
): { readonly id: string; readonly block: number | 'title'; readonly offset: number } | null {
  const { $from } = state.selection
  if ($from.depth < 1) return null
  const id = String($from.node(1).attrs['id'])
  const child = $from.index(1)
  if ($from.depth === 1) return child === 0 ? null : { id, block: child - 1, offset: 0 }
  return { id, block: child === 0 ? 'title' : child - 1, offset: $from.depth === 2 ? $from.parentOffset : 0 }
}

/** Cuts the clause at the caret: what follows becomes a clause of its own, which takes over the children. */
const split: Command = (state, dispatch, view) => {
  const cut = cutHere(state)
  if (!cut) return false
  if (!dispatch) return true
  const binding = bindingOf(state)
  const block = cut.block === 'title' ? cut.block : binding.storedBlock(cut.id, cut.block)
  const made = binding.operate((doc, act) => splitClause(doc, cut.id, { block, offset: cut.offset }, act))
  if (made !== null && view) startIn(view, made)
  return made !== null
}

/** Joins the clause to the one shown before it. The caret stays with the words. */
const join: ClauseCommand = (id) => (state, dispatch, view) => {
  const here = clauseHere(state, id)
  if (!here || here.index === 0) return false
  if (!dispatch) return true
  const binding = bindingOf(state)
  const before = state.doc.child(here.index - 1)
  const blocks = before.childCount
  const target = binding.operate((doc, act) => joinClause(doc, here.id, act))
  const pos = target === null ? undefined : binding.startOf(target)
  if (pos === undefined || !view) return target !== null
  const joined = view.state.doc.nodeAt(pos)!
  let at = pos + 1
  for (let i = 0; i < Math.min(blocks, joined.childCount); i++) at += joined.child(i).nodeSize
  view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at))).scrollIntoView())
  return true
}

export const clauseCommands = {
  /** A new clause after this one and all below it, on the same level. */
  insertAfter: making(
    (state, id) => (doc, _, act) => insertClause(doc, { parent: parentOf(state, id), after: id }, {}, act),
  ),
  /** A new clause before this one, on the same level. */
  insertBefore: making(
    (state, id) => (doc, _, act) =>
      insertClause(doc, { parent: parentOf(state, id), after: neighbours(state, id).before?.id ?? null }, {}, act),
  ),
  /** A new clause as the first below this one. */
  insertBelow: making(() => (doc, id, act) => insertClause(doc, { parent: id, after: null }, {}, act)),
  moveUp: move((state, id) => {
    const { before, beforeThat } = neighbours(state, id)
    return before ? { parent: parentOf(state, id), after: beforeThat?.id ?? null } : null
  }),
  moveDown: move((state, id) => {
    const { after } = neighbours(state, id)
    return after ? { parent: parentOf(state, id), after: after.id } : null
  }),
  /** To a place of the tree, with all below it. */
  moveTo: (id: string, where: Where): Command => move(() => where)(id),
  promote: command(promoteClause, (state, id) => parentOf(state, id) !== null),
  demote: command(demoteClause, (state, id) => neighbours(state, id).before !== undefined),
  split,
  join,
  remove: (withChildren: boolean, id?: string): Command =>
    command((doc, clause, act) => deleteClause(doc, clause, { ...act, withChildren }), anywhere)(id),
  setKind: (kind: ClauseKind, id?: string): Command =>
    command((doc, clause, act) => setClauseAttribute(doc, clause, 'kind', kind, act), anywhere)(id),
  setStatus: (status: ClauseStatus, id?: string): Command =>
    command((doc, clause, act) => setClauseStatus(doc, clause, status, act), anywhere)(id),
  /** Whether an annex holds provisions; one that does not is informative. */
  setInformative: (isInformative: boolean, id?: string): Command =>
    command(
      (doc, clause, act) => setClauseAttribute(doc, clause, 'informative', isInformative, act),
      (state, clause) => clauseHere(state, clause)?.node.attrs['kind'] === 'ANNEX',
    )(id),
  /** Clauses at the end of the text: a template, or the first clause of an empty one. */
  append:
    (drafts: readonly ClauseDraft[]): Command =>
    (state, dispatch, view) => {
      if (!dispatch) return true
      const [first] = bindingOf(state).operate((doc, act) => insertClauses(doc, { parent: null }, drafts, act))
      if (first !== undefined && view) startIn(view, first, 'words')
      return first !== undefined
    },
  select: selectClause,
  goTo,
} as const

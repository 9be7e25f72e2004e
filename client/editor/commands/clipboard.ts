/**
 * Whole clauses on the clipboard. A clause that was cut is deleted, so pasting its id brings the same clause back, with status, comments and history;
 * a copy gets a new id. Pasting any number is one step of undo. [CB-8]
 */
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { NodeSelection, Plugin, Selection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { deleteClause, safeHref } from '#schema/document/index.js'
import { bindingOf } from '../binding/index.js'
import { foreignParser, withClauses } from './foreign.js'
import { clauseHere, subtreeHere } from './where.js'

/** What a clipboard of the page can take; the browser's `DataTransfer`. */
export interface Clipboard {
  setData(format: string, data: string): void
}

/** Puts a clause with all below it on the clipboard. False when there is no such clause. */
export function copyClause(view: EditorView, clipboard: Clipboard, id?: string): boolean {
  const here = clauseHere(view.state, id)
  if (!here) return false
  const slice = view.state.doc.slice(here.pos, subtreeHere(view.state, here).end)
  const { dom, text } = view.serializeForClipboard(slice)
  clipboard.setData('text/html', dom.innerHTML)
  clipboard.setData('text/plain', text)
  return true
}

/** The same, and deletes them. */
export function cutClause(view: EditorView, clipboard: Clipboard, id?: string): boolean {
  const here = clauseHere(view.state, id)
  if (!here || !view.editable || !copyClause(view, clipboard, here.id)) return false
  bindingOf(view.state).operate((doc, act) => deleteClause(doc, here.id, { ...act, withChildren: true }))
  return true
}

/** Pastes clauses after a clause and all below it. False when the clipboard holds none. */
export function pasteClauses(view: EditorView, html: string, after?: string): boolean {
  const here = clauseHere(view.state, after)
  if (!view.editable || !html.includes('data-clause')) return false
  if (here) view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, here.pos)))
  return view.pasteHTML(html)
}

const isWholeClauses = ({ content, openStart, openEnd }: Slice): boolean =>
  openStart === 0 && openEnd === 0 && content.childCount > 0 && content.firstChild!.type.name === 'clause'

/** Clauses that were cut come back as the text holds them: the clipboard knows less of them. */
function asHeld(view: EditorView, slice: Slice): Slice {
  const binding = bindingOf(view.state)
  const nodes = slice.content.content.map((node, i) => {
    const isOpen = (i === 0 && slice.openStart > 0) || (i === slice.content.childCount - 1 && slice.openEnd > 0)
    const held = node.type.name === 'clause' && !isOpen ? binding.deletedClause(String(node.attrs['id'])) : null
    return held ? held.type.create({ ...held.attrs, level: node.attrs['level'] }, held.content) : node
  })
  return new Slice(Fragment.from(nodes), slice.openStart, slice.openEnd)
}

/** Inserts whole clauses after the clause of the selection and all below it, on its level. */
function insertAfterHere(view: EditorView, { content }: Slice): boolean {
  const here = clauseHere(view.state)
  const { tr } = view.state
  const level = here?.level ?? 1
  const shift = level - Number(content.firstChild!.attrs['level'])
  const nodes = content.content.map((node) =>
    node.type.create({ ...node.attrs, level: Math.max(1, Number(node.attrs['level']) + shift) }, node.content),
  )
  const pos = here ? subtreeHere(view.state, here).end : view.state.doc.content.size
  tr.insert(pos, nodes)
  tr.setSelection(NodeSelection.create(tr.doc, pos)).scrollIntoView()
  view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', 'paste'))
  return true
}

/** Paragraphs that are pasted into an empty one take its place, so that the first of them stays what it is: a list item, a note. */
function intoEmpty(view: EditorView, { content }: Slice): boolean {
  const { $from, empty } = view.state.selection
  const isEmpty =
    empty && content.childCount > 0 && $from.parent.type.name === 'para' && $from.parent.content.size === 0
  const first = content.firstChild?.attrs ?? {}
  const isPlain = first['kind'] === 'BODY' && first['list'] === 'NONE'
  if (!isEmpty || isPlain || content.content.some(({ type }) => !type.isInGroup('block'))) return false
  const tr = view.state.tr.replaceWith($from.before(), $from.after(), content)
  tr.setSelection(Selection.near(tr.doc.resolve($from.before() + content.size), -1)).scrollIntoView()
  view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', 'paste'))
  return true
}

const hasClause = ({ selection }: EditorView['state']): boolean =>
  selection instanceof NodeSelection && (selection.node as Node).type.name === 'clause'

/** Cut, copy and paste of whole clauses in the view; a pasted address makes a link of what is selected. */
export const clipboard = (): Plugin =>
  new Plugin({
    props: {
      clipboardParser: foreignParser,
      transformPasted: (slice, view) => withClauses(asHeld(view, slice), clauseHere(view.state)?.level ?? 1),
      handlePaste: (view, event, slice) => {
        if (isWholeClauses(slice)) return insertAfterHere(view, slice)
        if (intoEmpty(view, slice)) return true
        const { from, to, empty } = view.state.selection
        const text = event.clipboardData?.getData('text/plain').trim() ?? ''
        const href = /^(https?:\/\/|mailto:)\S+$/i.test(text) ? safeHref(text) : null
        if (empty || href === null || !view.state.selection.$from.sameParent(view.state.selection.$to)) return false
        view.dispatch(view.state.tr.addMark(from, to, view.state.schema.marks['link']!.create({ href })))
        return true
      },
      handleDOMEvents: {
        copy: (view, event) => take(view, event, copyClause),
        cut: (view, event) => take(view, event, cutClause),
      },
    },
  })

function take(view: EditorView, event: ClipboardEvent, act: typeof copyClause): boolean {
  if (!hasClause(view.state) || !event.clipboardData || !act(view, event.clipboardData)) return false
  event.preventDefault()
  return true
}

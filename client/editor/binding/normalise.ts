/** What a local change must look like before it is written: every clause its own id, levels that do not jump. A rule. [I3, I4] */
import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import { clampLevels } from '#schema/document/index.js'

export interface Ids {
  /** Whether a clause of this id exists in the text, living or deleted: then what is pasted is that clause. */
  isKnown(id: string): boolean
  fresh(): string
}

/** The ids that the clauses of a document get: each its own, the one that still has its old title keeps it where two claim it. */
function idsOf(before: Node, now: Node, ids: Ids): string[] {
  const titles = new Map<string, Node | null>(
    before.children.map(({ attrs, firstChild }) => [String(attrs['id']), firstChild]),
  )
  const claims = new Map<string, number>()
  now.children.forEach((clause, i) => {
    const id = String(clause.attrs['id'])
    const first = claims.get(id)
    const isOwner = clause.firstChild === titles.get(id)
    if (first === undefined || (isOwner && now.child(first).firstChild !== titles.get(id))) claims.set(id, i)
  })
  return now.children.map((clause, i) => {
    const id = String(clause.attrs['id'])
    return id !== '' && claims.get(id) === i && ids.isKnown(id) ? id : ids.fresh()
  })
}

/** The transaction that is appended to a local change; null when nothing is to be put right. */
export function normalise(before: Node, state: EditorState, ids: Ids): Transaction | null {
  const { doc, tr } = state
  if (doc === before) return null
  const known = before.children
  const isUntouched =
    doc.childCount === before.childCount &&
    doc.children.every((clause, i) => clause.hasMarkup(clause.type, known[i]!.attrs))
  if (isUntouched) return null
  const wanted = idsOf(before, doc, ids)
  const lines = clampLevels(doc.children.map(({ attrs }, i) => ({ id: wanted[i]!, level: Number(attrs['level']) })))
  let pos = 0
  doc.children.forEach((clause, i) => {
    const { id, level } = lines[i]!
    if (clause.attrs['id'] !== id) tr.setNodeAttribute(pos, 'id', id)
    if (clause.attrs['level'] !== level) tr.setNodeAttribute(pos, 'level', level)
    pos += clause.nodeSize
  })
  return tr.docChanged ? tr : null
}

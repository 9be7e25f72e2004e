/** Gives clauses, blocks, tables and the sheet the attribute `dir`, where it is not that of what is around them. [AC-1] */
import type { Node } from 'prosemirror-model'
import { Plugin, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Direction } from '#schema/document/direction.js'
import { directionOfClause, directionOfText, turnedInClause } from './directions.js'

interface Directed {
  /** Of the sheet. */
  readonly base: Direction
  readonly decorations: DecorationSet
}

/** `page` is the direction of the page: of a text without a word. */
export function directions(page: Direction): Plugin<Directed> {
  const compute = (doc: Node): Directed => {
    const base = directionOfText(doc) ?? page
    const found: Decoration[] = []
    doc.forEach((clause, pos) => {
      const dir = directionOfClause(clause) ?? base
      if (dir !== base) found.push(Decoration.node(pos, pos + clause.nodeSize, { dir }))
      for (const { at, size, dir: own } of turnedInClause(clause, dir))
        found.push(Decoration.node(pos + at, pos + at + size, { dir: own }))
    })
    return { base, decorations: found.length > 0 ? DecorationSet.create(doc, found) : DecorationSet.empty }
  }
  const plugin: Plugin<Directed> = new Plugin<Directed>({
    state: {
      init: (_, { doc }) => compute(doc),
      apply: (tr, held) => (tr.docChanged ? compute(tr.doc) : held),
    },
    props: {
      decorations: (state: EditorState) => plugin.getState(state)?.decorations,
      attributes: (state: EditorState) => ({ dir: plugin.getState(state)?.base ?? page }),
    },
  })
  return plugin
}

/**
 * The clauses of the selection are always drawn. Where the page leaves out what is off the screen (`content-visibility: auto`), a clause that was
 * just inserted or moved counts as off the screen until the next frame, and the browser takes what is typed in that moment for the
 * nearest clause that is drawn. Gone when the test "[CB-10] ... faster than the screen" passes without this.
 */
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

/** By the class the style sheet tells the clause of the caret from the others. */
const drawn = { class: 'clause-here', style: 'content-visibility: visible' }

function decorationsOf({ doc, selection }: EditorState): DecorationSet {
  const clauses = new Map<number, Node>()
  for (const $end of [selection.$anchor, selection.$head]) if ($end.depth > 0) clauses.set($end.before(1), $end.node(1))
  return DecorationSet.create(
    doc,
    [...clauses].map(([pos, { nodeSize }]) => Decoration.node(pos, pos + nodeSize, drawn)),
  )
}

export const drawnWhereSelected = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key: new PluginKey('drawn-where-selected'),
    state: {
      init: (_, state) => decorationsOf(state),
      apply: (tr, held, before, state) =>
        tr.docChanged || !state.selection.eq(before.selection) ? decorationsOf(state) : held,
    },
    props: {
      decorations(state) {
        return this.getState(state)
      },
    },
  })

/** What stands beside the text without being part of it: what belongs into an empty place, and whose words were brought back. */
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'

export interface HintWords {
  /** What belongs into the heading and into the text of a clause of this kind. */
  title(kind: string): string
  text(kind: string, title: string): string
  /** Over a paragraph that the server brought back: whose words, by the id of the person; null where nobody knows. */
  rescued(by: string | null): string
  keep: string
}

/** Something to be drawn, by its place in the clause. */
interface Hint {
  readonly at: number
  readonly size: number
  readonly placeholder: string | null
  readonly rescuedBy: string | null | undefined
}

const hintsKey = new PluginKey<DecorationSet>('hints')

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Clauses are immutable: what was found in one need not be looked for again. */
function hintsIn(clause: Node, words: HintWords, known: WeakMap<Node, readonly Hint[]>): readonly Hint[] {
  const held = known.get(clause)
  if (held) return held
  const kind = String(clause.attrs['kind'])
  const hints: Hint[] = []
  clause.forEach((block, offset, index) => {
    const isEmpty = block.isTextblock && block.content.size === 0
    const isOnlyText = index === 1 && clause.childCount === 2
    const placeholder = !isEmpty
      ? null
      : index === 0
        ? words.title(kind)
        : isOnlyText
          ? words.text(kind, clause.firstChild!.textContent.trim())
          : null
    const rescuedBy = block.attrs['rescued'] === true ? textOrNull(block.attrs['rescuedBy']) : undefined
    if (placeholder !== null || rescuedBy !== undefined)
      hints.push({ at: offset + 1, size: block.nodeSize, placeholder, rescuedBy })
  })
  known.set(clause, hints)
  return hints
}

/** The notice over rescued words, with the button that makes ordinary text of them. */
function drawRescued(words: HintWords, by: string | null) {
  return (view: EditorView, getPos: () => number | undefined): HTMLElement => {
    const note = Object.assign(document.createElement('div'), { className: 'rescued-note', contentEditable: 'false' })
    note.append(Object.assign(document.createElement('span'), { textContent: words.rescued(by) }))
    if (!view.editable) return note
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'btn btn-quiet btn-small',
      textContent: words.keep,
    })
    button.addEventListener('click', () => {
      const pos = getPos()
      if (pos === undefined || view.state.doc.nodeAt(pos)?.attrs['rescued'] !== true) return
      const { tr } = view.state
      tr.setNodeAttribute(pos, 'rescued', false)
      tr.setNodeAttribute(pos, 'rescuedBy', null)
      tr.setNodeAttribute(pos, 'rescuedFrom', null)
      view.dispatch(tr)
      view.focus()
    })
    note.append(button)
    return note
  }
}

export function hints(words: HintWords): Plugin<DecorationSet> {
  const known = new WeakMap<Node, readonly Hint[]>()
  const decorate = (doc: Node): DecorationSet => {
    const decorations: Decoration[] = []
    doc.forEach((clause, pos) => {
      for (const { at, size, placeholder, rescuedBy } of hintsIn(clause, words, known)) {
        const from = pos + at
        if (placeholder !== null)
          decorations.push(Decoration.node(from, from + size, { 'data-placeholder': placeholder }))
        if (rescuedBy !== undefined)
          decorations.push(
            Decoration.widget(from, drawRescued(words, rescuedBy), {
              key: `rescued ${rescuedBy}`,
              side: -1,
              stopEvent: () => true,
              ignoreSelection: true,
            }),
          )
      }
    })
    return decorations.length > 0 ? DecorationSet.create(doc, decorations) : DecorationSet.empty
  }
  return new Plugin<DecorationSet>({
    key: hintsKey,
    state: {
      init: (_, { doc }) => decorate(doc),
      apply: (tr, held) => (tr.docChanged ? decorate(tr.doc) : held),
    },
    props: { decorations: (state) => hintsKey.getState(state) },
  })
}

/**
 * How many words the text has, the clause of the caret with all below it, and what is selected. Counted a moment after the last change; a change costs the
 * block that changed. [MN-12]
 */
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { countWords } from '#schema/document/words.js'
import { perNode } from '#schema/report/per-node.js'

export interface WordCounts {
  readonly text: number
  /** Of the clause of the caret with all below it; null where the caret is in none. */
  readonly clause: number | null
  /** Of what is selected; null where nothing is. */
  readonly selection: number | null
}

const nothing: WordCounts = { text: 0, clause: null, selection: null }

/** Formulas, notes and citations are no words of the line. */
const countIn: (node: Node) => number = perNode((node) =>
  node.isTextblock
    ? countWords(node.textBetween(0, node.content.size, ' ', ' '))
    : node.children.reduce((sum, child) => sum + countIn(child), 0),
)

/** The clause at a place in the list, with all below it. */
function countBelowAt(doc: Node, at: number): number {
  const level = Number(doc.child(at).attrs['level'])
  let sum = countIn(doc.child(at))
  for (let i = at + 1; i < doc.childCount && Number(doc.child(i).attrs['level']) > level; i++)
    sum += countIn(doc.child(i))
  return sum
}

export function wordCountsOf({ doc, selection }: EditorState): WordCounts {
  if (doc.childCount === 0) return nothing
  const { $head, from, to, empty } = selection
  const at = Math.min($head.index(0), doc.childCount - 1)
  return {
    text: countIn(doc),
    clause: countBelowAt(doc, at),
    selection: empty ? null : countWords(doc.textBetween(from, to, ' ', ' ')),
  }
}

const restMs = 250

export class WordCounter {
  private counts: WordCounts = nothing
  private doc: Node | null = null
  private readonly listeners = new Set<() => void>()

  /** For useSyncExternalStore. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  readonly get = (): WordCounts => this.counts

  /** Words of a clause with all below it, as they were counted last; 0 for one that was not there. */
  readonly countBelow = (id: string): number => {
    const at = this.doc?.children.findIndex(({ attrs }) => attrs['id'] === id) ?? -1
    return at < 0 ? 0 : countBelowAt(this.doc!, at)
  }

  /** Follows the view that it is put into. */
  plugin(): Plugin {
    return new Plugin({
      key: new PluginKey('word-counter'),
      view: (view) => {
        let timer: ReturnType<typeof setTimeout> | undefined
        const count = () => {
          timer = undefined
          this.take(view.state)
        }
        this.take(view.state)
        return {
          update: ({ state }, before) => {
            if (state.doc !== before.doc || !state.selection.eq(before.selection)) timer ??= setTimeout(count, restMs)
          },
          destroy: () => clearTimeout(timer),
        }
      },
    })
  }

  private take(state: EditorState): void {
    const now = wordCountsOf(state)
    const { text, clause, selection } = this.counts
    const isSame = now.text === text && now.clause === clause && now.selection === selection
    const isSameDoc = state.doc === this.doc
    this.doc = state.doc
    if (isSame && isSameDoc) return
    this.counts = isSame ? this.counts : now
    for (const listener of this.listeners) listener()
  }
}

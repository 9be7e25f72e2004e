/**
 * Checks the text while nobody types, and marks in the margin what is to be put right. What was found stays at its place while the text goes on; the
 * next check, a moment after the last change, tells what became of it.
 */
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { lintCodes, lintsOf, type Lint, type LintOptions } from '#schema/report/index.js'
import type { TextForm } from '#schema/document/index.js'
import { formIn } from '../form/index.js'
import { placeOfLint } from './places.js'
import { Readying } from './readying.js'

export interface LintState {
  readonly lints: readonly Lint[]
  readonly marks: DecorationSet
  /** The text has changed since it was checked. */
  readonly isStale: boolean
}

export const lintsKey = new PluginKey<LintState>('lints')

/** What was found last; nothing before the first check. */
export const lintsIn = (state: EditorState): LintState | undefined => lintsKey.getState(state)

/** One mark a block, however much is found in it. */
function marksOf(state: EditorState, lints: readonly Lint[]): DecorationSet {
  const blocks = new Map<number, { to: number; codes: string[]; isError: boolean }>()
  for (const lint of lints) {
    const place = placeOfLint(state.doc, lint)
    if (!place) continue
    const held = blocks.get(place.pos) ?? { to: place.pos + place.node.nodeSize, codes: [], isError: false }
    held.codes.push(lint.code)
    held.isError ||= lintCodes[lint.code].isError
    blocks.set(place.pos, held)
  }
  return DecorationSet.create(
    state.doc,
    [...blocks].map(([from, { to, codes, isError }]) =>
      Decoration.node(from, to, { 'data-lint': isError ? 'error' : 'hint', 'data-lint-codes': codes.join(' ') }),
    ),
  )
}

/** Where the editor does not know the form of the text, it is always the same. */
const usual: TextForm = { type: 'REPORT', labels: 'CONTINUOUS' }

/** How long nobody must have typed before the text is checked. */
const restMs = 900

/** Calls when the browser has nothing else to do; soon where it cannot tell. Answers how to call it off. */
function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(act, 50)
    return () => clearTimeout(timer)
  }
  const call = requestIdleCallback(act, { timeout: 3000 })
  return () => cancelIdleCallback(call)
}

export interface LintsOptions {
  /** What is known besides the text: its type, items of the register, names of the group. Asked anew at each check. */
  readonly known: () => LintOptions
  /** Hears what was found. */
  readonly onFound?: (lints: readonly Lint[]) => void
}

export function lintsPlugin({ known, onFound }: LintsOptions): Plugin<LintState> {
  return new Plugin<LintState>({
    key: lintsKey,
    state: {
      init: () => ({ lints: [], marks: DecorationSet.empty, isStale: true }),
      apply: (tr, held, _, state) => {
        const found = tr.getMeta(lintsKey) as readonly Lint[] | undefined
        if (found) return { lints: found, marks: marksOf(state, found), isStale: false }
        return tr.docChanged ? { ...held, marks: held.marks.map(tr.mapping, tr.doc), isStale: true } : held
      },
    },
    props: { decorations: (state) => lintsKey.getState(state)?.marks },
    view: (view) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      let callOff = () => {}
      const readying = new Readying((part) => void lintsOf(part, known()))
      const check = () => {
        // While an input method is at work the view is not to be touched.
        if (view.composing) return plan()
        if (readying.next(view.state.doc)) {
          callOff = whenIdle(check)
          return
        }
        const found = lintsOf(view.state.doc, known())
        view.dispatch(view.state.tr.setMeta(lintsKey, found).setMeta('addToHistory', false))
        onFound?.(found)
      }
      const plan = () => {
        clearTimeout(timer)
        callOff()
        timer = setTimeout(() => (callOff = whenIdle(check)), restMs)
      }
      plan()
      return {
        update: (_, before) => {
          if (view.state.doc !== before.doc || formIn(view.state, usual) !== formIn(before, usual)) plan()
        },
        destroy: () => {
          clearTimeout(timer)
          callOff()
        },
      }
    },
  })
}

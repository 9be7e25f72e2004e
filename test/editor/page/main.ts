/** A page with one text and two people at it, each in an editor of their own. What each writes reaches the other when `exchange` is called. */
import { EditorState, Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view'
import { moveClause, schema } from '#schema/document/index.js'
import { clauseBinding, shownBy } from '../../../client/editor/binding/index.js'
import { editing } from '../../../client/editor/commands/index.js'
import { find, goOn, lookFor, replaceAll, replaceOne, type Found } from '../../../client/editor/find/find-plugin.js'
import { marked, SharedText, type Open, type Person } from '../people.js'

const openAt =
  (selector: string): Open =>
  (options, plugins) =>
    new EditorView(document.querySelector<HTMLElement>(selector)!, {
      state: EditorState.create({ schema, plugins: [clauseBinding(options), ...editing(), ...plugins] }),
    })

/** Draws the word "lit" in a way of its own, in the text as it is at the beginning. */
const lights = (): Plugin<DecorationSet> => {
  const plugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, held) => (tr.getMeta('light') as DecorationSet | undefined) ?? held.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => plugin.getState(state) },
  })
  return plugin
}

function light({ view }: { readonly view: EditorView }): void {
  const found: Decoration[] = []
  view.state.doc.descendants((node, pos) => {
    const at = node.isText ? node.text!.indexOf('lit') : -1
    if (at >= 0) found.push(Decoration.inline(pos + at, pos + at + 3, { class: 'lit' }))
  })
  view.dispatch(view.state.tr.setMeta('light', DecorationSet.create(view.state.doc, found)))
}

/** Fails on everything that another wrote, while `isFailing`. */
const failing = (): Plugin =>
  new Plugin({
    appendTransaction: (trs) => {
      if (window.isFailing && trs.some((tr) => shownBy(tr)?.isRemote)) throw new Error('a plugin failed')
      return null
    },
  })

export interface Rig {
  readonly text: SharedText
  readonly anna: Person
  readonly ben: Person
  /** Anna's editor. */
  readonly view: EditorView
  /** What Anna was told of what she looks for. */
  found: Found | null
}

declare global {
  interface Window {
    rig: Rig
    /** Begins a text of an outline, with Anna in the editor on the left, at its caret. */
    begin(outline: string): Promise<void>
    /** Whether a plugin in Anna's editor fails. */
    isFailing: boolean
    finding: {
      goOn: typeof goOn
      lookFor: typeof lookFor
      replaceAll: typeof replaceAll
      replaceOne: typeof replaceOne
    }
    /** For what is done to a text by the outline. */
    moveClause: typeof moveClause
    /** Until what was done is drawn. */
    aFrame(): Promise<void>
  }
}

window.moveClause = moveClause
window.aFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

window.finding = { goOn, lookFor, replaceAll, replaceOne }

window.begin = async (written) => {
  window.isFailing = false
  const start = marked(written)
  for (const { view } of window.rig?.text.people ?? []) (view as EditorView).destroy()
  const text = new SharedText(start.outline)
  const anna = text.arriveAt(
    openAt('#anna'),
    'Anna',
    lights(),
    failing(),
    find({ onFound: (found) => void (window.rig.found = found) }),
  )
  const ben = text.arriveAt(openAt('#ben'), 'Ben')
  const view = anna.view as EditorView
  window.rig = { text, anna, ben, view, found: null }
  light({ view })
  // Nobody writes before the first frame is drawn.
  await window.aFrame()
  view.focus()
  anna.selectAt(start)
  await window.aFrame()
}

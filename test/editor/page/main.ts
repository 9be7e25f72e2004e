/** A page with one text and two people at it, each in an editor of their own. What each writes reaches the other when `exchange` is called. */
import { EditorState, type Plugin } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { schema } from '#schema/document/index.js'
import { clauseBinding } from '../../../client/editor/binding/index.js'
import { editing } from '../../../client/editor/commands/index.js'
import { marked, SharedText, type Open, type Person } from '../people.js'

const openAt =
  (selector: string): Open =>
  (options, plugins) =>
    new EditorView(document.querySelector<HTMLElement>(selector)!, {
      state: EditorState.create({ schema, plugins: [clauseBinding(options), ...editing(), ...plugins] }),
    })

export interface Rig {
  readonly text: SharedText
  readonly anna: Person
  readonly ben: Person
  /** Anna's editor. */
  readonly view: EditorView
}

declare global {
  interface Window {
    rig: Rig
    /** Begins a text of an outline, with Anna in the editor on the left, at its caret. */
    begin(outline: string, plugins?: readonly Plugin[]): Promise<void>
    /** Until what was done is drawn. */
    aFrame(): Promise<void>
  }
}

window.aFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

window.begin = async (written, plugins = []) => {
  const start = marked(written)
  for (const { view } of window.rig?.text.people ?? []) (view as EditorView).destroy()
  const text = new SharedText(start.outline)
  const anna = text.arriveAt(openAt('#anna'), 'Anna', ...plugins)
  const ben = text.arriveAt(openAt('#ben'), 'Ben')
  const view = anna.view as EditorView
  window.rig = { text, anna, ben, view }
  // Nobody writes before the first frame is drawn.
  await window.aFrame()
  view.focus()
  anna.selectAt(start)
  await window.aFrame()
}

/** The editor of the writing room with all that is in it, every plugin watched, and five others in the text. */
import type { EditorView } from 'prosemirror-view'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { wordsFor } from '#schema/words/index.js'
import { bindingOf } from '../../../../client/editor/binding/index.js'
import { WordCounter } from '../../../../client/editor/manners/index.js'
import { makeEditorView } from '../../../../client/editor/view/make-editor-view.js'
import { peopleInRoom } from './api.js'
import { watchPlugins } from './hooks.js'

export function roomEditor(doc: Y.Doc, place: HTMLElement): EditorView {
  watchPlugins()
  const awareness = new Awareness(doc)
  awareness.setLocalStateField('user', { id: 'self', name: 'Anna Self' })
  const { view } = makeEditorView({
    place,
    doc,
    awareness,
    by: 'self',
    mayEdit: true,
    usualType: 'REPORT',
    words: wordsFor('en'),
    nameOf: () => null,
    onChange: () => {},
    onLink: () => {},
    pasting: { onDropped: () => {} },
    onFound: () => {},
    onEscape: () => false,
    counter: new WordCounter(),
    checks: { known: () => ({ type: 'REPORT', ownNames: ['FG-X'] }) },
    announce: () => {},
    onFault: (fault) => {
      throw fault
    },
  })
  othersArrive(view, awareness)
  return view
}

/** Each in another part of the text, where no others write. */
function othersArrive(view: EditorView, awareness: Awareness): void {
  const binding = bindingOf(view.state)
  for (let i = 0; i < peopleInRoom; i++) {
    const other = new Awareness(new Y.Doc())
    const line = binding.tree.lines[Math.floor(((i + 0.5) * binding.tree.lines.length) / peopleInRoom)]!
    const caret = binding.placeOf(binding.startOf(line.id)! + 2)
    other.setLocalState({ user: { id: `person-${i}`, name: `Person ${i}` }, caret: { anchor: caret, head: caret } })
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [other.clientID]), 'provider')
    other.destroy()
  }
}

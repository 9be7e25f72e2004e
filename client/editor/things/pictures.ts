import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { openKey, type OpenThing } from './open-thing.js'

const pictureIn = (data: DataTransfer | null): File | null =>
  [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/')) ?? null

/** Asks what the picture shows; it is stored and put in when that is answered. */
function ask(view: EditorView, file: File, pos?: number): true {
  const { tr } = view.state
  if (pos !== undefined) tr.setSelection(TextSelection.near(tr.doc.resolve(pos)))
  const thing: OpenThing = { kind: 'image', pos: null, file }
  view.dispatch(tr.setMeta(openKey, thing))
  return true
}

/** A picture that is pasted or dropped becomes a figure. Where words come along, as from Word, they are what is meant. */
export const pictures = (): Plugin =>
  new Plugin({
    props: {
      handlePaste(view, { clipboardData }) {
        const file =
          clipboardData?.getData('text/plain') || clipboardData?.getData('text/html') ? null : pictureIn(clipboardData)
        return file !== null && ask(view, file)
      },
      handleDrop(view, event, _, isMoved) {
        const file = isMoved ? null : pictureIn(event.dataTransfer)
        const at = file && view.posAtCoords({ left: event.clientX, top: event.clientY })
        return at ? ask(view, file, at.pos) : false
      },
    },
  })

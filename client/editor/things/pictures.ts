import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { openKey, type OpenThing } from './open-thing.js'

/** The picture among files, else the first of them: whoever stores it says why it is none. */
const fileIn = (data: DataTransfer | null): File | null => {
  const files = [...(data?.files ?? [])]
  return files.find(({ type }) => type.startsWith('image/')) ?? files[0] ?? null
}

/** Asks what the picture shows; it is stored and put in when that is answered. */
function ask(view: EditorView, file: File, pos?: number): true {
  const { tr } = view.state
  if (pos !== undefined) tr.setSelection(TextSelection.near(tr.doc.resolve(pos)))
  const thing: OpenThing = { kind: 'image', pos: null, file }
  view.dispatch(tr.setMeta(openKey, thing))
  return true
}

/** HTML that is nothing but one picture, as browsers put it beside the file when a picture is copied. */
function isOnlyPicture(html: string): boolean {
  // A document of its own, without scripts, that fetches nothing.
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return body.textContent.trim() === '' && body.querySelectorAll('img').length === 1 && !body.querySelector('table')
}

/** A picture that is pasted or dropped becomes a figure. Where words come along, as from Word, they are what is meant. [FG-2] */
export const pictures = (): Plugin =>
  new Plugin({
    props: {
      handlePaste(view, { clipboardData }) {
        const file = fileIn(clipboardData)
        if (!clipboardData || !file || clipboardData.getData('text/plain')) return false
        const html = clipboardData.getData('text/html')
        return (html === '' || isOnlyPicture(html)) && ask(view, file)
      },
      handleDrop(view, event, _, isMoved) {
        const file = isMoved ? null : fileIn(event.dataTransfer)
        const at = file && view.posAtCoords({ left: event.clientX, top: event.clientY })
        return at ? ask(view, file, at.pos) : false
      },
      handleDOMEvents: {
        // A file that is dropped where nobody may write would take the place of the page.
        drop: (view, event) => {
          if (!view.editable && (event.dataTransfer?.files.length ?? 0) > 0) event.preventDefault()
          return false
        },
      },
    },
  })

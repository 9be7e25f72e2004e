/**
 * An hour of writing, as fast as it goes. The page's clock is put forward by what would have passed, so that undo has the steps that it would have; keys come
 * as ProseMirror makes them of input, without the browser's own part.
 */
import { TextSelection } from 'prosemirror-state'
import { seeded } from '#schema/document/index.js'
import type { Hour } from './api.js'
import type { Editor } from './bindings.js'
import { nextFrame } from './frame.js'

declare global {
  interface Window {
    /** Puts the clock forward; set by the page before any script runs. */
    pass(ms: number): void
  }
}

/** Between two keys of a word. */
const betweenKeysMs = 200
/** A word, the last key of which takes back what the one before brought. */
const keysAWord = 10
/** So often somebody goes on somewhere else. */
const slicesInPlace = 4

export async function writeForAnHour(
  { view }: Editor,
  { slices, words, secondsAWord }: Hour,
  othersWrite: () => void,
): Promise<number> {
  const random = seeded(7)
  let stayed = 0
  for (let slice = 0; slice < slices; slice++) {
    if (slice % slicesInPlace === 0) goSomewhere(view, random())
    for (let word = 0; word < words; word++) {
      for (let key = 1; key <= keysAWord; key++) {
        window.pass(betweenKeysMs)
        const { tr, selection } = view.state
        const isBackspace = key === keysAWord
        view.dispatch(isBackspace ? tr.delete(selection.head - 1, selection.head) : tr.insertText('Q'))
        stayed += isBackspace ? -1 : 1
      }
      window.pass(secondsAWord * 1000 - keysAWord * betweenKeysMs)
    }
    othersWrite()
    await nextFrame()
  }
  return stayed
}

function goSomewhere(view: Editor['view'], part: number): void {
  const { doc, tr } = view.state
  const ends: number[] = []
  doc.descendants((node, at) => {
    if (node.type.name === 'para') ends.push(at + 1 + node.content.size)
    return !node.isTextblock
  })
  const end = ends[Math.floor(part * ends.length)]!
  view.dispatch(tr.setSelection(TextSelection.create(doc, end)).scrollIntoView())
}

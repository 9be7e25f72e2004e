/** Runs in the browser; asked by ../stage.ts. */
import * as decoding from 'lib0/decoding'
import { TextSelection } from 'prosemirror-state'
import * as Y from 'yjs'
import type { PageApi } from './api.js'
import { makers, type Editor } from './bindings.js'
import { nextFrame } from './frame.js'
import { takeHooks } from './hooks.js'
import { writeForAnHour } from './hour.js'
import { moveAway } from './moving.js'

let make: (doc: Y.Doc, place: HTMLElement) => Editor
let state: Uint8Array | null
/** What others write, and how far it is read. */
let edits: decoding.Decoder
let doc: Y.Doc
let editor: Editor
let edited = 0
let timer = 0
let keys: number[] = []
let showing: number[] = []
let longest = 0

const fetched = async (path: string) => {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path} is not there.`)
  return new Uint8Array(await response.arrayBuffer())
}

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
}).observe({ type: 'longtask' })

/** Others' next update reaches the page. */
function hear(): void {
  if (!decoding.hasContent(edits)) throw new Error('Others have nothing more to write.')
  const update = decoding.readVarUint8Array(edits)
  edited++
  const began = performance.now()
  Y.applyUpdate(doc, update, 'provider')
  showing.push(performance.now() - began)
}

const bench: PageApi = {
  async prepare(name, others) {
    make = makers[name]
    const form = name === 'yProsemirror' || name === 'yTiptap' ? 'fragment' : 'clauses'
    state = await fetched(`/${form}.state`)
    edits = decoding.createDecoder(others ? await fetched(`/${form}.${others}`) : new Uint8Array())
  },

  async open() {
    await nextFrame()
    const began = performance.now()
    doc = new Y.Doc()
    Y.applyUpdate(doc, state!, 'provider')
    editor = make(doc, document.body)
    const shownAt = await nextFrame()
    state = null
    document.addEventListener(
      'keydown',
      (event) => void nextFrame().then((now) => keys.push(now - event.timeStamp)),
      true,
    )
    return shownAt - began
  },

  async placeCaret(paragraph) {
    const { view } = editor
    let left = paragraph
    let end = -1
    view.state.doc.descendants((node, at) => {
      if (end < 0 && node.type.name === 'para' && left-- === 0) end = at + 1 + node.content.size
      return end < 0
    })
    view.focus()
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, end)).scrollIntoView())
    await nextFrame()
  },

  othersWrite(perSecond) {
    clearInterval(timer)
    if (perSecond > 0) timer = window.setInterval(hear, 1000 / perSecond)
  },

  takeKeys() {
    const taken = keys
    keys = []
    return taken
  },

  takeShowing() {
    const taken = showing
    showing = []
    return taken
  },

  shown: () => ({ text: editor.view.state.doc.textContent, edits: edited }),

  move: (times, size) => moveAway(editor, times, size),

  hour: (hour) => writeForAnHour(editor, hour, hear),

  size: () => ({ v1: Y.encodeStateAsUpdate(doc).length, v2: Y.encodeStateAsUpdateV2(doc).length }),

  takeHooks,

  takeLongestTask() {
    const taken = longest
    longest = 0
    return taken
  },
}

Object.assign(window, { bench })

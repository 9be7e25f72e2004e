/** Runs in the browser; asked by ../index.ts. */
import * as decoding from 'lib0/decoding'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import * as Y from 'yjs'
import type { BindingName, PageApi } from './api.js'
import { makers } from './bindings.js'

let make: (doc: Y.Doc, place: HTMLElement) => EditorView
let state: Uint8Array
let edits: Uint8Array[]
let doc: Y.Doc
let view: EditorView
let edited = 0
let timer = 0
let keys: number[] = []
let showing: number[] = []

const fetched = async (path: string) => new Uint8Array(await (await fetch(path)).arrayBuffer())

/** The next frame is on the screen: what is posted while it is made is handled after it. */
const nextFrame = () =>
  new Promise<number>((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now())
      port2.postMessage(null)
    }),
  )

const bench: PageApi = {
  async prepare(binding: BindingName) {
    make = makers[binding]
    const form = binding === 'ours' ? 'clauses' : 'fragment'
    state = await fetched(`/${form}.state`)
    const decoder = decoding.createDecoder(await fetched(`/${form}.edits`))
    edits = []
    while (decoding.hasContent(decoder)) edits.push(decoding.readVarUint8Array(decoder))
  },

  async open() {
    await nextFrame()
    const began = performance.now()
    doc = new Y.Doc()
    Y.applyUpdate(doc, state, 'provider')
    view = make(doc, document.body)
    const shownAt = await nextFrame()
    document.addEventListener(
      'keydown',
      (event) => void nextFrame().then((now) => keys.push(now - event.timeStamp)),
      true,
    )
    return shownAt - began
  },

  async placeCaret(paragraph) {
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
    if (perSecond === 0) return
    timer = window.setInterval(() => {
      const edit = edits[edited++]
      if (!edit) throw new Error('Others have nothing more to write.')
      const began = performance.now()
      Y.applyUpdate(doc, edit, 'provider')
      showing.push(performance.now() - began)
    }, 1000 / perSecond)
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

  shown: () => ({ text: view.state.doc.textContent, edits: edited }),
}

Object.assign(window, { bench })

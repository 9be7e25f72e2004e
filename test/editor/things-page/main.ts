/** A page with one editor that has tables, things, the menu and pasting. */
import type { Node } from 'prosemirror-model'
import { EditorState, Selection, TextSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { wordsFor } from '#schema/words/index.js'
import { clauseBinding } from '../../../client/editor/binding/index.js'
import { editing } from '../../../client/editor/commands/index.js'
import { paste, type Dropped } from '../../../client/editor/paste/index.js'
import { slash } from '../../../client/editor/slash/index.js'
import { tables } from '../../../client/editor/tables/index.js'
import { things } from '../../../client/editor/things/index.js'

declare global {
  interface Window {
    editor: {
      view: EditorView
      dropped: Dropped[]
      take: (() => boolean) | null
      faults: unknown[]
      /** Updates of the shared text so far. */
      updates: number
      /** A picture on its way: how much has gone, and its end. */
      sending: { progress(share: number): void; end(): void; isStopped: boolean } | null
      /** The blocks of the text, a line each. */
      shows(): string[]
      problems(): unknown[]
      /** Puts the caret at the beginning of the first paragraph. */
      goToFirst(): void
    }
    beginWith(...paragraphs: string[]): void
  }
}

/** A block in few signs: what it is, and what is in it. */
function shown(node: Node): string {
  if (node.isText) return node.marks.reduce((words, { type }) => `<${type.name}>${words}</${type.name}>`, node.text!)
  const inner = node.children.map(shown)
  const { name } = node.type
  if (name === 'table_cell') return `${node.attrs['head'] ? '#' : ''}${inner.join('/')}`
  if (name === 'table_row') return inner.join('|')
  if (name === 'table') return `[${inner.join(' ; ')}]`
  if (name === 'frame') return `${node.attrs['kind']} ${inner.join(' ')}`
  if (name === 'math' || name === 'equation') return `$${node.attrs['tex']}$`
  if (name === 'footnote') return `(${node.attrs['note']})`
  if (name === 'citation') return `[${node.attrs['use']} ${node.attrs['key']} ${node.attrs['item']}]`
  if (name === 'reference') return `{to ${node.attrs['target']}}`
  if (name === 'image') return `image ${node.attrs['file']} ${node.attrs['alt']}`
  if (name === 'line_break') return '\\'
  const { kind = 'BODY', list = 'NONE', indent = 0 } = node.attrs
  const manner = list !== 'NONE' ? `{${list} ${indent}}` : kind === 'BODY' || name !== 'para' ? '' : `{${kind}}`
  return manner + inner.join('')
}

window.beginWith = (...paragraphs) => {
  window.editor?.view.destroy()
  const words = wordsFor('en')
  const doc = new Y.Doc({ gc: false })
  document.stampVersion(doc)
  const drafts = [{ title: 'One', body: paragraphs.map((text) => document.paragraph(text)) }]
  document.insertClauses(doc, { parent: null }, drafts)
  const faults: unknown[] = []
  const found = [
    { slug: 'itu-t-l-1410', designation: 'ITU-T L.1410', title: 'Life cycle assessment', state: 'In force' },
  ]
  const plugins = [
    clauseBinding({ doc, onFault: (fault) => faults.push(String(fault)) }),
    slash({ words }),
    ...tables(),
    ...things({
      words,
      type: 'REPORT',
      findItems: (query) => Promise.resolve(query.includes('1410') ? found : []),
      upload: (file, { onProgress, signal } = {}) =>
        file.name === 'slow'
          ? new Promise((resolve, reject) => {
              const sending = {
                progress: (share: number) => onProgress?.(share),
                end: () => resolve({ id: 'f2', url: '/f2' }),
                isStopped: false,
              }
              window.editor.sending = sending
              signal?.addEventListener('abort', () => {
                sending.isStopped = true
                reject(signal.reason as Error)
              })
            })
          : file.type === 'image/png'
            ? Promise.resolve({ id: 'f1', url: '/f1' })
            : Promise.reject(new Error('No picture.')),
      onFault: (fault) => faults.push(String(fault)),
    }),
    paste({
      onDropped: (dropped) => window.editor.dropped.push(...dropped),
      onMarkdown: (take) => void (window.editor.take = take),
    }),
    ...editing(),
  ]
  let updates = 0
  doc.on('update', () => updates++)
  const view = new EditorView(globalThis.document.querySelector('main')!, {
    state: EditorState.create({ schema: document.schema, plugins }),
    attributes: { class: 'sheet-text' },
  })
  window.editor = {
    view,
    dropped: [],
    take: null,
    faults,
    sending: null,
    get updates() {
      return updates
    },
    shows: () =>
      view.state.doc.children.flatMap((clause, i) =>
        clause.children
          .slice(i === 0 ? 1 : 0)
          .map((block) => (block.type.name === 'clause_title' ? `## ${clause.attrs['level']} ` : '') + shown(block)),
      ),
    goToFirst: () => {
      const title = view.state.doc.child(0).child(0).nodeSize
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, title + 2)))
    },
    problems: () => [...faults, ...document.violations(doc, view.state.doc).map((one) => JSON.stringify(one))],
  }
  view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)))
  view.focus()
}

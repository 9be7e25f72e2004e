/**
 * What is computed for display and is no part of the text: "Table 3", "NOTE 1", "(6-1)", the number of a footnote, the words of a cross-reference. Computed anew
 * only when something came, went, moved or changed that is numbered or refers to what is; while somebody writes words, what there is is moved along. [CL-15, ST-5, ST-7]
 */
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { TextForm } from '#schema/document/index.js'
import {
  entryName,
  entryNumbers,
  grouped,
  labelsOf,
  reportOf,
  type Label,
  type LabelMode,
  type Report,
  type ReportType,
} from '#schema/report/index.js'
import type { Words } from '#schema/words/index.js'
import { formIn } from '../form/index.js'

export interface LabelOptions {
  /** Type and mode where the editor does not know the form of the text. */
  readonly type: ReportType
  readonly mode?: LabelMode
  readonly words: Words
}

/** The form of the text shown. */
export const formAt = (
  state: EditorState,
  { type, mode = 'CONTINUOUS' }: Pick<LabelOptions, 'type' | 'mode'>,
): TextForm => formIn(state, { type, labels: mode })

interface Labelled {
  readonly form: TextForm
  readonly doc: Node
  readonly decorations: DecorationSet
}

const labelsKey = new PluginKey<Labelled>('labels')

/** They have no number, but a word before them. */
const namedKinds = new Set(['WARNING', 'EDITOR_NOTE'])
const numberedKinds = new Set(['NOTE', 'EXAMPLE', 'REQUIREMENT', 'CAPTION', 'KEY', ...namedKinds])
const signatures = new WeakMap<Node, string>()

/** What numbers are made of, in a node and below it; empty where there is nothing. Nodes are immutable: each is looked at once. */
function signatureOf(node: Node): string {
  const held = signatures.get(node)
  if (held !== undefined) return held
  const { name } = node.type
  const { attrs } = node
  let own = ''
  if (name === 'clause') own = `${attrs['id']} ${attrs['level']} ${attrs['kind']} ${attrs['informative']}`
  else if (name === 'para' && numberedKinds.has(String(attrs['kind']))) own = `${attrs['kind']} ${attrs['anchor']}`
  // Terms are numbered in the order of their names.
  else if (name === 'para' && attrs['kind'] === 'TERM') own = `TERM ${entryName(node, 'TERM')}`
  else if (name === 'frame') own = `${attrs['kind']} ${attrs['anchor']}`
  else if (name === 'equation') own = `equation ${attrs['anchor']}`
  else if (name === 'footnote') own = `footnote ${attrs['note']}`
  else if (name === 'reference') own = `${attrs['target']} ${attrs['to']} ${attrs['document']}`
  let below = ''
  if (name !== 'clause_title') node.forEach((child) => void (child.isText || (below += signatureOf(child))))
  const signature = own === '' && below === '' ? '' : `<${own}${below}>`
  signatures.set(node, signature)
  return signature
}

const isSameShape = (one: Node, other: Node): boolean =>
  one.childCount === other.childCount &&
  one.children.every((clause, i) => clause === other.child(i) || signatureOf(clause) === signatureOf(other.child(i)))

/** A label as a person reads it. */
export function labelText({ kind, number }: Label, words: Words): string {
  return words(`thing.label.${kind}`, { number, isOnly: number === '' ? 'yes' : 'no' })
}

/** By what a cross-reference is found: the target's sort, and its clause id or anchor. */
export type Targets = ReadonlyMap<string, string>
export const targetKey = (target: string, to: string): string => `${target} ${to}`
const targetOf = { TABLE: 'FRAME', FIGURE: 'FRAME', EQUATION: 'EQUATION', REQUIREMENT: 'REQUIREMENT' } as const

/** What each target is called in the text: `clause 6.2`, `Table 3`. */
export function targetsOf(report: Report, labels: readonly Label[], words: Words): Targets {
  const targets = new Map<string, string>()
  for (const { id, number, title } of report.clauses)
    targets.set(
      targetKey('CLAUSE', id),
      words('thing.clauseLabel', { series: number.series, number: number.text, title }),
    )
  for (const label of labels)
    if (label.anchor !== '' && label.kind in targetOf)
      targets.set(targetKey(targetOf[label.kind as keyof typeof targetOf], label.anchor), labelText(label, words))
  return targets
}

/** The footnotes below a clause. */
function drawNotes(notes: readonly string[], first: number, words: Words) {
  return (): HTMLElement => {
    const list = Object.assign(document.createElement('ol'), { className: 'footnotes', start: first })
    list.contentEditable = 'false'
    list.setAttribute('aria-label', words('thing.footnotes'))
    list.append(...notes.map((note) => Object.assign(document.createElement('li'), { textContent: note, dir: 'auto' })))
    return list
  }
}

function compute(doc: Node, form: TextForm, words: Words): Labelled {
  const report = reportOf(doc, form.type)
  const labels = labelsOf(report, form.labels)
  const targets = targetsOf(report, labels, words)
  const entries = entryNumbers(report)
  const byClause = grouped(labels, ({ clause }) => clause)
  const decorations: Decoration[] = []
  const put = (pos: number, node: Node, label: string, extra: Record<string, string> = {}) =>
    decorations.push(Decoration.node(pos, pos + node.nodeSize, { 'data-label': label, ...extra }, { label }))
  let footnote = 0
  doc.forEach((clause, pos) => {
    const starts: number[] = []
    clause.forEach((_, offset) => void starts.push(pos + 1 + offset))
    for (const label of byClause.get(String(clause.attrs['id'])) ?? []) {
      const block = clause.maybeChild(label.block + 1)
      // Clauses that are being pasted have no ids for a moment, and cannot be told apart; then all is computed anew.
      if (!block || (label.child ?? 0) >= Math.max(1, block.childCount)) continue
      const start = starts[label.block + 1]!
      const isFrame = block.type.name === 'frame'
      // A frame's number stands with its caption.
      const caption = block.children.findIndex(({ attrs }) => attrs['kind'] === 'CAPTION')
      const child = label.child ?? (isFrame ? caption : -1)
      let at = start + 1
      for (let i = 0; i < child; i++) at += block.child(i).nodeSize
      if (child >= 0) put(at, block.child(child), labelText(label, words))
      else put(start, block, labelText(label, words))
    }
    starts.forEach((start, i) => {
      const number = entries.get(`${clause.attrs['id']}-${i - 1}`)
      if (number !== undefined) put(start, clause.child(i), number)
    })
    const notes: string[] = []
    const first = footnote + 1
    clause.descendants((node, offset, parent, index) => {
      if (node.isText || signatureOf(node) === '') return false
      const at = pos + 1 + offset
      if (namedKinds.has(String(node.attrs['kind']))) put(at, node, words.dynamic(`thing.label.${node.attrs['kind']}`))
      // The word stands once, before the first line of the key.
      else if (node.attrs['kind'] === 'KEY') {
        if (parent?.maybeChild(index - 1)?.attrs['kind'] !== 'KEY') put(at, node, words('thing.label.KEY'))
      } else if (node.type.name === 'footnote') {
        notes.push(String(node.attrs['note']))
        put(at, node, String(++footnote))
      } else if (node.type.name === 'reference') {
        const found = targets.get(targetKey(String(node.attrs['target']), String(node.attrs['to'])))
        const isElsewhere = node.attrs['document'] !== ''
        if (found !== undefined && !isElsewhere) put(at, node, found)
        else if (!isElsewhere) put(at, node, words('thing.broken'), { 'data-broken': '' })
      }
      return true
    })
    if (notes.length > 0)
      decorations.push(
        Decoration.widget(pos + clause.nodeSize - 1, drawNotes(notes, first, words), {
          side: 1,
          key: `notes ${first} ${JSON.stringify(notes)}`,
          ignoreSelection: true,
        }),
      )
  })
  return { doc, form, decorations: DecorationSet.create(doc, decorations) }
}

export const labels = (options: LabelOptions): Plugin<Labelled> =>
  new Plugin<Labelled>({
    key: labelsKey,
    state: {
      init: (_, state) => compute(state.doc, formAt(state, options), options.words),
      apply(tr, held, _, state) {
        const form = formAt(state, options)
        const isSameForm = form.type === held.form.type && form.labels === held.form.labels
        if (!tr.docChanged && isSameForm) return held
        if (!isSameForm || !isSameShape(held.doc, tr.doc)) return compute(tr.doc, form, options.words)
        let isWhole = true
        const decorations = held.decorations.map(tr.mapping, tr.doc, { onRemove: () => (isWhole = false) })
        // Something was replaced by its like, and has lost its number on the way.
        return isWhole ? { ...held, doc: tr.doc, decorations } : compute(tr.doc, form, options.words)
      },
    },
    props: { decorations: (state) => labelsKey.getState(state)?.decorations },
  })

/** The labels drawn now; nothing without the plugin. */
export const drawnLabels = (state: EditorState): DecorationSet =>
  labelsKey.getState(state)?.decorations ?? DecorationSet.empty

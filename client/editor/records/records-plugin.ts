/**
 * Records in minutes, as they are shown and guarded: what each says besides its words stands below it, a copy is a record of its own, and one that
 * the group's record knows is not deleted without a question. Only minutes have this plugin. [RC-1, RC-2, RC-4]
 */
import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { isRecordKind } from '#schema/vocabulary/documents.js'
import { outcomeOf, recordsWithDue, recordsWithHolder } from '#schema/vocabulary/records.js'
import type { Words } from '#schema/words/index.js'
import { shownBy, takeUpSelection } from '../binding/index.js'
import { leaveRecord, openFacts } from './record-commands.js'
import { recordsIn, type ShownRecord } from './records-in.js'

/** A record as the group knows it. */
export interface KnownRecord {
  /** "Decision 12"; null for a kind without numbers. */
  readonly name: string | null
  readonly href: string | null
}

export interface RecordsOptions {
  readonly words: Words
  /** What the group knows under an id; undefined for what it does not know yet. */
  known?(record: string): KnownRecord | undefined
  /** Calls whenever more has become known; answers how to call it off. */
  onKnown?(hear: () => void): () => void
  /** The caret has left a record in which something was written here. */
  onLeft?(record: string): void
  /** Somebody is about to delete records that the group knows. `go` does it. */
  onAsk?(names: readonly string[], go: () => void): void
}

const recordsKey = new PluginKey<DecorationSet>('records')
/** Somebody was asked, and wants it. */
const agreed = 'records-agreed'

/** What a record says besides its words, in one line. */
function factsOf({ kind, node }: ShownRecord, words: Words): string {
  const { outcome, holder, due } = node.attrs as Record<string, string>
  const facts = [words.dynamic(`record.outcome.${kind}.${outcomeOf(kind, outcome ?? '')}`)]
  if (recordsWithHolder.includes(kind)) facts.push(holder || words('record.noHolder'))
  if (recordsWithDue.includes(kind)) facts.push(due ? words('record.by', { due }) : words('record.noDue'))
  return facts.join(' · ')
}

function drawFacts(shown: ShownRecord, { words, known }: RecordsOptions) {
  return (view: EditorView, getPos: () => number | undefined): HTMLElement => {
    const line = Object.assign(document.createElement('div'), { className: 'record-facts', contentEditable: 'false' })
    const row = known?.(shown.record)
    if (row?.name) {
      const name = row.href === null ? document.createElement('strong') : document.createElement('a')
      name.textContent = row.name
      if (row.href !== null) name.setAttribute('href', row.href)
      line.append(name, ' ')
    } else line.append(Object.assign(document.createElement('span'), { textContent: words('record.new') }), ' ')
    const facts = factsOf(shown, words)
    if (!view.editable) line.append(Object.assign(document.createElement('span'), { textContent: facts }))
    else {
      const button = Object.assign(document.createElement('button'), { type: 'button', textContent: facts })
      button.setAttribute('aria-label', words('record.change', { facts }))
      button.addEventListener('click', () => {
        const after = getPos()
        if (after === undefined) return
        // The caret goes to the end of the record, so that the form is about it.
        view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, after - 1)))
        openFacts(view.state, view.dispatch)
      })
      line.append(button)
    }
    return line
  }
}

function draw(doc: Node, options: RecordsOptions): DecorationSet {
  const decorations = recordsIn(doc).flatMap((shown) => {
    const end = shown.pos + shown.node.nodeSize
    const row = options.known?.(shown.record)
    const { kind, record } = shown
    return [
      Decoration.node(shown.pos, end, { 'data-label': options.words.dynamic(`record.kind.${kind}`) }),
      Decoration.widget(end, drawFacts(shown, options), {
        side: -1,
        key: `${record} ${factsOf(shown, options.words)} ${row?.name} ${row?.href}`,
        ignoreSelection: true,
        stopEvent: () => true,
      }),
    ]
  })
  return DecorationSet.create(doc, decorations)
}

/** The record that the caret is in; null outside of records. */
function recordHere({ selection: { $from } }: EditorState): { readonly record: string } | null {
  const { attrs, type } = $from.parent
  return type.name === 'para' && $from.depth === 2 && isRecordKind(attrs['kind'])
    ? { record: String(attrs['record']) }
    : null
}

const idsIn = (doc: Node): Set<string> => new Set(recordsIn(doc).map(({ record }) => record))

/** Copies that these changes brought, as by a paste, get ids of their own: what stood there before stays what it is. [RC-2] */
function copies(trs: readonly Transaction[], before: Node, { doc, tr }: EditorState): Transaction | null {
  const kept = new Map<string, number>()
  for (const { record, pos } of recordsIn(before))
    if (!kept.has(record))
      kept.set(
        record,
        trs.reduce((at, { mapping }) => mapping.map(at), pos),
      )
  const now = recordsIn(doc)
  const original = new Map<string, number>()
  for (const { record, pos } of now) if (!original.has(record) || kept.get(record) === pos) original.set(record, pos)
  const copied = now.filter(({ record, pos }) => record === '' || original.get(record) !== pos)
  for (const { pos } of copied) tr.setNodeAttribute(pos, 'record', crypto.randomUUID())
  return copied.length > 0 ? tr : null
}

export function records(options: RecordsOptions): Plugin[] {
  const { known, onKnown, onAsk, onLeft } = options
  /** What each record said when it was left last, or first seen. */
  const left = new Map<string, Node>()
  const plugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
    key: recordsKey,
    state: {
      init: (_, { doc }) => draw(doc, options),
      apply: (tr, held) => (tr.docChanged || tr.getMeta(recordsKey) ? draw(tr.doc, options) : held),
    },
    props: { decorations: (state) => recordsKey.getState(state) },
    // What others wrote has happened already; only one's own deletion can be asked about.
    filterTransaction(tr, { doc }) {
      if (!tr.docChanged || shownBy(tr) || tr.getMeta(agreed) || !onAsk) return true
      const left = idsIn(tr.doc)
      const lost = recordsIn(doc).filter(({ record }) => !left.has(record) && known?.(record))
      if (lost.length === 0) return true
      const names = lost.map(
        ({ record, kind }) => known?.(record)?.name ?? options.words.dynamic(`record.kind.${kind}`),
      )
      onAsk(names, () => {
        const view = views.get(plugin)
        if (view) takeOut(view, new Set(lost.map(({ record }) => record)))
      })
      return false
    },
    appendTransaction(trs, before, state) {
      const isOwn = trs.some((tr) => tr.docChanged && !shownBy(tr))
      return isOwn ? copies(trs, before.doc, state) : null
    },
    view(view) {
      views.set(plugin, view)
      for (const { record, node } of recordsIn(view.state.doc)) left.set(record, node)
      const stop = onKnown?.(() => {
        takeUpSelection(view)
        view.dispatch(view.state.tr.setMeta(recordsKey, true))
      })
      const leave = (state: EditorState, now: EditorState | null) => {
        const one = recordHere(state)
        if (!one || !view.editable || (now && recordHere(now)?.record === one.record)) return
        // As it is by now: what was written last may have moved the caret out.
        const node = recordsIn((now ?? state).doc).find(({ record }) => record === one.record)?.node
        if (!node || node.textContent.trim() === '' || left.get(one.record)?.eq(node)) return
        left.set(one.record, node)
        onLeft?.(one.record)
      }
      const onBlur = () => leave(view.state, null)
      view.dom.addEventListener('blur', onBlur)
      return {
        update: ({ state }, before) => leave(before, state),
        destroy: () => {
          view.dom.removeEventListener('blur', onBlur)
          stop?.()
          views.delete(plugin)
        },
      }
    },
  })
  return [plugin, keymap({ Enter: leaveRecord, 'Mod-Alt-i': openFacts })]
}

const views = new WeakMap<Plugin<DecorationSet>, EditorView>()

/** Deletes the paragraphs of records, wherever they stand by now. */
function takeOut(view: EditorView, ids: ReadonlySet<string>): void {
  const { tr } = view.state
  for (const { record, pos, node } of recordsIn(tr.doc).reverse())
    if (ids.has(record)) tr.delete(pos, pos + node.nodeSize)
  view.dispatch(tr.setMeta(agreed, true).scrollIntoView())
  view.focus()
}

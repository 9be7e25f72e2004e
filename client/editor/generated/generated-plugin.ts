/**
 * What a text says by itself, drawn beside what is written: lists of references, "None.", the fixed lines under headings. Nobody can write in it, and nothing of
 * it is stored. Computed anew only when something came, went or changed that it is made of; while somebody writes words, it is moved along. [GE-1, GE-2, GE-3]
 */
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import {
  citationsOf,
  generatedOf,
  generatedShape,
  reportOf,
  type CitedItem,
  type Generated,
  type Report,
  type ReportType,
} from '#schema/report/index.js'
import type { Words } from '#schema/words/index.js'
import { formIn } from '../form/index.js'
import { drawLead, drawList, drawNone, worksOf, type Work } from './draw.js'

export interface GeneratedOptions {
  /** Where the editor does not know the form of the text. */
  readonly type: ReportType
  readonly words: Words
  /** What the register knows of items, by slug: null for one that it does not have; left out while it is not known. */
  known?(slugs: readonly string[]): ReadonlyMap<string, CitedItem | null>
  /** Calls whenever more has become known; answers how to call it off. */
  onKnown?(hear: () => void): () => void
}

interface Shown {
  readonly type: ReportType
  readonly doc: Node
  readonly decorations: DecorationSet
}

const generatedKey = new PluginKey<Shown>('generated')

/** How often anything was computed; for the tests. */
export const timesComputed = { count: 0 }

const isSameShape = (one: Node, other: Node): boolean =>
  one.childCount === other.childCount &&
  one.children.every(
    (clause, i) => clause === other.child(i) || generatedShape(clause) === generatedShape(other.child(i)),
  )

/** Widgets with the same key are taken for the same, and are not drawn again. */
const fixed = { ignoreSelection: true, stopEvent: () => true }

function decorationsOf(
  report: Report,
  clause: Node,
  pos: number,
  { lead, list, isNone }: Generated,
  { words, known }: GeneratedOptions,
): Decoration[] {
  const found: Decoration[] = []
  const [start, end] = [pos + 1 + (clause.firstChild?.nodeSize ?? 0), pos + clause.nodeSize - 1]
  if (lead) {
    const line = words(`generated.lead.${lead}`, { type: report.type })
    found.push(Decoration.widget(start, drawLead(line), { ...fixed, key: `lead ${line}`, side: -1 }))
  }
  if (list.length > 0) {
    const items = known?.(list.map(({ item }) => item).filter((item) => item !== '')) ?? new Map<string, null>()
    const works: readonly Work[] = worksOf(report, list, items, words)
    const key = `list ${JSON.stringify(works)}`
    const label = words(list[0]!.use === 'REFERENCE' ? 'generated.works' : 'generated.bibliography')
    found.push(Decoration.widget(end, drawList(works, label, words), { ...fixed, key, side: 1 }))
  }
  if (isNone) {
    const none = words('generated.none')
    const first = clause.maybeChild(1)
    // In an empty paragraph it stands where the words will be, and goes with the first of them.
    if (first?.type.name === 'para' && first.content.size === 0)
      found.push(Decoration.node(start, start + first.nodeSize, { 'data-none': none }))
    else found.push(Decoration.widget(end, drawNone(none), { ...fixed, key: `none ${none}`, side: 1 }))
  }
  return found
}

function compute(doc: Node, type: ReportType, options: GeneratedOptions): Shown {
  timesComputed.count += 1
  const report = reportOf(doc, type)
  const generated = generatedOf(report, citationsOf(report))
  const decorations: Decoration[] = []
  if (generated.size > 0)
    doc.forEach((clause, pos) => {
      const own = generated.get(String(clause.attrs['id']))
      if (own) decorations.push(...decorationsOf(report, clause, pos, own, options))
    })
  return { type, doc, decorations: DecorationSet.create(doc, decorations) }
}

export function generated(options: GeneratedOptions): Plugin<Shown> {
  const typeIn = (state: EditorState) => formIn(state, { type: options.type, labels: 'CONTINUOUS' }).type
  return new Plugin<Shown>({
    key: generatedKey,
    state: {
      init: (_, state) => compute(state.doc, typeIn(state), options),
      apply(tr, held, _, state) {
        const type = typeIn(state)
        const isOther = type !== held.type || tr.getMeta(generatedKey) !== undefined
        if (!tr.docChanged && !isOther) return held
        if (isOther || !isSameShape(held.doc, tr.doc)) return compute(tr.doc, type, options)
        let isWhole = true
        const decorations = held.decorations.map(tr.mapping, tr.doc, { onRemove: () => (isWhole = false) })
        // A clause was replaced by its like, and has lost what stood in it.
        return isWhole ? { type, doc: tr.doc, decorations } : compute(tr.doc, type, options)
      },
    },
    props: { decorations: (state) => generatedKey.getState(state)?.decorations },
    view: (view) => {
      let isBehind = false
      const look = () => {
        // What an input method is writing in must not be drawn anew; the transaction that ends it looks again.
        isBehind = view.composing
        if (isBehind) return
        view.dispatch(view.state.tr.setMeta(generatedKey, true).setMeta('addToHistory', false))
      }
      const stop = options.onKnown?.(look)
      return {
        update: () => void (isBehind && !view.composing && look()),
        destroy: () => stop?.(),
      }
    },
  })
}

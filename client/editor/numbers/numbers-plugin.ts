/** Clause numbers in the margin: computed for display when the sequence of clauses changes, never part of the text. [CL-15] */
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { clauseNumbers, type ClauseNumber, type NumberedLine } from '#schema/document/numbering.js'
import { schemeOf, type ReportType } from '#schema/report/index.js'
import { formIn } from '../form/index.js'

/** What numbers are made of, and what stands beside them. */
interface ShownLine extends NumberedLine {
  readonly isInformative: boolean
}

interface Numbered {
  readonly type: ReportType
  readonly lines: readonly ShownLine[]
  readonly numbers: ReadonlyMap<string, ClauseNumber>
  readonly decorations: DecorationSet
}

const numbersKey = new PluginKey<Numbered>('clause-numbers')

/** What numbers are made of, clause by clause. */
export const numberedLines = (doc: Node): ShownLine[] =>
  doc.children.map(({ attrs }) => ({
    id: String(attrs['id']),
    level: Number(attrs['level']),
    kind: String(attrs['kind']),
    isInformative: attrs['informative'] === true,
  }))

const keys = ['id', 'level', 'kind', 'isInformative'] as const
const isSame = (one: readonly ShownLine[], other: readonly ShownLine[]): boolean =>
  one.length === other.length && one.every((line, i) => keys.every((key) => line[key] === other[i]![key]))

export interface NumberingOptions {
  /** Where the editor does not know the form of the text. */
  readonly type: ReportType
  /** The number with the word before it, as a person reads it: "Annex A". Empty without a number. */
  readonly label: (number: ClauseNumber) => string
  /** "(normative)" beside the number of an annex; empty where there is nothing to say. */
  readonly manner?: (number: ClauseNumber, isInformative: boolean) => string
}

/** Puts `data-number` on the title of each clause; the style sheet writes it into the margin, where screen readers find it too, as a heading of its level. */
export function numbers({ type: usual, label, manner }: NumberingOptions): Plugin<Numbered> {
  const typeIn = (state: EditorState) => formIn(state, { type: usual, labels: 'CONTINUOUS' }).type
  const compute = (doc: Node, lines: readonly ShownLine[], type: ReportType): Numbered => {
    const found = clauseNumbers(lines, schemeOf(type))
    const decorations: Decoration[] = []
    doc.forEach((clause, pos, i) => {
      const title = clause.firstChild
      if (!title) return
      const counted = found.get(String(clause.attrs['id']))!
      const number = label(counted)
      const beside = number === '' ? '' : (manner?.(counted, lines[i]!.isInformative) ?? '')
      const shown = {
        // The page has a heading above those of the text.
        'aria-level': String(Number(clause.attrs['level']) + 1),
        ...(number !== '' && { 'data-number': number }),
        ...(beside !== '' && { 'data-manner': beside }),
      }
      decorations.push(Decoration.node(pos + 1, pos + 1 + title.nodeSize, shown))
    })
    return { type, lines, numbers: found, decorations: DecorationSet.create(doc, decorations) }
  }
  return new Plugin<Numbered>({
    key: numbersKey,
    state: {
      init: (_, state) => compute(state.doc, numberedLines(state.doc), typeIn(state)),
      apply(tr, held, _, state) {
        const type = typeIn(state)
        if (!tr.docChanged && type === held.type) return held
        const lines = numberedLines(tr.doc)
        if (type !== held.type || !isSame(lines, held.lines)) return compute(tr.doc, lines, type)
        let isWhole = true
        const decorations = held.decorations.map(tr.mapping, tr.doc, { onRemove: () => (isWhole = false) })
        // A title that was replaced as a whole has lost its number on the way.
        return isWhole ? { ...held, decorations } : compute(tr.doc, lines, type)
      },
    },
    props: { decorations: (state) => numbersKey.getState(state)?.decorations },
  })
}

/** The number of each clause shown now. */
export const numbersOf = (state: EditorState): ReadonlyMap<string, ClauseNumber> =>
  numbersKey.getState(state)?.numbers ?? new Map<string, ClauseNumber>()

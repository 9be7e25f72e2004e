/** A shared text as clauses to be read. Nothing here changes the text: it emits no update and leaves the state vector as it was. [CL-12] */
import type { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import {
  attributesOf,
  clauseHash,
  clauseNumbers,
  clauseOf,
  clausesOf,
  clauseText,
  countWords,
  effectiveTree,
  readClause,
  readEntries,
  schema,
  titleOf,
  inlineOf,
  wordsOfSpans,
  type Clause,
  type Line,
  formOf,
  type TextForm,
} from '#schema/document/index.js'
import {
  clauseKinds,
  clauseStatuses,
  type ClauseKind,
  type ClauseStatus,
  type TextType,
} from '#schema/vocabulary/documents.js'
import { schemeOf } from '#schema/report/index.js'
import type { NodeJson } from './node-json.js'
import { Teller, type FormulaReader, type PointedTo } from './told.js'

/** A clause as it is read. */
export interface ReadClause {
  readonly id: string
  readonly level: number
  readonly number: string
  readonly series: 'BODY' | 'ANNEX' | 'APPENDIX' | 'NONE'
  readonly kind: ClauseKind
  readonly status: ClauseStatus
  /** Of an annex: it holds no provisions. */
  readonly isInformative: boolean
  /** Id of the person who set it; null where nobody did, or nobody knows. */
  readonly statusBy: string | null
  /** Plain words of the heading. */
  readonly title: string
  /** Plain words of the rest, a line a paragraph. */
  readonly text: string
  /** The clause as a node of the document schema, in JSON, without attributes that have their default. As text, because it crosses threads: whoever wants an object parses it. */
  readonly content: string
  readonly hash: string
  /** Ids of people whose words the server brought back in it. */
  readonly rescuedBy: readonly string[]
}

export interface ReadText {
  readonly form: TextForm
  /** In order. */
  readonly clauses: readonly ReadClause[]
  /** Clauses that were deleted and still hold their words, without numbers and at level 1. */
  readonly deleted: readonly ReadClause[]
  readonly words: number
  /** Slugs of the items of the register that it cites. */
  readonly cited: readonly string[]
  /** Clauses of other texts that it points to. */
  readonly elsewhere: readonly PointedTo[]
}

/** A value of a closed list; one that this program does not know counts as the default. */
const listed = <T extends string>(value: unknown, list: readonly T[], instead: T): T =>
  list.includes(value as T) ? (value as T) : instead

const isPersonId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

/** Without attributes that have their default: half of the JSON of a text is those, and whoever reads a node fills them in again. */
function lean(node: NodeJson): NodeJson {
  const defaults = schema.nodes[node.type]!.spec.attrs ?? {}
  const isDefault = (name: string, value: unknown) => {
    const { default: usual } = defaults[name] as { default: unknown }
    const isNothing = (held: unknown) => typeof held === 'object' && held !== null && Object.keys(held).length === 0
    return value === usual || (isNothing(value) && isNothing(usual))
  }
  const { attrs, content, ...rest } = node
  const said = Object.entries(attrs ?? {}).filter(([name, value]) => !isDefault(name, value))
  return {
    ...rest,
    ...(said.length > 0 && { attrs: Object.fromEntries(said) }),
    ...(content && { content: content.map(lean) }),
  }
}

function readOne(
  clause: Clause,
  line: Line,
  number: Pick<ReadClause, 'number' | 'series'>,
  node: Node,
  tell: (node: NodeJson) => NodeJson,
): ReadClause {
  const rescuedBy = new Set<string>()
  node.forEach(({ attrs }) => {
    if (isPersonId(attrs['rescuedBy'])) rescuedBy.add(attrs['rescuedBy'])
  })
  const { kind, status, statusBy, informative } = attributesOf(clause)
  const heading = titleOf(clause)
  const all = clauseText(clause)
  return {
    ...line,
    ...number,
    kind: listed(kind, clauseKinds, 'CLAUSE'),
    status: listed(status, clauseStatuses, 'DRAFT'),
    isInformative: informative === true,
    statusBy: isPersonId(statusBy) ? statusBy : null,
    title: heading ? wordsOfSpans(inlineOf(heading)).trim() : '',
    text: all.slice(all.indexOf('\n') + 1 || all.length),
    content: JSON.stringify(tell(lean(node.toJSON() as NodeJson))),
    hash: clauseHash(clause),
    rescuedBy: [...rescuedBy],
  }
}

/** The clauses of a text as everybody sees them, and those that were deleted. `usualType` is that of a text that says none. [TF-1] */
export function readText(doc: Y.Doc, usualType: TextType, formulaOf: FormulaReader = () => null): ReadText {
  const form = formOf(doc, usualType)
  const entries = readEntries(doc)
  const { lines } = effectiveTree(entries)
  const kindOf = (id: string) => String(attributesOf(clauseOf(doc, id)!)['kind'] ?? 'CLAUSE')
  const numbers = clauseNumbers(
    lines.map((line) => ({ ...line, kind: kindOf(line.id) })),
    schemeOf(form.type),
  )
  const nodes = lines.map((line) => readClause(clauseOf(doc, line.id)!, line))
  const teller = new Teller(schema.nodes['doc']!.create(null, nodes), form, formulaOf)
  const clauses = lines.map((line, i) => {
    const { text: number, series } = numbers.get(line.id)!
    return readOne(clauseOf(doc, line.id)!, line, { number, series }, nodes[i]!, (node) => teller.clause(line.id, node))
  })
  const isShown = new Set(lines.map(({ id }) => id))
  const deleted = [...clausesOf(doc).keys()]
    .filter((id) => !isShown.has(id) && clauseOf(doc, id))
    .map((id) => {
      const line = { id, level: 1 }
      const clause = clauseOf(doc, id)!
      return readOne(clause, line, { number: '', series: 'NONE' }, readClause(clause, line), (node) => node)
    })
    // One that never held a word was never there for anybody: an insertion that was taken back.
    .filter(({ title, text }) => title !== '' || text.trim() !== '')
  const words = clauses.reduce((sum, { title, text }) => sum + countWords(title) + countWords(text), 0)
  return { form, clauses, deleted, words, cited: teller.cited, elsewhere: teller.elsewhere }
}

/**
 * A text from its updates, in order. One that cannot be applied is left out, with nothing of it: after one that throws halfway nobody knows
 * what the copy holds, so it is begun anew.
 */
export function textOfUpdates(updates: readonly Uint8Array[]): Y.Doc {
  const bad = new Set<number>()
  for (;;) {
    const doc = new Y.Doc()
    const failed = updates.findIndex((update, i) => {
      if (bad.has(i)) return false
      try {
        Y.applyUpdate(doc, update)
        return false
      } catch {
        return true // what became of it, the room that stores updates tells its author
      }
    })
    if (failed < 0) return doc
    bad.add(failed)
    doc.destroy()
  }
}

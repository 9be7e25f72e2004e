/**
 * What a report says without anybody writing it: lists of references from the citations, "None." in a place that is kept empty, and the fixed lines
 * under headings. Computed for display by editor and reading page alike, never stored. [ST-1, ST-2, ST-4, GE-1]
 */
import type { Node } from 'prosemirror-model'
import { perNode } from './per-node.js'
import {
  citationsOf,
  referenceList,
  thingsIn,
  type Citation,
  type CitationUse,
  type ListedReference,
} from './references.js'
import { blocksOf, slotOf, within, type Report, type ReportClause } from './report.js'

/** The lines under headings. The words are in the catalogue (`generated.lead.<line>`), with the type of the text put in. */
export const leadLines = ['REFERENCES', 'TERMS_ELSEWHERE', 'TERMS_HERE', 'ABBREVIATIONS', 'ANNEX', 'APPENDIX'] as const
export type LeadLine = (typeof leadLines)[number]

/** What is generated in a clause: `lead` before its words, `list` and "None." behind them. */
export interface Generated {
  readonly lead: LeadLine | null
  /** The works of the list, in order; empty where the clause has none. */
  readonly list: readonly ListedReference[]
  /** It has no words, and says so. */
  readonly isNone: boolean
}

/** Places that are kept though they are empty. The others have to be filled. [ST-1] */
export const keptPlaces = ['REFERENCES', 'DEFINITIONS', 'ABBREVIATIONS', 'CONVENTIONS'] as const

/** Which places are built from what the text cites. */
export const listPlaces: Readonly<Record<string, CitationUse>> = {
  REFERENCES: 'REFERENCE',
  BIBLIOGRAPHY: 'BIBLIOGRAPHY',
}

/** A paragraph that says there is nothing. */
export const saysNone = (block: Node): boolean =>
  block.type.name === 'para' && block.content.size < 10 && /^\s*none\s*\.?\s*$/i.test(block.textContent)

/** A block in which something stands. */
const isFilled = perNode(
  (block: Node): boolean =>
    block.type.name !== 'para' || block.children.some((inner) => !inner.isText || inner.text!.trim() !== ''),
)

/** Whether words stand in the clause itself. */
export const hasWords = (clause: ReportClause): boolean => blocksOf(clause).some(({ node }) => isFilled(node))

/** The same, but "None." is not counted. */
const saysSomething = (clause: ReportClause): boolean =>
  blocksOf(clause).some(({ node }) => isFilled(node) && !saysNone(node))

/** How a line begins that somebody wrote by hand: it is not said twice. */
const byHand: Readonly<Record<LeadLine, RegExp>> = {
  REFERENCES: /(contain|constitute) provisions|cites the following works/i,
  TERMS_ELSEWHERE: /terms defined elsewhere\s*:/i,
  TERMS_HERE: /defines the following terms\s*:/i,
  ABBREVIATIONS: /uses the following abbreviations/i,
  ANNEX: /form an integral part|forms an integral part/i,
  APPENDIX: /form an integral part|forms an integral part/i,
}

const says = (block: Node, line: LeadLine): boolean => block.content.size < 2000 && byHand[line].test(block.textContent)

const isSaidByHand = (clause: ReportClause, line: LeadLine): boolean =>
  blocksOf(clause)
    .slice(0, 2)
    .some(({ node }) => says(node, line))

/** The clauses directly below another. */
const below = (report: Report, clause: ReportClause): ReportClause[] =>
  within(report, clause).filter(({ level }) => level === clause.level + 1)

/** Where lines stand, with the clauses whose words they introduce; only where there are such words. */
function leadsOf(report: Report, listed: ReadonlyMap<string, unknown>): Map<string, LeadLine> {
  const leads = new Map<string, LeadLine>()
  const put = (clause: ReportClause | undefined, line: LeadLine) => {
    if (!clause || isSaidByHand(clause, line)) return
    if (listed.has(clause.id) || within(report, clause).some((one, i) => i > 0 || saysSomething(one)))
      leads.set(clause.id, line)
  }
  put(slotOf(report, 'REFERENCES'), 'REFERENCES')
  const definitions = slotOf(report, 'DEFINITIONS')
  // The first clause below is for terms of others, the second for our own, whatever their headings say.
  const [elsewhere, here] = definitions ? below(report, definitions) : []
  put(elsewhere, 'TERMS_ELSEWHERE')
  put(here, 'TERMS_HERE')
  put(slotOf(report, 'ABBREVIATIONS'), 'ABBREVIATIONS')
  for (const clause of report.clauses)
    if (clause.level === 1 && (clause.kind === 'ANNEX' || clause.kind === 'APPENDIX'))
      if (!isSaidByHand(clause, clause.kind)) leads.set(clause.id, clause.kind)
  return leads
}

/** Kept places in which nothing stands: the place itself, and what is below clause 3. */
function emptyPlaces(report: Report): ReportClause[] {
  return keptPlaces.flatMap((kind) => {
    const place = slotOf(report, kind)
    if (!place) return []
    const [own, ...others] = within(report, place)
    if (others.length === 0) return hasWords(own!) ? [] : [place]
    return kind !== 'DEFINITIONS'
      ? []
      : below(report, place).filter((one) => within(report, one).every((each, i) => i === 0 && !hasWords(each)))
  })
}

/** What is generated, by clause; clauses in which nothing is are left out. */
export function generatedOf(
  report: Report,
  citations: readonly Citation[] = citationsOf(report),
): ReadonlyMap<string, Generated> {
  const lists = new Map<string, readonly ListedReference[]>()
  for (const [kind, use] of Object.entries(listPlaces)) {
    const place = slotOf(report, kind)
    const list = place ? referenceList(citations, use) : []
    if (list.length > 0) lists.set(place!.id, list)
  }
  const isPlain = report.type === 'PLAIN'
  const leads = isPlain ? new Map<string, LeadLine>() : leadsOf(report, lists)
  const empty = new Set(isPlain ? [] : emptyPlaces(report).flatMap(({ id }) => (lists.has(id) ? [] : [id])))
  return new Map(
    [...new Set([...lists.keys(), ...leads.keys(), ...empty])].map((id) => [
      id,
      { lead: leads.get(id) ?? null, list: lists.get(id) ?? [], isNone: empty.has(id) },
    ]),
  )
}

/** Paragraphs that say "None." beside something: words, or a list that is generated. */
export function idleNones(
  report: Report,
  citations: readonly Citation[] = citationsOf(report),
): { readonly clause: ReportClause; readonly block: number }[] {
  if (report.type === 'PLAIN') return []
  const places = keptPlaces.flatMap((kind) => {
    const place = slotOf(report, kind)
    return place ? [place, ...(kind === 'DEFINITIONS' ? below(report, place) : [])] : []
  })
  return places.flatMap((clause) => {
    const use = clause.level === 1 ? listPlaces[clause.kind] : undefined
    const isListed = use !== undefined && citations.some((citation) => citation.use === use && citation.key !== '')
    const isFull = isListed || saysSomething(clause) || within(report, clause).length > 1
    return isFull ? blocksOf(clause).filter(({ node }) => saysNone(node)) : []
  })
}

/**
 * All of a clause that what is generated anywhere depends on, as a text to be compared: while it is the same for every clause, nothing generated has changed.
 * Clauses are immutable, so each is looked at once. [GE-1]
 */
export const generatedShape = perNode((clause: Node): string => {
  const { id, level, kind } = clause.attrs
  const blocks = clause.children.slice(1)
  const cited: string[] = []
  for (const block of blocks)
    for (const { type, attrs } of thingsIn(block))
      if (type.name === 'citation') cited.push(`${attrs['key']} ${attrs['item']} ${attrs['use']}`)
  // A title is shown where the clause is named that cites.
  const title = cited.length > 0 ? (clause.firstChild?.textContent ?? '') : ''
  const own = blocks.map((block) => (!isFilled(block) ? '' : saysNone(block) ? 'n' : 'w')).join('')
  const said = leadLines.map((line) => (blocks.slice(0, 2).some((block) => says(block, line)) ? 1 : 0)).join('')
  return JSON.stringify([id, level, kind, title, own.replace(/w+/g, 'w'), said, cited])
})

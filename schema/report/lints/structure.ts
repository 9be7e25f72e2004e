/** The fixed places of a report, lists, cross-references. [ST-1, ST-12, ST-13, ST-14] */
import { idleNones, listPlaces } from '../generated.js'
import { inlineNodes, compareNames } from '../references.js'
import { allBlocks, blocksOf, slotOf, within, type Block, type Report } from '../report.js'
import { firstDisorder, lint, type Lint, type LintRule } from './lint.js'

/** The places in their order, and those that every report has. */
const order: readonly string[] = [
  'SUMMARY',
  'KEYWORDS',
  'INTRODUCTION',
  'SCOPE',
  'REFERENCES',
  'DEFINITIONS',
  'ABBREVIATIONS',
  'CONVENTIONS',
  'CLAUSE',
  'ANNEX',
  'APPENDIX',
  'BIBLIOGRAPHY',
]
export const mandatorySlots = [
  'SUMMARY',
  'KEYWORDS',
  'SCOPE',
  'REFERENCES',
  'DEFINITIONS',
  'ABBREVIATIONS',
  'CONVENTIONS',
] as const
/** Those that nobody can fill but a person. The others say "None." by themselves. */
const filledPlaces: readonly string[] = ['SUMMARY', 'KEYWORDS', 'SCOPE']

const hasWords = (report: Report, id: string): boolean =>
  within(report, report.byId.get(id)!).some((clause, i) =>
    i > 0 ? true : blocksOf(clause).some(({ node }) => node.type.name !== 'para' || node.textContent.trim() !== ''),
  )

export const slots: LintRule = ({ report, citations }) => {
  if (report.type === 'PLAIN') return []
  const found: Lint[] = []
  for (const kind of mandatorySlots) {
    const clause = slotOf(report, kind)
    if (!clause) found.push(lint('SLOT_MISSING', null, null, { kind }))
    else if (filledPlaces.includes(kind) && !hasWords(report, clause.id))
      found.push(lint('SLOT_EMPTY', clause.id, null, { kind }))
  }
  // Works are cited for a bibliography that is not there to list them.
  const isCited = citations.some(({ use, key }) => use === listPlaces['BIBLIOGRAPHY'] && key !== '')
  if (isCited && !slotOf(report, 'BIBLIOGRAPHY')) found.push(lint('SLOT_MISSING', null, null, { kind: 'BIBLIOGRAPHY' }))
  const tops = report.clauses.filter(({ level }) => level === 1)
  const seen = new Set<string>()
  let furthest = 0
  for (const { id, kind } of tops) {
    const place = order.indexOf(kind)
    const isSingle = !['CLAUSE', 'ANNEX', 'APPENDIX'].includes(kind)
    if (isSingle && seen.has(kind)) found.push(lint('SLOT_TWICE', id, null, { kind }))
    else if (place >= 0 && place < furthest) found.push(lint('SLOT_OUT_OF_ORDER', id, null, { kind }))
    seen.add(kind)
    furthest = Math.max(furthest, place)
  }
  return found
}

export const nones: LintRule = ({ report, citations }) =>
  idleNones(report, citations).map(({ clause, block }) => lint('NONE_BESIDE_WORDS', clause.id, block))

export const titles: LintRule = ({ report }) =>
  report.clauses
    .filter(({ title }) => title === '')
    .map(({ id, number }) => lint('TITLE_MISSING', id, null, { number: number.text }))

/** Keywords stand in one paragraph, with commas between them. */
export const keywordsOf = (block: Block): string[] =>
  block.node.textContent
    .replace(/\.\s*$/, '')
    .split(/[,;،、]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')

export const keywords: LintRule = ({ report }) => {
  const clause = slotOf(report, 'KEYWORDS')
  const block = clause && blocksOf(clause).find(({ node }) => node.textContent.trim() !== '')
  if (!block) return []
  const words = keywordsOf(block)
  const at = firstDisorder(words, compareNames)
  return at === null
    ? []
    : [lint('KEYWORDS_OUT_OF_ORDER', block.clause.id, block.block, { word: words[at]!, before: words[at - 1]! })]
}

export const editorNotes: LintRule = ({ report }) =>
  allBlocks(report)
    .filter(({ node }) => node.attrs['kind'] === 'EDITOR_NOTE')
    .map(({ clause, block }) => lint('EDITOR_NOTE_LEFT', clause.id, block))

/** Where lists are nested, the outer one says by number or letter where one is. */
export const lists: LintRule = ({ report }) =>
  report.clauses.flatMap((clause) => {
    const found: Lint[] = []
    let outer: Block | null = null
    for (const block of blocksOf(clause)) {
      const { list, indent } = block.node.attrs
      if (list === undefined || list === 'NONE') outer = null
      else if (indent === 0) outer = block
      else if (outer?.node.attrs['list'] === 'BULLET') {
        found.push(lint('NESTED_LIST_BULLETED', clause.id, outer.block))
        outer = null
      }
    }
    return found
  })

export const brokenReferences: LintRule = ({ report, labels }) => {
  const anchors = new Set(labels.map(({ anchor }) => anchor).filter((anchor) => anchor !== ''))
  return report.clauses.flatMap((clause) =>
    inlineNodes(clause, 'reference')
      .filter(({ node: { attrs } }) => {
        if (attrs['document'] !== '') return false
        const to = String(attrs['to'])
        return attrs['target'] === 'CLAUSE' ? !report.byId.has(to) : !anchors.has(to)
      })
      .map(({ block }) => lint('REFERENCE_BROKEN', clause.id, block)),
  )
}

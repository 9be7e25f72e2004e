/** Citations, frames, words of obligation, names of other groups. [ST-4, ST-6, ST-7, ST-8, ST-15] */
import { isInDevelopment } from '../../vocabulary/items.js'
import { perNode } from '../per-node.js'
import { inlineNodes, referenceList } from '../references.js'
import { allBlocks, blocksOf } from '../report.js'
import { lint, type Lint, type LintRule } from './lint.js'

export const citations: LintRule = ({ report, citations: cited, items }) => {
  const found: Lint[] = cited
    .filter(({ key }) => key === '')
    .map(({ clause, block }) => lint('CITATION_EMPTY', clause, block))
  if (report.type === 'PLAIN') return found
  for (const { key, parts } of referenceList(cited, 'REFERENCE'))
    if ([...parts].every((part) => part === 'APPENDIX')) {
      const first = cited.find((citation) => citation.key === key)!
      found.push(lint('CITED_ONLY_IN_APPENDIX', first.clause, first.block, { key }))
    }
  // Each clause that cites such a work is flagged: somebody has to look at each.
  const flagged = new Set<string>()
  for (const { key, item, clause, block } of cited) {
    const known = items.get(item)
    if (!known || flagged.has(`${clause} ${item}`)) continue
    flagged.add(`${clause} ${item}`)
    const by = known.successor?.designation ?? ''
    const args = { key, by, isKnown: by === '' ? 'no' : 'yes' }
    if (known.state === 'WITHDRAWN' || known.state === 'CANCELLED')
      found.push(lint('CITATION_WITHDRAWN', clause, block, args))
    else if (known.state === 'SUPERSEDED' || known.successor !== null)
      found.push(lint('CITATION_SUPERSEDED', clause, block, args))
    else if (isInDevelopment(known.state)) found.push(lint('CITATION_UNPUBLISHED', clause, block, { key }))
  }
  return found
}

/** Tables and figures that a paragraph names in words: "Tables 1 and A.2". */
const mentionsIn = perNode((node): string[] =>
  node.type.name !== 'para'
    ? []
    : [
        ...node.textContent.matchAll(
          /\b(Tables?|Figures?|Fig\.) ((?:[A-Z]+\.|\d+-)?\d+(?:(?:, | and | to | or )(?:[A-Z]+\.|\d+-)?\d+)*)/g,
        ),
      ].flatMap(([, word, numbers]) =>
        numbers!.split(/, | and | to | or /).map((number) => `${word!.startsWith('T') ? 'TABLE' : 'FIGURE'} ${number}`),
      ),
)

export const frames: LintRule = ({ report, labels }) => {
  const found: Lint[] = []
  const mentioned = new Set(
    report.clauses.flatMap((clause) => inlineNodes(clause, 'reference')).map(({ node }) => String(node.attrs['to'])),
  )
  const typedMentions = new Set(allBlocks(report).flatMap(({ node }) => mentionsIn(node)))
  for (const { kind, clause, block, child, number, anchor, caption } of labels) {
    if ((kind !== 'TABLE' && kind !== 'FIGURE') || child !== null) continue
    if (caption === '') found.push(lint('FRAME_WITHOUT_CAPTION', clause, block, { kind, number }))
    // Typed mentions count as well: not every text was written here.
    const isMentioned = (anchor !== '' && mentioned.has(anchor)) || typedMentions.has(`${kind} ${number}`)
    if (!isMentioned) found.push(lint('FRAME_NOT_MENTIONED', clause, block, { kind, number }))
  }
  for (const { clause, node, block } of allBlocks(report)) {
    if (node.type.name !== 'frame') continue
    const caption = node.children.findIndex(({ attrs }) => attrs['kind'] === 'CAPTION')
    const content = node.children.findIndex(({ type }) => type.name === 'table' || type.name === 'image')
    const isMisplaced =
      caption >= 0 && content >= 0 && (node.attrs['kind'] === 'TABLE' ? caption > content : caption < content)
    if (isMisplaced) found.push(lint('CAPTION_MISPLACED', clause.id, block, { kind: String(node.attrs['kind']) }))
    if (node.children.some(({ type, attrs }) => type.name === 'image' && String(attrs['alt']).trim() === ''))
      found.push(lint('PICTURE_WITHOUT_WORDS', clause.id, block))
  }
  return found
}

/** "shall" and "must", and not "must" as a noun's neighbour in other words. */
const obligation = /(?<![\p{L}-])(shall|must)(?![\p{L}-])/iu
const mayNot = /(?<![\p{L}-])may not(?![\p{L}-])/iu

const obligationsIn = perNode((node) => ({
  word: obligation.exec(node.textContent)?.[1]?.toLowerCase(),
  saysMayNot: mayNot.test(node.textContent),
}))

export const obligations: LintRule = ({ report }) => {
  if (report.type === 'PLAIN') return []
  const found: Lint[] = []
  for (const { clause, node, block } of allBlocks(report)) {
    // Whoever quotes others, or speaks to the other editors, binds nobody.
    if (['QUOTATION', 'EDITOR_NOTE', 'CODE'].includes(String(node.attrs['kind']))) continue
    const { word, saysMayNot } = obligationsIn(node)
    if (word !== undefined && node.attrs['kind'] === 'NOTE')
      found.push(lint('SHALL_IN_NOTE', clause.id, block, { word }))
    else if (word !== undefined && !clause.isNormative)
      found.push(lint('SHALL_IN_INFORMATIVE', clause.id, block, { word }))
    if (saysMayNot) found.push(lint('MAY_NOT', clause.id, block))
  }
  return found
}

/** Names of focus groups as ITU-T forms them. A text that began as another group's keeps them easily. */
const groupName = /(?<![\p{L}\p{N}-])FG-[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*/gu

const groupsIn = perNode((node) => [...new Set([...node.textContent.matchAll(groupName)].map(([name]) => name))])

export const otherGroups: LintRule = ({ report, ownNames }) =>
  report.clauses.flatMap((clause) =>
    // In clause 2 and the bibliography other groups are cited by right.
    clause.kind === 'REFERENCES' || clause.kind === 'BIBLIOGRAPHY'
      ? []
      : blocksOf(clause).flatMap(({ node, block }) =>
          groupsIn(node)
            .filter((name) => !ownNames.some((own) => own.toUpperCase() === name.toUpperCase()))
            .map((name) => lint('OTHER_GROUP', clause.id, block, { name })),
        ),
  )

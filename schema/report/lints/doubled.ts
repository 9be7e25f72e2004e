/**
 * Words that a merge left twice: a paragraph that one split or joined while another wrote in it comes out as two that begin alike. Nothing is lost, and
 * only a person can say which of the two is meant. [WT-6]
 */
import type { Node } from 'prosemirror-model'
import { perNode } from '../per-node.js'
import { lint, type LintRule } from './lint.js'

/** Two paragraphs that begin with as many equal letters are hardly meant to. */
const alikeLetters = 40
/** Fewer letters may stand twice for good reasons: "None.", "See above." */
const fewestLetters = 16

const isText = ({ type, attrs }: Node): boolean => type.name === 'para' && attrs['list'] === 'NONE'
const wordsOf = perNode((node) => node.textBetween(0, node.content.size, ' ', '\uFFFC').replace(/\s+/g, ' ').trim())

/** How many letters two texts have in common at their beginning. */
function alike(one: string, other: string): number {
  let i = 0
  while (i < one.length && one[i] === other[i]) i++
  return i
}

/** Whether the second of two neighbours says what the first says: the same, or the same for the most part, from the beginning on. */
export function isDoubled(first: Node, second: Node): boolean {
  if (!isText(first) || !isText(second) || first.attrs['kind'] !== second.attrs['kind']) return false
  const [one, other] = [wordsOf(first), wordsOf(second)]
  if (one === other) return one.length >= fewestLetters
  return alike(one, other) >= Math.max(alikeLetters, Math.min(one.length, other.length) / 2)
}

/** Places in a clause, from 0, of blocks that double the one before. */
const doubledIn = perNode((clause) =>
  clause.children.flatMap((block, i) => (i > 1 && isDoubled(clause.child(i - 1), block) ? [i - 1] : [])),
)

/**
 * The number of the block, from 0, with which a copy of the next clause begins at the end of this one; null without one. Joining a clause copies its
 * heading and blocks behind those of the clause before; whoever writes in it meanwhile brings it back. [CL-3]
 */
export function copyOfNext(clause: Node, next: Node): number | null {
  const heading = wordsOf(next.firstChild!)
  if (heading === '' || next.childCount < 2) return null
  const at = clause.children.findLastIndex((block, i) => i > 0 && isText(block) && wordsOf(block) === heading)
  const first = at < 0 ? null : clause.maybeChild(at + 1)
  return first && isDoubled(first, next.child(1)) ? at - 1 : null
}

/** Two clauses with the same heading that begin alike: both of two people have split off the same. */
const areTwins = (clause: Node, next: Node): boolean =>
  wordsOf(clause.firstChild!) === wordsOf(next.firstChild!) &&
  clause.childCount > 1 &&
  next.childCount > 1 &&
  isDoubled(clause.child(1), next.child(1))

export const doubled: LintRule = ({ report: { clauses } }) =>
  clauses.flatMap(({ id, node, title }, i) => {
    const found = doubledIn(node).map((block) => lint('DOUBLED', id, block))
    const next = clauses[i + 1]
    if (!next) return found
    const copy = copyOfNext(node, next.node)
    if (copy !== null) found.push(lint('DOUBLED_CLAUSE', id, copy, { title: next.title }))
    else if (areTwins(node, next.node)) found.push(lint('DOUBLED_CLAUSE', next.id, null, { title }))
    return found
  })

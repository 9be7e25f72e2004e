/**
 * What HTML of other programs becomes: a rule. Items of lists are paragraphs, however the program nests them; headings of every rank
 * begin clauses. Nothing else of it is taken than what the document schema names, so nothing that could run or be fetched.
 */
import { DOMParser, Fragment, Slice, type Node, type ParseRule } from 'prosemirror-model'
import { schema } from '#schema/document/index.js'
import { deepestListLevel, type ListStyle } from '#schema/vocabulary/documents.js'

const isList = (element: Element | null): boolean => element !== null && /^[uo]l$/i.test(element.tagName)
/** Whether an item begins with a paragraph of its own, not with words. */
function beginsWithBlock(item: Element): boolean {
  const first = [...item.childNodes].find(
    ({ nodeType, nodeValue }) => nodeType === 1 || (nodeValue ?? '').trim() !== '',
  )
  return first !== undefined && /^(p|div|h[1-6]|ul|ol|blockquote|pre)$/i.test(first.nodeName)
}

/** Style and depth of the item that an element is, by the lists around it. */
function itemAttrs(item: Element): { list: ListStyle; indent: number } {
  let [depth, list]: [number, Element | null] = [-1, null]
  for (let at = item.parentElement; at; at = at.parentElement) {
    if (!isList(at)) continue
    list ??= at
    depth++
  }
  const isNumbered = list !== null && /^ol$/i.test(list.tagName)
  const style = isNumbered ? (/^a$/i.test(list!.getAttribute('type') ?? '') ? 'LETTER' : 'NUMBER') : 'BULLET'
  return { list: style, indent: Math.max(0, Math.min(deepestListLevel, depth)) }
}

/** The first words of an item are the item; what else stands in it is ordinary text after it. */
const isItself = (element: Element): boolean =>
  element.parentElement?.tagName.toLowerCase() === 'li' && element.previousElementSibling === null

const rank = 'rank'
const rules: readonly ParseRule[] = [
  {
    tag: 'li',
    skip: true,
    getAttrs: (item) => (beginsWithBlock(item) ? {} : false),
  },
  { tag: 'li', node: 'para', getAttrs: itemAttrs },
  { tag: 'li > p, li > div', node: 'para', getAttrs: (words) => isItself(words) && itemAttrs(words.parentElement!) },
  ...[1, 2, 3, 4, 5, 6].map((number) => ({
    tag: `h${number}`,
    node: 'clause_title',
    // Our own titles stand in clauses that know their level.
    getAttrs: (heading: HTMLElement) => (heading.closest('[data-clause]') ? null : { other: { [rank]: number } }),
  })),
]

export const foreignParser = new DOMParser(schema, [...rules, ...DOMParser.fromSchema(schema).rules])

const rankOf = (node: Node): number | undefined =>
  node.type.name === 'clause_title' ? (node.attrs['other'] as Record<string, number>)[rank] : undefined

/** Makes clauses of headings and what follows them, the highest of them on the level of the clause where they come in. */
export function withClauses({ content, openStart, openEnd }: Slice, level: number): Slice {
  const nodes = content.content
  const ranks = nodes.map(rankOf)
  const first = ranks.findIndex((number) => number !== undefined)
  if (first < 0) return new Slice(content, openStart, openEnd)
  const highest = Math.min(...ranks.filter((number) => number !== undefined))
  const clauses: { readonly level: number; readonly content: Node[] }[] = []
  nodes.slice(first).forEach((node, i) => {
    const own = ranks[first + i]
    if (own === undefined) clauses.at(-1)!.content.push(node)
    else clauses.push({ level: level + own - highest, content: [node.type.create(null, node.content)] })
  })
  const made = clauses.map((clause) => schema.nodes['clause']!.create({ level: clause.level }, clause.content))
  return new Slice(Fragment.from([...nodes.slice(0, first), ...made]), first > 0 ? openStart : 0, openEnd + 1)
}

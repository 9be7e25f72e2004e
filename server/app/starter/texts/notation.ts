/**
 * Texts as we write them down for the starter world: a heading a clause, a line a paragraph.
 *
 *     == Title {KIND, STATUS, who, deleted}      level by the number of signs; what is left out is CLAUSE, DRAFT and nobody in particular
 *     NOTE: words                                also EXAMPLE: and REQUIREMENT:
 *     - item, 1. item, a. item                   two blanks a level
 *     @who words                                 a paragraph in another hand
 *     *em* **strong** |code| [words](https://...) [words](#Title of a clause)
 */
import { paragraph, type RawElement, type RawSpan } from '#schema/document/index.js'
import { blockKinds, clauseKinds, clauseStatuses, type ListStyle } from '#schema/vocabulary/documents.js'

export interface WrittenClause {
  readonly level: number
  readonly title: string
  readonly kind: string
  readonly status: string
  /** In whose hand; empty when it does not matter. */
  readonly by: string
  readonly isDeleted: boolean
  readonly blocks: readonly WrittenBlock[]
}

export interface WrittenBlock {
  readonly by: string
  readonly words: string
  readonly attrs: Readonly<Record<string, unknown>>
}

/** Reads the notation. Throws on a heading that it does not understand: our own texts are right or the build is wrong. */
export function readNotation(source: string): WrittenClause[] {
  const clauses: (WrittenClause & { blocks: WrittenBlock[] })[] = []
  for (const line of source.split('\n').filter((one) => one.trim() !== '')) {
    const heading = /^(=+) (.+?)(?: \{(.+)\})?$/.exec(line)
    if (heading) {
      const said = new Set(heading[3]?.split(', ') ?? [])
      const take = (list: readonly string[], instead: string) => {
        const found = list.find((one) => said.has(one))
        if (found) said.delete(found)
        return found ?? instead
      }
      const [kind, status] = [take(clauseKinds, 'CLAUSE'), take(clauseStatuses, 'DRAFT')]
      const isDeleted = said.delete('deleted')
      const [by = '', ...tooMuch] = said
      if (tooMuch.length > 0) throw new Error(`Not understood in the heading “${line}”: ${tooMuch.join(', ')}`)
      clauses.push({ level: heading[1]!.length, title: heading[2]!, kind, status, by, isDeleted, blocks: [] })
      continue
    }
    const clause = clauses.at(-1)
    if (!clause) throw new Error(`Words before the first heading: “${line}”`)
    clause.blocks.push(readBlock(line, clause.by))
  }
  return clauses
}

function readBlock(line: string, by: string): WrittenBlock {
  const [, who = by, words = line] = /^@(\w+) (.*)$/.exec(line) ?? []
  const [, kind, noted] = new RegExp(`^(${blockKinds.join('|')}): (.*)$`).exec(words) ?? []
  if (kind) return { by: who, words: noted!, attrs: { kind } }
  const [, blanks, sign, item] = /^( *)(-|\d+\.|[a-z]\.) (.*)$/.exec(words) ?? []
  if (sign === undefined) return { by: who, words, attrs: {} }
  const list: ListStyle = sign === '-' ? 'BULLET' : /^\d/.test(sign) ? 'NUMBER' : 'LETTER'
  const indent = blanks!.length / 2
  return { by: who, words: item!, attrs: { list, ...(indent > 0 && { indent }) } }
}

const inline = /\*\*(.+?)\*\*|\*(.+?)\*|\|(.+?)\||\[([^\]]+)\]\(([^)]+)\)/g

/** The words of a paragraph with their marks. `idOf` finds the clause with a title; a link to a title that nobody has is a mistake of ours. */
export function spansOf(words: string, idOf: (title: string) => string | undefined = () => undefined): RawSpan[] {
  const spans: RawSpan[] = []
  const add = (insert: string | undefined, marks: RawSpan['marks'] = {}) => {
    if (insert) spans.push({ insert, marks })
  }
  let at = 0
  for (const found of words.matchAll(inline)) {
    add(words.slice(at, found.index))
    at = found.index + found[0].length
    const [, strong, em, code, linked, address] = found
    add(strong, { strong: {} })
    add(em, { em: {} })
    add(code, { code: {} })
    if (linked) add(linked, { link: { href: hrefOf(address!, idOf) } })
  }
  add(words.slice(at))
  return spans
}

function hrefOf(address: string, idOf: (title: string) => string | undefined): string {
  if (!address.startsWith('#')) return address
  const id = idOf(address.slice(1))
  if (!id) throw new Error(`No clause is called “${address.slice(1)}”`)
  return `#${id}`
}

/** A paragraph as it is stored. */
export const blockOf = ({ words, attrs }: WrittenBlock, idOf: (title: string) => string | undefined): RawElement =>
  paragraph(spansOf(words, idOf), attrs)

/**
 * Texts as we write them down for the starter world: a heading a clause, a line a paragraph.
 *
 *     == Title {KIND, STATUS, who, deleted}      level by the number of signs; what is left out is CLAUSE, DRAFT and nobody in particular
 *     NOTE: words                                and every other kind of paragraph: EXAMPLE:, TERM:, WARNING: ...
 *     CALLOUT 0.56 Wh: words                     a key figure, and what it is
 *     TABLE name: caption                        with its rows below, |= before one of the head: |= a | b |, | c | d |; and KEY: and NOTE: lines below them
 *     EQUATION name: LaTeX                       numbered
 *     - item, 1. item, a. item                   two blanks a level
 *     @who words                                 a paragraph in another hand
 *     *em* **strong** |code| [words](https://...) [words](#Title of a clause)
 *     $LaTeX$ ^[words of a footnote] [@slug ISO 1] [@slug b-ISO 1], or [@- RFC 1] for a work that is not in the register,
 *     and {#name of a table or equation} {#Title of a clause}
 */
import type { RawElement } from '#schema/document/index.js'
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
  /** Of an equation or table: by what it is referred to. */
  readonly name?: string
  /** LaTeX of an equation. */
  readonly tex?: string
  /** Rows of a table; what stands below it. */
  readonly rows?: readonly { readonly isHead: boolean; readonly cells: readonly string[] }[]
  readonly below?: readonly WrittenBlock[]
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
    readInto(clause.blocks, readBlock(line, clause.by), line)
  }
  return clauses
}

type Row = NonNullable<WrittenBlock['rows']>[number]

/** Rows, keys and notes right below a table are part of it. */
function readInto(blocks: WrittenBlock[], block: WrittenBlock, line: string): void {
  const table = blocks.at(-1)
  const row = /^\|(=?) (.*) \|$/.exec(line)
  if (row && table?.rows) {
    const cells = row[2]!.split(' | ').map((cell) => cell.trim())
    ;(table.rows as Row[]).push({ isHead: row[1] === '=', cells })
  } else if (table?.rows && (block.attrs['kind'] === 'KEY' || block.attrs['kind'] === 'NOTE'))
    (table.below as WrittenBlock[]).push(block)
  else blocks.push(block)
}

function readBlock(line: string, by: string): WrittenBlock {
  const [, who = by, words = line] = /^@(\w+) (.*)$/.exec(line) ?? []
  const [, kind, noted] = new RegExp(`^(${blockKinds.join('|')}): (.*)$`).exec(words) ?? []
  if (kind) return { by: who, words: noted!, attrs: { kind } }
  const [, keyFigure, said] = /^CALLOUT (.+?): (.*)$/.exec(words) ?? []
  if (keyFigure) return { by: who, words: said!, attrs: { kind: 'CALLOUT', keyFigure } }
  const [, thing, name, rest] = /^(TABLE|EQUATION) ([\w-]+): (.*)$/.exec(words) ?? []
  if (thing === 'EQUATION') return { by: who, words: '', attrs: {}, name: name!, tex: rest! }
  if (thing === 'TABLE') return { by: who, words: rest!, attrs: {}, name: name!, rows: [], below: [] }
  const [, blanks, sign, item] = /^( *)(-|\d+\.|[a-z]\.) (.*)$/.exec(words) ?? []
  if (sign === undefined) return { by: who, words, attrs: {} }
  const list: ListStyle = sign === '-' ? 'BULLET' : /^\d/.test(sign) ? 'NUMBER' : 'LETTER'
  const indent = blanks!.length / 2
  return { by: who, words: item!, attrs: { list, ...(indent > 0 && { indent }) } }
}

/** What a text that is being written knows of itself. */
export interface Places {
  /** The clause with a title. */
  idOf(title: string): string | undefined
  /** Whether a table or equation has this name, and which of the two it is. */
  thing(name: string): 'FRAME' | 'EQUATION' | undefined
}
const nowhere: Places = { idOf: () => undefined, thing: () => undefined }

const inline =
  /\*\*(.+?)\*\*|\*(.+?)\*|\|(.+?)\||\[([^\]@][^\]]*)\]\(([^)]+)\)|\$([^$]+)\$|\^\[([^\]]+)\]|\[@([a-z0-9-]+) (b-)?([^\]]+)\]|\{#([^}]+)\}/g

const element = (name: string, attrs: RawElement['attrs']): RawElement => ({ name, attrs, content: [] })

/** The words of a paragraph with their marks, and the things that stand among them. What points to something that is not there is a mistake of ours. */
export function contentOf(words: string, places: Places = nowhere): RawElement['content'] {
  const content: (RawElement | { spans: { insert: string; marks: Record<string, object> }[]; attrs: object })[] = []
  const add = (insert: string | undefined, marks: Record<string, object> = {}) => {
    if (!insert) return
    const last = content.at(-1)
    if (last && 'spans' in last) last.spans.push({ insert, marks })
    else content.push({ spans: [{ insert, marks }], attrs: {} })
  }
  let at = 0
  for (const found of words.matchAll(inline)) {
    add(words.slice(at, found.index))
    at = found.index + found[0].length
    const [, strong, em, code, linked, address, tex, note, slug, isAside, key, target] = found
    add(strong, { strong: {} })
    add(em, { em: {} })
    add(code, { code: {} })
    if (linked) add(linked, { link: { href: hrefOf(address!, places) } })
    if (tex) content.push(element('math', { tex }))
    if (note) content.push(element('footnote', { note }))
    if (key) {
      const use = isAside ? { use: 'BIBLIOGRAPHY' } : {}
      content.push(element('citation', { key, ...(slug !== '-' && { item: slug }), ...use }))
    }
    if (target) content.push(element('reference', referenceTo(target, places)))
  }
  add(words.slice(at))
  return content.length > 0 ? (content as RawElement['content']) : [{ spans: [], attrs: {} }]
}

function referenceTo(target: string, { idOf, thing }: Places): RawElement['attrs'] {
  const sort = thing(target)
  if (sort) return { to: target, target: sort }
  const id = idOf(target)
  if (!id) throw new Error(`Nothing is called “${target}”`)
  return { to: id }
}

function hrefOf(address: string, { idOf }: Places): string {
  if (!address.startsWith('#')) return address
  const id = idOf(address.slice(1))
  if (!id) throw new Error(`No clause is called “${address.slice(1)}”`)
  return `#${id}`
}

/** A block as it is stored. */
export function blockOf({ words, attrs, name = '', tex, rows, below = [] }: WrittenBlock, places: Places): RawElement {
  const written = (said: string, kind: RawElement['attrs'] = {}): RawElement => ({
    name: 'para',
    attrs: kind,
    content: contentOf(said, places),
  })
  if (tex !== undefined) return element('equation', { tex, anchor: name })
  if (!rows) return written(words, attrs)
  const cells = ({ isHead, cells: row }: Row): RawElement => ({
    name: 'table_row',
    attrs: {},
    content: row.map((cell) => ({ name: 'table_cell', attrs: isHead ? { head: true } : {}, content: [written(cell)] })),
  })
  return {
    name: 'frame',
    attrs: { anchor: name },
    content: [
      written(words, { kind: 'CAPTION' }),
      { name: 'table', attrs: {}, content: rows.map(cells) },
      ...below.map((one) => written(one.words, one.attrs)),
    ],
  }
}

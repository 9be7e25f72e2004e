/** Text written as Markdown, as blocks of the document schema. Only what these texts have: no markup passes through. A rule. */
import { Slice, Fragment, type Mark, type Node } from 'prosemirror-model'
import { safeHref, schema } from '#schema/document/index.js'
import { deepestListLevel, type ListStyle } from '#schema/vocabulary/documents.js'
import { DroppedList, type Dropped } from './dropped.js'

const { nodes, marks } = schema
const para = (content: readonly Node[], attrs: Readonly<Record<string, unknown>> = {}): Node =>
  nodes['para']!.create(attrs, content)

interface Span {
  readonly pattern: RegExp
  make(found: RegExpExecArray, marked: readonly Mark[]): Node[]
}

const text = (words: string, marked: readonly Mark[]): Node[] => (words === '' ? [] : [schema.text(words, marked)])
const withMark = (name: string, words: string, marked: readonly Mark[], attrs = {}): Node[] =>
  inline(words, marks[name]!.create(attrs).addToSet(marked))

const spans: readonly Span[] = [
  { pattern: /\\([\\`*_[\]()#+.!|$>-])/, make: ([, sign], marked) => text(sign!, marked) },
  {
    pattern: /(`+)(.+?)\1(?!`)/,
    make: ([, , code], marked) => text(code!.trim(), marks['code']!.create().addToSet(marked)),
  },
  { pattern: /\$(?! )([^$\n]+?)(?<! )\$(?!\d)/, make: ([, tex]) => [nodes['math']!.create({ tex })] },
  { pattern: /!\[([^\]]*)\]\([^)]*\)/, make: ([, alt], marked) => text(alt!, marked) },
  {
    pattern: /\[([^\]]+)\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/,
    make: ([, words, address], marked) => {
      const href = safeHref(address)
      return href === null ? inline(words!, marked) : withMark('link', words!, marked, { href })
    },
  },
  { pattern: /\*\*(?=\S)(.+?\S?)\*\*/, make: ([, words], marked) => withMark('strong', words!, marked) },
  { pattern: /(?<!\w)__(?=\S)(.+?)__(?!\w)/, make: ([, words], marked) => withMark('strong', words!, marked) },
  { pattern: /\*(?=[^\s*])([^*]+?)\*/, make: ([, words], marked) => withMark('em', words!, marked) },
  { pattern: /(?<!\w)_(?=[^\s_])([^_]+?)_(?!\w)/, make: ([, words], marked) => withMark('em', words!, marked) },
]

/** A line longer than this is taken as it is. */
const longestLine = 20_000

/** Words with their marks. The sign that comes first counts. */
function inline(words: string, marked: readonly Mark[] = []): Node[] {
  if (words.length > longestLine) return text(words, marked)
  let first: { readonly found: RegExpExecArray; readonly span: Span } | null = null
  for (const span of spans) {
    const found = span.pattern.exec(words)
    if (found && (!first || found.index < first.found.index)) first = { found, span }
  }
  if (!first) return text(words, marked)
  const { found, span } = first
  const [before, after] = [words.slice(0, found.index), words.slice(found.index + found[0].length)]
  return [...text(before, marked), ...span.make(found, marked), ...inline(after, marked)]
}

const heading = /^ {0,3}(#{1,6})\s+(.+?)\s*#*$/
const item = /^(\s*)([-*+•]|\d{1,3}[.)]|[a-z][.)])\s+(.+)$/
const fence = /^ {0,3}(```+|~~~+)/
const tableRow = /^\s*\|?.*\|.*$/
const tableRule = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/
const rule = /^ {0,3}([-*_])(\s*\1){2,}\s*$/

/** Whether text looks as if its writer meant it as Markdown. */
export function looksLikeMarkdown(written: string): boolean {
  const lines = written.split(/\r?\n/)
  const signs = lines.filter((line) => heading.test(line) || item.test(line) || /^>\s/.test(line)).length
  const isSure =
    lines.some((line) => fence.test(line)) ||
    lines.some((line, i) => i > 0 && line.includes('|') && tableRule.test(line) && tableRow.test(lines[i - 1]!))
  return isSure || signs >= 2 || /\*\*\S[^*\n]*\S\*\*|\[[^\]\n]+\]\(https?:/.test(written)
}

const styleOf = (sign: string): ListStyle => (/^\d/.test(sign) ? 'NUMBER' : /^[a-z]/.test(sign) ? 'LETTER' : 'BULLET')
const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())

function tableOf(lines: readonly string[]): Node {
  const rows = lines.filter((_, i) => i !== 1).map(cellsOf)
  const width = Math.max(...rows.map((row) => row.length))
  const made = rows.map((row, i) =>
    nodes['table_row']!.create(
      null,
      Array.from({ length: width }, (_, col) =>
        nodes['table_cell']!.create({ head: i === 0 }, para(inline(row[col] ?? ''))),
      ),
    ),
  )
  return nodes['frame']!.create({ kind: 'TABLE' }, [para([], { kind: 'CAPTION' }), nodes['table']!.create(null, made)])
}

export interface FromMarkdown {
  readonly blocks: readonly Node[]
  readonly dropped: readonly Dropped[]
}

/** The blocks of a text. Headings become bold paragraphs, as they do in all that is pasted into a clause. */
export function blocksOfMarkdown(written: string): FromMarkdown {
  const dropped = new DroppedList()
  const blocks: Node[] = []
  const lines = written.replaceAll('\r\n', '\n').split('\n')
  dropped.add('PICTURE', [...written.matchAll(/!\[[^\]]*\]\(/g)].length)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const [title, entry, opening] = [heading.exec(line), item.exec(line), fence.exec(line)]
    const until = (isEnd: (next: string) => boolean): string[] => {
      const start = i + 1
      let end = start
      while (end < lines.length && !isEnd(lines[end]!)) end++
      i = end
      return lines.slice(start, end)
    }
    if (line.trim() === '' || rule.test(line)) continue
    if (opening) {
      const code = until((next) => next.trim().startsWith(opening[1]!)).join('\n')
      blocks.push(para(code === '' ? [] : [schema.text(code)], { kind: 'CODE' }))
    } else if (line.trim() === '$$') {
      blocks.push(
        nodes['equation']!.create({
          tex: until((next) => next.trim() === '$$')
            .join('\n')
            .trim(),
        }),
      )
    } else if (title) {
      dropped.add('HEADING')
      blocks.push(para(inline(title[2]!, [marks['strong']!.create()])))
    } else if (line.includes('|') && tableRule.test(lines[i + 1] ?? '')) {
      const rows = [line, ...until((next) => next.trim() === '' || !tableRow.test(next))]
      i--
      blocks.push(tableOf(rows))
    } else if (entry) {
      const [, blank, sign, words] = entry as unknown as [string, string, string, string]
      const depth = Math.floor(blank.replaceAll('\t', '    ').length / 2)
      // Four blanks or two are one level, as the list before says.
      const before = blocks.at(-1)?.attrs
      const deepest =
        before && before['list'] !== 'NONE' && before['list'] !== undefined ? Number(before['indent']) + 1 : 0
      if (Math.min(depth, deepest) > deepestListLevel) dropped.add('LIST_LEVEL')
      blocks.push(para(inline(words), { list: styleOf(sign), indent: Math.min(depth, deepest, deepestListLevel) }))
    } else if (/^ {0,3}>/.test(line)) {
      const quoted = [line, ...until((next) => !/^ {0,3}>/.test(next))].map((one) => one.replace(/^ {0,3}> ?/, ''))
      i--
      blocks.push(...blocksOfMarkdown(quoted.join('\n')).blocks.map(asQuotation))
    } else {
      const isOther = (next: string) =>
        next.trim() === '' || heading.test(next) || item.test(next) || fence.test(next) || /^ {0,3}>/.test(next)
      const words = [line, ...until(isOther)].map((one) => one.trim()).join(' ')
      i--
      blocks.push(para(inline(words)))
    }
  }
  return { blocks, dropped: dropped.all }
}

const asQuotation = (block: Node): Node =>
  block.type.name === 'para' && block.attrs['kind'] === 'BODY' && block.attrs['list'] === 'NONE'
    ? block.type.create({ ...block.attrs, kind: 'QUOTATION' }, block.content)
    : block

/** Blocks as they are pasted: words at the edges join those around them, frames stay whole. */
export const sliceOf = (blocks: readonly Node[]): Slice => Slice.maxOpen(Fragment.from([...blocks]), false)

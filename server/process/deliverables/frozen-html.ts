/** A frozen text as one HTML file that needs nothing else, to be read where this program is not. Built element by element: no word of it is taken for HTML. */
import { safeHref } from '#schema/document/links.js'
import type { Words } from '#schema/words/index.js'
import type { FrozenClause, FrozenText } from './frozen-text.js'

interface Mark {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
}

interface Node {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly Node[]
  readonly text?: string
  readonly marks?: readonly Mark[]
}

interface MathTree {
  readonly type?: string
  readonly text?: string
  readonly attributes?: Readonly<Record<string, unknown>>
  readonly children?: readonly MathTree[]
}

/** What stands above the text: name and value. */
export type CoverFact = readonly [string, string]

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign]!)

const attr = ({ attrs }: Node, name: string): string => String(attrs?.[name] ?? '')
const told = ({ attrs }: Node) => (attrs?.['told'] ?? {}) as Readonly<Record<string, unknown>>

const simpleMarks: Readonly<Record<string, string>> = {
  strong: 'strong',
  em: 'em',
  code: 'code',
  sub: 'sub',
  sup: 'sup',
  ins: 'ins',
  del: 'del',
}

const mathName = /^[a-z]{1,20}$/i

/** A formula as MathML; attributes that carry addresses or style are left out. */
function math(tree: MathTree): string {
  if (tree.type === undefined) return escaped(tree.text ?? '')
  if (!mathName.test(tree.type)) return (tree.children ?? []).map(math).join('')
  const kept = Object.entries(tree.attributes ?? {}).filter(
    ([name]) => mathName.test(name) && !['style', 'href', 'src', 'class'].includes(name) && !name.startsWith('on'),
  )
  const attributes = kept.map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join('')
  return `<${tree.type}${attributes}>${(tree.children ?? []).map(math).join('')}</${tree.type}>`
}

const formula = (node: Node): string => {
  const tree = told(node)['math'] as MathTree | undefined
  return tree ? math(tree) : `<code>${escaped(attr(node, 'tex'))}</code>`
}

function marked(inner: string, { type, attrs }: Mark): string {
  if (type === 'link') {
    const href = safeHref(attrs?.['href'])
    return href === null ? inner : `<a href="${escaped(href)}">${inner}</a>`
  }
  const tag = simpleMarks[type]
  return tag ? `<${tag}>${inner}</${tag}>` : inner
}

/** Writes one text; footnotes are gathered as they come. */
class Writer {
  private notes: string[] = []

  constructor(private readonly words: Words) {}

  clause(clause: FrozenClause): string {
    const { words } = this
    const node = clause.content as Node
    const told = (node.attrs?.['told'] ?? {}) as { lead?: string; type?: string; isNone?: true }
    const isHead = clause.level === 1 && (clause.series === 'ANNEX' || clause.series === 'APPENDIX')
    const number = isHead ? words.dynamic(`reading.head.${clause.series}`, { number: clause.number }) : clause.number
    const level = Math.min(6, clause.level + 1)
    const heading = node.content?.find(({ type }) => type === 'clause_title')?.content ?? []
    const blocks = (node.content ?? []).filter(({ type }) => type !== 'clause_title')
    this.notes = []
    const body = this.blocks(blocks)
    const notes = this.notes.map((note) => `<li>${note}</li>`).join('')
    return `<section id="${escaped(clause.id)}"><h${level}>${escaped(number)} ${this.inline(heading)}</h${level}>
${told.lead ? `<p>${escaped(words.dynamic(`generated.lead.${told.lead}`, { type: told.type ?? 'REPORT' }))}</p>` : ''}${body}${
      told.isNone ? `<p>${escaped(words('generated.none'))}</p>` : ''
    }${notes && `<ul class="notes">${notes}</ul>`}</section>
`
  }

  private blocks(blocks: readonly Node[]): string {
    const counts = new Map<string, number>()
    const many = (kind: string) => blocks.filter((one) => attr(one, 'kind') === kind).length > 1
    const marks = new ListMarks()
    return blocks
      .map((block) => {
        const list = block.type === 'para' ? attr(block, 'list') || 'NONE' : 'NONE'
        if (list !== 'NONE') {
          const depth = Math.min(5, Math.max(0, Number(attr(block, 'indent')) || 0))
          return `<p class="item d${depth}">${marks.next(list, depth)} ${this.inline(block.content ?? [])}</p>`
        }
        marks.end()
        const kind = attr(block, 'kind')
        const n = (counts.get(kind) ?? 0) + 1
        counts.set(kind, n)
        return this.block(block, many(kind) ? n : 0)
      })
      .join('\n')
  }

  private block(block: Node, count: number): string {
    const inside = block.content ?? []
    switch (block.type) {
      case 'para':
        return this.paragraph(block, count)
      case 'frame':
        return `<figure>${inside.map((one) => this.inFrame(block, one)).join('')}</figure>`
      case 'table':
        return `<table>${inside.map((row) => this.row(row)).join('')}</table>`
      case 'image':
        return `<p class="picture">${escaped(attr(block, 'alt'))}</p>`
      case 'equation':
        return `<p class="equation">${formula(block)} <span>(${escaped(String(told(block)['number'] ?? ''))})</span></p>`
      default:
        return `<p>${escaped(attr(block, 'text'))}</p>`
    }
  }

  private paragraph(block: Node, count: number): string {
    const kind = attr(block, 'kind') || 'BODY'
    const words = this.inline(block.content ?? [])
    if (kind === 'CODE') return `<pre><code>${words}</code></pre>`
    const number = kind === 'REQUIREMENT' || kind === 'TERM' ? told(block)['number'] : undefined
    const said =
      kind === 'TERM'
        ? String(number ?? '')
        : this.words.dynamic(`reading.block.${kind}`, { number: (number ?? count) as number })
    const figure = attr(block, 'keyFigure')
    const label = [said && `<b>${escaped(said)}</b> `, figure && `<b>${escaped(figure)}</b> `].filter(Boolean).join('')
    return `<p${kind === 'BODY' ? '' : ` class="${kind.toLowerCase().replace(/[^a-z]/g, '-')}"`}>${label}${words}</p>`
  }

  private inFrame(frame: Node, one: Node): string {
    if (one.type !== 'para' || attr(one, 'kind') !== 'CAPTION') return this.block(one, 0)
    const { kind = 'TABLE', number = '' } = told(frame)
    const label = this.words.dynamic(`reading.to.${String(kind)}`, { number: String(number) })
    const gap = (one.content ?? []).length > 0 ? this.words('reading.captionGap') : ''
    return `<figcaption><b>${escaped(label)}</b>${escaped(gap)}${this.inline(one.content ?? [])}</figcaption>`
  }

  private row(row: Node): string {
    const cells = (row.content ?? []).map((cell) => {
      const tag = cell.attrs?.['head'] === true ? 'th' : 'td'
      const span = (name: string) => {
        const n = Math.min(100, Math.max(1, Number(cell.attrs?.[name]) || 1))
        return n > 1 ? ` ${name}="${n}"` : ''
      }
      return `<${tag}${span('colspan')}${span('rowspan')}>${this.blocks(cell.content ?? [])}</${tag}>`
    })
    return `<tr>${cells.join('')}</tr>`
  }

  private inline(nodes: readonly Node[]): string {
    return nodes.map((node) => (node.marks ?? []).reduceRight(marked, this.thing(node))).join('')
  }

  private thing(node: Node): string {
    switch (node.type) {
      case 'math':
        return formula(node)
      case 'line_break':
        return '<br>'
      case 'citation':
        return escaped(`[${attr(node, 'use') === 'BIBLIOGRAPHY' ? 'b-' : ''}${attr(node, 'key')}]`)
      case 'footnote': {
        const number = escaped(String(told(node)['number'] ?? ''))
        this.notes.push(`<sup>${number}</sup> ${escaped(attr(node, 'note'))}`)
        return `<sup>${number}</sup>`
      }
      case 'reference': {
        const { kind, number = '', clause } = told(node)
        if (clause === undefined) return escaped(this.words('reading.brokenReference'))
        const name = this.words.dynamic(`reading.to.${String(kind ?? 'BODY')}`, { number: String(number) })
        return `<a href="#${escaped(String(clause))}">${escaped(name)}</a>`
      }
      default:
        return escaped(node.text ?? attr(node, 'text'))
    }
  }
}

/** Signs and numbers of list items: a new list begins with a new style, after anything that is no item, and below each item. */
class ListMarks {
  private readonly levels: { style: string; count: number }[] = []

  next(style: string, depth: number): string {
    this.levels.length = Math.min(this.levels.length, depth + 1)
    const here = this.levels[depth]
    const count = here?.style === style ? here.count + 1 : 1
    for (let at = this.levels.length; at < depth; at += 1) this.levels[at] = { style, count: 0 }
    this.levels[depth] = { style, count }
    if (style === 'NUMBER') return `${count})`
    return style === 'LETTER' ? `${String.fromCharCode(96 + ((count - 1) % 26) + 1)})` : '–'
  }

  end(): void {
    this.levels.length = 0
  }
}

const style = `body{font:1rem/1.5 serif;max-width:44rem;margin:2rem auto;padding:0 1rem}h1,h2,h3,h4,h5,h6,dl{font-family:sans-serif}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{font-weight:600}dd{margin:0}table{border-collapse:collapse}
td,th{border:1px solid #888;padding:.25rem .5rem;vertical-align:top}.item{margin:.25rem 0 .25rem 1rem}.d1{margin-inline-start:2.5rem}.d2{margin-inline-start:4rem}
.d3,.d4,.d5{margin-inline-start:5.5rem}.notes{list-style:none;font-size:.9rem}.equation{display:flex;justify-content:space-between}pre{overflow-x:auto}`

/** The whole file. */
export function frozenHtml(text: FrozenText, cover: readonly CoverFact[], words: Words): string {
  const writer = new Writer(words)
  const facts = cover.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('\n')
  return `<!doctype html>
<html lang="${escaped(words.locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(text.title)}</title>
<style>${style}</style></head>
<body>
<h1>${escaped(text.title)}</h1>
<dl>${facts}</dl>
${text.clauses.map((clause) => writer.clause(clause)).join('')}</body>
</html>
`
}

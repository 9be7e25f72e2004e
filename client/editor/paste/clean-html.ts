/**
 * HTML from Word, Google Docs, Excel and the web as the few elements that the document schema reads. It is parsed into a document of its own, in which nothing
 * is loaded and no script runs, and what comes out is read once more by the schema, which knows no other elements.
 *
 * A heading in what is pasted becomes a clause only where whole clauses are pasted (`headings: 'CLAUSES'`): between clauses nobody's words are cut apart.
 * Within a clause it becomes a bold paragraph: to make clauses there would move what follows the caret below the last of them, which nobody asked for.
 */
import { safeHref } from '#schema/document/links.js'
import { deepestListLevel, type ListStyle } from '#schema/vocabulary/documents.js'
import { DroppedList, type Dropped } from './dropped.js'

export interface CleanOptions {
  readonly headings: 'CLAUSES' | 'PARAGRAPHS'
}

export interface Cleaned {
  readonly html: string
  readonly dropped: readonly Dropped[]
}

const unwanted: Readonly<Record<string, Parameters<DroppedList['add']>[0]>> = {
  SCRIPT: 'SCRIPT',
  NOSCRIPT: 'SCRIPT',
  TEMPLATE: 'SCRIPT',
  STYLE: 'STYLE',
  LINK: 'STYLE',
  IFRAME: 'EMBEDDED',
  OBJECT: 'EMBEDDED',
  EMBED: 'EMBEDDED',
  VIDEO: 'EMBEDDED',
  AUDIO: 'EMBEDDED',
  CANVAS: 'EMBEDDED',
  SVG: 'PICTURE',
  IMG: 'PICTURE',
  PICTURE: 'PICTURE',
  INPUT: 'FIELD',
  SELECT: 'FIELD',
  TEXTAREA: 'FIELD',
  BUTTON: 'FIELD',
}
/** Of no use, and of no interest to who pastes. */
const silent = new Set(['META', 'TITLE', 'BASE', 'HEAD', 'COL', 'COLGROUP', 'O:P', 'XML', 'W:SDT'])
const inlineTags: Readonly<Record<string, string>> = {
  B: 'strong',
  STRONG: 'strong',
  I: 'em',
  EM: 'em',
  SUB: 'sub',
  SUP: 'sup',
  CODE: 'code',
  KBD: 'code',
  SAMP: 'code',
  TT: 'code',
}
const isHeading = ({ tagName }: Element): boolean => /^H[1-6]$/.test(tagName)
const blockTags = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN
  NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/),
)
const isBlock = (node: Node): node is HTMLElement => node instanceof HTMLElement && blockTags.has(node.tagName)
const hasBlocks = (element: Element): boolean =>
  [...element.children].some((child) => isBlock(child) || hasBlocks(child))

/** Spaces that do not show; those of `pre` are kept. */
const isBlank = (text: string | null): boolean => /^[\s\u200b]*$/.test((text ?? '').replaceAll('\u00a0', 'x'))

const mostColumns = 100

/** How many columns the cells of a row take; one that says what cannot be takes one. */
const columnsOf = (cells: HTMLCollectionOf<HTMLTableCellElement>): number =>
  [...cells].reduce((sum, cell) => {
    const wanted = Number(cell.getAttribute('colspan') ?? 1)
    return sum + (Number.isInteger(wanted) && wanted >= 1 && wanted <= mostColumns ? wanted : 1)
  }, 0)

class Cleaner {
  readonly dropped = new DroppedList()
  private readonly out: Document
  /** Level of the first heading, which becomes the highest clause. */
  private top = 0

  constructor(
    private readonly options: CleanOptions,
    parser: DOMParser,
  ) {
    this.out = parser.parseFromString('', 'text/html')
  }

  private make(tag: string, attributes: Record<string, string> = {}, ...children: Node[]): HTMLElement {
    const element = this.out.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    element.append(...children)
    return element
  }

  clean(source: Document): string {
    const body = this.out.body
    const blocks = this.blocks(source.body, {})
    if (this.options.headings === 'PARAGRAPHS') body.append(...blocks)
    else body.append(...this.clauses(blocks))
    return body.innerHTML
  }

  /** Headings with what follows them, as clauses. What stands before the first one becomes a clause without a title. */
  private clauses(blocks: readonly HTMLElement[]): HTMLElement[] {
    const sections: HTMLElement[] = []
    const begin = (level: number, title: readonly Node[]) => {
      const attributes = {
        'data-clause': '',
        'data-level': String(level),
        'data-kind': 'CLAUSE',
        'data-status': 'DRAFT',
      }
      sections.push(this.make('section', attributes, this.make('h2', {}, ...title)))
    }
    for (const block of blocks) {
      const level = Number(block.dataset['heading'] ?? 0)
      if (level === 0) {
        if (sections.length === 0) begin(1, [])
        sections.at(-1)!.append(block)
        continue
      }
      this.top ||= level
      begin(Math.max(1, level - this.top + 1), [...block.childNodes])
    }
    // Whole clauses, open at neither end.
    sections[0]?.setAttribute('data-pm-slice', '0 0 []')
    return sections
  }

  /** The blocks of an element, in order; a row of inline content between them is a paragraph. */
  private blocks(parent: Element, attributes: Record<string, string>): HTMLElement[] {
    const found: HTMLElement[] = []
    let row: Node[] = []
    const end = () => {
      if (row.some((node) => node instanceof Element || !isBlank(node.textContent)))
        found.push(this.make('p', attributes, ...row))
      row = []
    }
    for (const node of parent.childNodes) {
      const isWrapper = node instanceof HTMLElement && !isBlock(node) && hasBlocks(node) && !this.isUnwanted(node)
      if (isWrapper) {
        end()
        found.push(...this.blocks(node, attributes))
      } else if (isBlock(node)) {
        end()
        found.push(...this.block(node, attributes))
      } else row.push(...this.inline(node))
    }
    end()
    return found
  }

  private block(element: HTMLElement, attributes: Record<string, string>): HTMLElement[] {
    const { tagName } = element
    if (isHidden(element)) return []
    if (tagName === 'UL' || tagName === 'OL') return this.list(element, 0)
    if (tagName === 'TABLE') return this.table(element as HTMLTableElement)
    if (tagName === 'HR') return []
    if (tagName === 'PRE') {
      this.countUnwanted(element)
      return [this.make('pre', {}, this.out.createTextNode(element.textContent ?? ''))]
    }
    const item = wordItem(element)
    if (item) return this.wordItem(element, item)
    if (isHeading(element) && !hasBlocks(element)) return this.heading(element, Number(tagName[1]))
    if (/^MsoHeading(\d)/.test(element.className))
      return this.heading(element, Number(/\d/.exec(element.className)![0]))
    if (tagName === 'BLOCKQUOTE') return this.blocks(element, { 'data-kind': 'QUOTATION' })
    if (tagName === 'FIGCAPTION') return this.blocks(element, { 'data-kind': 'CAPTION' })
    return this.blocks(element, attributes)
  }

  private heading(element: HTMLElement, level: number): HTMLElement[] {
    const content = [...element.childNodes].flatMap((node) => this.inline(node))
    if (content.every((node) => isBlank(node.textContent))) return []
    if (this.options.headings === 'CLAUSES') {
      // A number that was typed would stand beside the one that is computed.
      const first = content.find((node) => !isBlank(node.textContent))
      if (first?.nodeType === Node.TEXT_NODE) first.textContent = withoutNumber(first.textContent ?? '')
      return [this.make('p', { 'data-heading': String(level) }, ...content)]
    }
    this.dropped.add('HEADING')
    return [this.make('p', {}, this.make('strong', {}, ...content))]
  }

  /** A list and those in it as items with a depth; deeper than the third level they stand on the third. */
  private list(list: HTMLElement, depth: number): HTMLElement[] {
    const style = listStyle(list)
    return [...list.children].flatMap((child) => {
      // Google Docs puts a list of the next level beside the items.
      if (child.tagName === 'UL' || child.tagName === 'OL') return this.list(child as HTMLElement, depth + 1)
      if (!(child instanceof HTMLElement) || this.isUnwanted(child)) return []
      const found: HTMLElement[] = []
      let row: Node[] = []
      const end = () => {
        if (row.some((node) => !isBlank(node.textContent))) found.push(...this.item(style, depth, row))
        row = []
      }
      for (const node of child.childNodes) {
        if (node instanceof HTMLElement && (node.tagName === 'UL' || node.tagName === 'OL')) {
          end()
          found.push(...this.list(node, depth + 1))
        } else if (node instanceof HTMLElement && node.tagName === 'TABLE') {
          end()
          found.push(...this.block(node, {}))
        } else if (isBlock(node)) {
          end()
          row = [...node.childNodes].flatMap((one) => this.inline(one))
          end()
        } else row.push(...this.inline(node))
      }
      end()
      return found
    })
  }

  private item(style: ListStyle, depth: number, content: readonly Node[]): HTMLElement[] {
    if (depth > deepestListLevel) this.dropped.add('LIST_LEVEL')
    const indent = String(Math.min(deepestListLevel, depth))
    return [this.make('p', { 'data-list': style, 'data-indent': indent }, ...content)]
  }

  private wordItem(element: HTMLElement, { depth, style }: WordItem): HTMLElement[] {
    const content = [...element.childNodes].flatMap((node) => this.inline(node))
    return this.item(style, depth, content)
  }

  /** A frame with the table; a caption goes before it, a table within a cell becomes its words. */
  private table(table: HTMLTableElement): HTMLElement[] {
    const widest = Math.max(1, ...[...table.rows].map(({ cells }) => columnsOf(cells)))
    const rows = [...table.rows].map((row) => {
      const isHeadRow = row.parentElement?.tagName === 'THEAD'
      const cells = [...row.cells].map((cell) => {
        const isHead = isHeadRow || cell.tagName === 'TH'
        const attributes: Record<string, string> = {}
        for (const [name, room] of [
          // One that cannot be goes as far as the other rows do.
          ['colspan', Number(cell.getAttribute('colspan')) > mostColumns ? widest : mostColumns],
          ['rowspan', table.rows.length - row.rowIndex],
        ] as const) {
          const wanted = Number(cell.getAttribute(name) ?? 1)
          const span = Number.isFinite(wanted) ? Math.min(room, Math.max(1, Math.floor(wanted))) : 1
          if (span !== wanted) this.dropped.add('SPAN')
          if (span > 1) attributes[name] = String(span)
        }
        return this.make(isHead ? 'th' : 'td', attributes, ...this.cell(cell))
      })
      return this.make('tr', {}, ...cells)
    })
    const full = rows.filter((row) => row.childElementCount > 0)
    if (full.length === 0) return []
    const caption = table.caption ? [...table.caption.childNodes].flatMap((node) => this.inline(node)) : []
    return [
      this.make(
        'figure',
        { 'data-kind': 'TABLE' },
        this.make('p', { 'data-kind': 'CAPTION' }, ...caption),
        this.make('table', {}, this.make('tbody', {}, ...full)),
      ),
    ]
  }

  private cell(cell: HTMLElement): HTMLElement[] {
    const blocks = this.blocks(cell, {}).flatMap((block) => {
      if (block.tagName !== 'FIGURE') return [block]
      this.dropped.add('NESTED_TABLE')
      return [...block.querySelectorAll('p, pre')].filter((one) => !isBlank(one.textContent)) as HTMLElement[]
    })
    return blocks.length > 0 ? blocks : [this.make('p')]
  }

  private isUnwanted(element: Element): boolean {
    const tag = element.tagName.toUpperCase()
    return tag in unwanted || silent.has(tag)
  }

  private countUnwanted(element: Element): void {
    for (const one of element.querySelectorAll('*')) if (this.isUnwanted(one)) this.drop(one)
  }

  private drop(element: Element): void {
    const sort = unwanted[element.tagName.toUpperCase()]
    if (sort) this.dropped.add(sort)
  }

  /** Inline content with the marks that the schema knows; everything else gives up its words. */
  private inline(node: Node): Node[] {
    if (node.nodeType === Node.COMMENT_NODE) {
      // Word writes its own remarks as comments; they are nobody's words.
      if (!/^\[if|^\[endif|StartFragment|EndFragment/i.test(node.textContent?.trim() ?? '')) this.dropped.add('COMMENT')
      return []
    }
    if (node.nodeType === Node.TEXT_NODE)
      return [this.out.createTextNode((node.textContent ?? '').replaceAll(/[\n\r\t ]+/g, ' '))]
    if (!(node instanceof Element)) return []
    if (this.isUnwanted(node)) {
      this.drop(node)
      return []
    }
    if (isHidden(node)) return []
    if (node.tagName === 'BR') return [this.make('br')]
    const content = [...node.childNodes].flatMap((child) => this.inline(child))
    const wrap = (tag: string, attributes: Record<string, string> = {}) => {
      const all = content.splice(0)
      if (all.length > 0) content.push(this.make(tag, attributes, ...all))
    }
    const style = styleOf(node)
    const tag = inlineTags[node.tagName]
    // Google Docs puts everything into a <b> that is not bold.
    const isPlain = tag === 'strong' && /^(normal|[1-4]00)$/.test(style['font-weight'] ?? '')
    if (tag && !isPlain) wrap(tag)
    if (tag !== 'strong' && /^(bold|bolder|[6-9]00)$/.test(style['font-weight'] ?? '')) wrap('strong')
    if (tag !== 'em' && style['font-style'] === 'italic') wrap('em')
    if (tag !== 'sup' && style['vertical-align'] === 'super') wrap('sup')
    if (tag !== 'sub' && style['vertical-align'] === 'sub') wrap('sub')
    const href = node.getAttribute('href')
    if (node.tagName === 'A' && href) {
      // Word's own marks in its text lead nowhere.
      if (safeHref(href) !== null && !href.startsWith('#')) wrap('a', { href })
      else if (!href.startsWith('#')) this.dropped.add('LINK')
    }
    return content
  }
}

/** Styles as they are written; the document has no window in which they would be computed. */
function styleOf(element: Element): Readonly<Record<string, string>> {
  const written = element.getAttribute('style') ?? ''
  return Object.fromEntries(
    written.split(';').map((one) => {
      const [name = '', ...value] = one.split(':')
      return [name.trim().toLowerCase(), value.join(':').trim().toLowerCase()]
    }),
  )
}

const isHidden = (element: Element): boolean => {
  const style = styleOf(element)
  return style['display'] === 'none' || style['mso-hide'] === 'all' || style['mso-list'] === 'ignore'
}

const listStyle = (list: HTMLElement): ListStyle => {
  if (list.tagName === 'UL') return 'BULLET'
  const type = `${list.getAttribute('type') ?? ''} ${styleOf(list)['list-style-type'] ?? ''}`
  const first = styleOf(list.querySelector('li') ?? list)['list-style-type'] ?? ''
  return /^[aA]\b|alpha|latin/.test(`${type.trim()} ${first}`) ? 'LETTER' : 'NUMBER'
}

interface WordItem {
  readonly depth: number
  readonly style: ListStyle
}

/** What Word says of a list item: its level in the style, its sign in the text. Null where it is none. */
function wordItem(element: HTMLElement): WordItem | null {
  const list = styleOf(element)['mso-list']
  if (!list || list === 'ignore' || !/level\d|MsoListParagraph/.test(`${list} ${element.className}`)) return null
  const level = Number(/level(\d+)/.exec(list)?.[1] ?? 1)
  const sign = [...element.querySelectorAll('span')].find((span) => styleOf(span)['mso-list'] === 'ignore')
  const written = (sign?.textContent ?? '').trim()
  const style = /^\(?\d+/.test(written)
    ? 'NUMBER'
    : /^\(?[a-z]{1,2}[.)]/i.test(written) && written !== 'o'
      ? 'LETTER'
      : 'BULLET'
  return { depth: level - 1, style }
}

const withoutNumber = (title: string): string => title.replace(/^\s*(?:\d+(?:\.\d+)*\.?|[A-Z]\.\d+(?:\.\d+)*)\s+/, '')

/** HTML that came from this program is taken as it is: the schema has written it. */
export const isOurs = (html: string): boolean => /data-pm-slice=/.test(html)

/** Whether HTML begins with a heading and so brings clauses rather than words. */
export const beginsWithHeading = (html: string, parser = new DOMParser()): boolean => {
  const { body } = parser.parseFromString(html, 'text/html')
  const first = [...body.querySelectorAll('*')].find(
    (element) => (isHeading(element) || (isBlock(element) && !hasBlocks(element))) && !isBlank(element.textContent),
  )
  return first !== undefined && isHeading(first)
}

/** Cleans HTML from outside, and says what was left out. */
export function cleanHtml(html: string, options: CleanOptions, parser = new DOMParser()): Cleaned {
  const cleaner = new Cleaner(options, parser)
  const cleaned = cleaner.clean(parser.parseFromString(html, 'text/html'))
  return { html: cleaned, dropped: cleaner.dropped.all }
}

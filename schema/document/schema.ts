/**
 * The document schema: what an editor may show of a shared text. [CL-13, CL-14]
 *
 * - Content is `*` everywhere and every attribute has a default, so whatever merging leaves behind can be shown.
 * - What a block is, is an attribute: changing a node's type would replace the node, and take along what others are writing in it.
 * - Numbers are not in it. They are computed (numbering.ts).
 * - `unknown_block`, `unknown_inline` and the mark `unknown` stand for what a newer program wrote: kept, shown as text, written back as it was.
 * - `other` holds attributes that this schema does not know; `suggestions` holds one entry for each suggestion on the block or clause.
 *
 * A change to it only adds, raises `schemaVersion`, and has a step (versions.ts).
 */
import { Schema, type Attrs, type MarkSpec, type NodeSpec } from 'prosemirror-model'
import {
  blockKinds,
  clauseKinds,
  clauseStatuses,
  deepestListLevel,
  frameKinds,
  listStyles,
  referenceTargets,
} from '../vocabulary/documents.js'
import { safeHref } from './links.js'

/** Version of the document schema that this program writes. */
export const schemaVersion = 4

const nothing: Readonly<Record<string, unknown>> = Object.freeze({})
/** Attributes of every block and clause besides its own. */
const carried = { suggestions: { default: nothing }, other: { default: nothing } }

type Element = { getAttribute(name: string): string | null }
/** What reads attributes of HTML: the server's side knows no DOM, and needs to know of an element only this. */
const read =
  <T>(attributesOf: (element: Element) => T) =>
  (element: unknown): T =>
    attributesOf(element as Element)
/** A value of a closed list that HTML from outside names; undefined leaves the default. */
const listed = (element: Element, name: string, values: readonly string[]) => {
  const value = element.getAttribute(name)
  return value !== null && values.includes(value) ? value : undefined
}
const present = (attrs: Attrs): Attrs =>
  Object.fromEntries(Object.entries(attrs).filter(([, held]) => held !== undefined))

const clause: NodeSpec = {
  content: 'clause_title block*',
  attrs: {
    id: { default: '' },
    /** Derived from the tree, 1 at the top. Never stored. */
    level: { default: 1 },
    kind: { default: 'CLAUSE' },
    status: { default: 'DRAFT' },
    /** Id of the person who set the status; empty where nobody did, or nobody knows. */
    statusBy: { default: '' },
    /** Says of an annex that it holds no provisions. An appendix never does. */
    informative: { default: false },
    ...carried,
  },
  defining: true,
  parseDOM: [
    {
      tag: 'section[data-clause]',
      getAttrs: read((element) =>
        present({
          id: element.getAttribute('data-clause') ?? '',
          level: Math.max(1, Number.parseInt(element.getAttribute('data-level') ?? '', 10) || 1),
          kind: listed(element, 'data-kind', clauseKinds),
          status: listed(element, 'data-status', clauseStatuses),
        }),
      ),
    },
  ],
  toDOM: ({ attrs }) => [
    'section',
    {
      'data-clause': String(attrs['id']),
      'data-level': String(attrs['level']),
      'data-kind': String(attrs['kind']),
      'data-status': String(attrs['status']),
    },
    0,
  ],
}

const paragraph: NodeSpec = {
  group: 'block',
  content: 'inline*',
  attrs: {
    kind: { default: 'BODY' },
    list: { default: 'NONE' },
    /** Depth of a list item, 0 to 2; nothing where the paragraph is no item. */
    indent: { default: 0 },
    /** Lost by accident and brought back by the server; whose words, from which clause. */
    rescued: { default: false },
    rescuedBy: { default: null },
    rescuedFrom: { default: null },
    /** By which cross-references find it; nothing where none does. */
    anchor: { default: '' },
    /** What a call-out shows large: "4.5 TWh". */
    keyFigure: { default: '' },
    /** Of a record in minutes: its id for good; what came of it, as a word of its closed list; who or what it is about; by when. */
    record: { default: '' },
    outcome: { default: '' },
    holder: { default: '' },
    due: { default: '' },
    ...carried,
  },
  parseDOM: [
    {
      tag: 'p',
      getAttrs: read((element) =>
        present({
          kind: listed(element, 'data-kind', blockKinds),
          list: listed(element, 'data-list', listStyles),
          indent: Math.min(
            deepestListLevel,
            Math.max(0, Number.parseInt(element.getAttribute('data-indent') ?? '', 10) || 0),
          ),
          keyFigure: element.getAttribute('data-key-figure') ?? undefined,
          record: element.getAttribute('data-record') ?? undefined,
          outcome: element.getAttribute('data-outcome') ?? undefined,
          holder: element.getAttribute('data-holder') ?? undefined,
          due: element.getAttribute('data-due') ?? undefined,
        }),
      ),
    },
    { tag: 'pre', attrs: { kind: 'CODE' }, preserveWhitespace: 'full' },
    { tag: 'blockquote > p', attrs: { kind: 'QUOTATION' } },
    { tag: 'figcaption', attrs: { kind: 'CAPTION' } },
    { tag: 'caption', attrs: { kind: 'CAPTION' } },
    { tag: 'ul > li', attrs: { list: 'BULLET' } },
    { tag: 'ol > li', attrs: { list: 'NUMBER' } },
  ],
  toDOM: ({ attrs }) => {
    const told: Record<string, string> = {}
    if (attrs['kind'] !== 'BODY') told['data-kind'] = String(attrs['kind'])
    if (attrs['list'] !== 'NONE') {
      told['data-list'] = String(attrs['list'])
      told['data-indent'] = String(attrs['indent'])
    }
    if (attrs['rescued']) told['data-rescued'] = String(attrs['rescuedBy'] ?? '')
    if (attrs['anchor']) told['data-anchor'] = String(attrs['anchor'])
    if (attrs['keyFigure']) told['data-key-figure'] = String(attrs['keyFigure'])
    for (const name of ['record', 'outcome', 'holder', 'due'])
      if (attrs[name]) told[`data-${name}`] = String(attrs[name])
    return ['p', told, 0]
  },
}

/** What `raw` holds: see raw.ts. The text is there to be read, not to be written in. */
const unknown = (tag: 'div' | 'span'): NodeSpec => ({
  atom: true,
  selectable: true,
  attrs: { raw: { default: null }, text: { default: '' } },
  toDOM: ({ attrs }) => [tag, { 'data-unknown': '' }, String(attrs['text'])],
})

/** A table or figure with its caption, notes and key. Whatever else merging leaves in it can be shown too. */
const frame: NodeSpec = {
  group: 'block',
  content: '(para | table | image)*',
  attrs: { kind: { default: 'TABLE' }, anchor: { default: '' }, ...carried },
  isolating: true,
  parseDOM: [
    {
      tag: 'figure',
      getAttrs: read((element) => present({ kind: listed(element, 'data-kind', frameKinds) ?? 'FIGURE' })),
    },
  ],
  toDOM: ({ attrs }) => ['figure', { 'data-kind': String(attrs['kind']), 'data-anchor': String(attrs['anchor']) }, 0],
}

/** Rows may have different lengths: two people who add a row and a column at once leave such a table, and nobody repairs it unasked. */
const table: NodeSpec = {
  content: 'table_row*',
  tableRole: 'table',
  isolating: true,
  attrs: { ...carried },
  parseDOM: [{ tag: 'table' }],
  toDOM: () => ['table', ['tbody', 0]],
}

const tableRow: NodeSpec = {
  content: 'table_cell*',
  tableRole: 'row',
  attrs: { ...carried },
  parseDOM: [{ tag: 'tr' }],
  toDOM: () => ['tr', 0],
}

const span = (element: Element, name: string): number =>
  Math.min(100, Math.max(1, Number.parseInt(element.getAttribute(name) ?? '', 10) || 1))

const tableCell: NodeSpec = {
  content: 'para*',
  tableRole: 'cell',
  isolating: true,
  attrs: {
    colspan: { default: 1 },
    rowspan: { default: 1 },
    /** Widths of its columns in px, a list of numbers; null where nobody set them. */
    colwidth: { default: null },
    /** Part of the head of the table. An attribute: a type of its own would take the words along when it changes. */
    head: { default: false },
    ...carried,
  },
  parseDOM: ['td', 'th'].map((tag) => ({
    tag,
    getAttrs: read((element) => ({
      colspan: span(element, 'colspan'),
      rowspan: span(element, 'rowspan'),
      head: tag === 'th',
    })),
  })),
  toDOM: ({ attrs }) => {
    const told: Record<string, string> = {}
    for (const name of ['colspan', 'rowspan']) if (attrs[name] !== 1) told[name] = String(attrs[name])
    return [attrs['head'] ? 'th' : 'td', told, 0]
  },
}

/** Something that stands for itself, with its attributes in the DOM, so that it can be copied. */
function thing(tag: string, name: string, attrs: Record<string, string | number>, inline: boolean): NodeSpec {
  return {
    ...(inline ? { group: 'inline', inline: true } : {}),
    atom: true,
    attrs: {
      ...Object.fromEntries(Object.entries(attrs).map(([key, value]) => [key, { default: value }])),
      ...carried,
    },
    parseDOM: [
      {
        tag: `${tag}[data-${name}]`,
        getAttrs: read((element) =>
          present(
            Object.fromEntries(
              Object.entries(attrs).map(([key, value]) => {
                const held = element.getAttribute(`data-${key}`)
                return [key, held === null ? undefined : typeof value === 'number' ? Number(held) || 0 : held]
              }),
            ),
          ),
        ),
      },
    ],
    toDOM: (node) => [
      tag,
      {
        [`data-${name}`]: '',
        ...Object.fromEntries(Object.keys(attrs).map((key) => [`data-${key}`, String(node.attrs[key])])),
      },
    ],
  }
}

/** A picture of the files of the group. Who cannot see it reads `alt`. */
const image: NodeSpec = thing('div', 'image', { file: '', alt: '', width: 0 }, false)
/** LaTeX on a line of its own, numbered. */
const equation: NodeSpec = {
  ...thing('div', 'equation', { tex: '', anchor: '' }, false),
  group: 'block',
  leafText: ({ attrs }) => String(attrs['tex']),
}
/** LaTeX in the line. */
const math: NodeSpec = { ...thing('span', 'math', { tex: '' }, true), leafText: ({ attrs }) => String(attrs['tex']) }
const footnote: NodeSpec = {
  ...thing('span', 'footnote', { note: '' }, true),
  leafText: ({ attrs }) => ` (${String(attrs['note'])})`,
}
/**
 * A work that the text cites: `key` is what stands between the brackets, `item` the slug of the item in the register, or nothing. `use` says whether it
 * is a normative reference (clause 2) or stands in the bibliography ("b-").
 */
const citation: NodeSpec = {
  ...thing('span', 'citation', { key: '', item: '', use: 'REFERENCE' }, true),
  leafText: ({ attrs }) => `[${attrs['use'] === 'BIBLIOGRAPHY' ? 'b-' : ''}${String(attrs['key'])}]`,
}
/** Points to a clause by its id, or to a frame, equation or requirement by its anchor; `document` is another text, or nothing for this one. */
const reference: NodeSpec = thing('span', 'reference', { to: '', target: referenceTargets[0], document: '' }, true)
const lineBreak: NodeSpec = {
  group: 'inline',
  inline: true,
  selectable: false,
  attrs: { ...carried },
  parseDOM: [{ tag: 'br' }],
  toDOM: () => ['br'],
  leafText: () => '\n',
}

/** Suggestion marks hold nothing but the suggestion's id; two people's may lie over each other. */
const suggestion = (tag: 'ins' | 'del'): MarkSpec => ({
  attrs: { sid: { default: '' } },
  inclusive: false,
  excludes: '',
  toDOM: ({ attrs }) => [tag, { 'data-suggestion': String(attrs['sid']) }, 0],
})

export const schema = new Schema({
  nodes: {
    doc: { content: 'clause*' },
    clause,
    clause_title: {
      content: 'inline*',
      attrs: { other: { default: nothing } },
      defining: true,
      parseDOM: [{ tag: 'h2' }],
      toDOM: () => ['h2', 0],
    },
    para: paragraph,
    frame,
    equation,
    unknown_block: { group: 'block', ...unknown('div') },
    unknown_inline: { group: 'inline', inline: true, ...unknown('span') },
    table,
    table_row: tableRow,
    table_cell: tableCell,
    image,
    math,
    footnote,
    citation,
    reference,
    line_break: lineBreak,
    text: { group: 'inline' },
  },
  // In this order they are read from a text, whatever the order in which they are stored: code comes after what it replaces.
  marks: {
    link: {
      attrs: { href: { default: '' } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: read((element) => {
            const href = safeHref(element.getAttribute('href'))
            return href === null ? false : { href }
          }),
        },
      ],
      toDOM: ({ attrs }) => {
        const href = safeHref(attrs['href'])
        return href === null ? ['span', 0] : ['a', { href, rel: 'noopener nofollow' }, 0]
      },
    },
    sub: { excludes: 'sub sup', parseDOM: [{ tag: 'sub' }], toDOM: () => ['sub', 0] },
    sup: { excludes: 'sub sup', parseDOM: [{ tag: 'sup' }], toDOM: () => ['sup', 0] },
    em: { parseDOM: [{ tag: 'i' }, { tag: 'em' }], toDOM: () => ['em', 0] },
    strong: { parseDOM: [{ tag: 'b' }, { tag: 'strong' }], toDOM: () => ['strong', 0] },
    code: { excludes: 'code em strong', parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
    /** The place of a comment thread. The thread itself is not in the text. Threads may lie over each other. */
    comment: {
      attrs: { thread: { default: '' } },
      inclusive: false,
      excludes: '',
      toDOM: ({ attrs }) => ['span', { 'data-thread': String(attrs['thread']) }, 0],
    },
    ins: suggestion('ins'),
    del: suggestion('del'),
    /** A mark of a newer program: its stored name and value. */
    unknown: {
      attrs: { name: { default: '' }, value: { default: null } },
      inclusive: false,
      excludes: '',
      toDOM: () => ['span', { 'data-unknown': '' }, 0],
    },
  },
})

const defaults = new Map<string, Readonly<Record<string, unknown>>>()

/** Attributes of a node that are stored under their own name, with their defaults. */
export function storedDefaults(nodeName: string): Readonly<Record<string, unknown>> {
  const known = defaults.get(nodeName)
  if (known) return known
  const own: Record<string, unknown> = {}
  for (const [name, { default: value }] of Object.entries(schema.nodes[nodeName]?.spec.attrs ?? {}))
    if (!['id', 'level', 'suggestions', 'other'].includes(name)) own[name] = value as unknown
  defaults.set(nodeName, own)
  return own
}

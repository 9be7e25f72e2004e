/**
 * People at views without a screen and the server between them. What each does stays with them until `exchange` is called, so that anything two
 * people do before it is done at the same time, neither knowing of the other.
 */
import { Selection, NodeSelection, TextSelection, type Command, type Plugin, type Transaction } from 'prosemirror-state'
import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { listStyles } from '#schema/vocabulary/documents.js'
import { bindingOf, type Binding, type BindingOptions, type Host } from '../../client/editor/binding/index.js'
import { HeadlessView } from '../harness/headless-view.js'

interface Draft extends document.ClauseDraft {
  readonly children: Draft[]
}

/** What is put before the words of a paragraph that is not ordinary: `{NOTE}`, `{BULLET}`, `{BULLET 1}`. */
const manner = /^\{(\w+)(?: (\d))?\}/
const caret = '^'
const otherEnd = '~'

/** A paragraph as an outline says it; `_` is an empty one. */
function draftedParagraph(words: string): document.RawElement {
  const [prefix = '', name = '', indent = '0'] = manner.exec(words) ?? []
  const isList = (listStyles as readonly string[]).includes(name)
  const attrs = prefix === '' ? {} : isList ? { list: name, indent: Number(indent) } : { kind: name }
  const rest = words.slice(prefix.length)
  return document.paragraph(rest === '_' ? '' : rest, attrs)
}

/**
 * Clauses as an outline, one a line, what is below another indented by two: `Title: first paragraph | {NOTE}second paragraph`.
 */
export function drafted(outline: string): Draft[] {
  const lines = outline.split('\n').filter((line) => line.trim() !== '')
  const margin = Math.min(...lines.map((line) => line.search(/\S/)))
  const top: Draft[] = []
  const open: Draft[] = []
  for (const line of lines) {
    const depth = (line.search(/\S/) - margin) / 2
    const [title, words] = line.trim().split(': ') as [string, string | undefined]
    const draft: Draft = { title, body: (words?.split(' | ') ?? []).map(draftedParagraph), children: [] }
    ;(depth === 0 ? top : open[depth - 1]!.children).push(draft)
    open[depth] = draft
  }
  return top
}

/** The words of a title or paragraph with their emphasis, and the ends of the selection that lie in it. */
function wordsOf(block: Node, start: number, ends: Map<number, string>): string {
  let [words, at] = ['', start]
  const endAt = (pos: number) => {
    const end = ends.get(pos) ?? ''
    ends.delete(pos)
    return end
  }
  block.forEach((child) => {
    const names = child.marks.map(({ type }) => type.name).filter((name) => name !== 'comment')
    words += names.map((name) => `<${name}>`).join('')
    const text = child.isText ? child.text! : '?'
    for (let i = 0; i < text.length; i++) words += endAt(at + i) + text[i]
    at += child.nodeSize
    words += endAt(at) + names.map((name) => `</${name}>`).join('')
  })
  return words || endAt(at)
}

/** The contrary of `drafted`: what a view shows, as an outline; with the selection, where it is given. */
export function outlineOf(doc: Node, selection?: Selection): string {
  const ends = new Map<number, string>()
  const isWhole = selection instanceof NodeSelection
  if (selection && !isWhole) {
    ends.set(selection.anchor, otherEnd)
    ends.set(selection.head, caret)
  }
  const lines: string[] = []
  doc.forEach((clause, pos) => {
    const [title, ...paragraphs] = clause.children.map((block, i) => {
      const start = pos + 2 + clause.children.slice(0, i).reduce((size, { nodeSize }) => size + nodeSize, 0)
      const words = wordsOf(block, start, ends)
      const { kind = 'BODY', list = 'NONE', indent } = block.attrs
      const manner = list !== 'NONE' ? (indent > 0 ? `${list} ${indent}` : list) : kind !== 'BODY' ? kind : ''
      return (manner ? `{${manner}}` : '') + (words || (i > 0 ? '_' : ''))
    })
    const mark = isWhole && selection.from === pos ? '#' : ''
    const line = '  '.repeat(Number(clause.attrs['level']) - 1) + mark + title
    lines.push(paragraphs.length > 0 ? `${line}: ${paragraphs.join(' | ')}` : line)
  })
  return lines.join('\n')
}

/** An outline in which `^` stands for the caret, or `~` and `^` for the two ends of a selection. */
export interface Marked {
  readonly outline: string
  /** Number of the title or paragraph among all, and offset in it. Null where the outline has no caret. */
  readonly ends: readonly { readonly block: number; readonly offset: number }[]
}

export function marked(text: string): Marked {
  const ends: { block: number; offset: number }[] = []
  const find = (sign: string, other: string) =>
    outline(text)
      .split('\n')
      .flatMap((line) => line.trim().split(/: | \| /))
      .forEach((words, block) => {
        const offset = words.replace(manner, '').replace(other, '').indexOf(sign)
        if (offset >= 0) ends.push({ block, offset })
      })
  find(otherEnd, caret)
  find(caret, otherEnd)
  const isEmpty = /(: | \| |\})\^(?=$|\n| \| )/g
  return { outline: text.replace(isEmpty, '$1_').replaceAll(/[~^]/g, ''), ends }
}

/** An outline as it stands in a test, without the margin of the test. */
export const outline = (text: string): string => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const margin = Math.min(...lines.map((line) => line.search(/\S/)))
  return lines.map((line) => line.slice(margin)).join('\n')
}

/** Where the ends of a selection are: clause, number of the child in it (0 is the title) and offset; or the clause that is selected as a whole. */
export const spotOf = (selection: Selection): unknown => {
  if (selection instanceof NodeSelection) return { whole: String(selection.node.attrs['id']) }
  return [selection.$anchor, selection.$head].map(($pos) => ({
    clause: String($pos.node(1).attrs['id']),
    child: $pos.index(1),
    offset: $pos.parentOffset,
  }))
}

/** Opens a view of a text. */
export type Open = (options: BindingOptions, plugins: readonly Plugin[]) => Host

const withoutScreen: Open = ({ doc, ...options }, plugins) => new HeadlessView(doc, options, plugins)

export class Person {
  readonly doc = new Y.Doc()
  readonly view: Host
  readonly faults: unknown[] = []
  /** What they wrote and the server has not got yet. */
  readonly up: Uint8Array[] = []

  constructor(
    readonly name: string,
    start: Uint8Array,
    client: number,
    plugins: readonly Plugin[],
    open: Open = withoutScreen,
  ) {
    this.doc.clientID = client
    Y.applyUpdate(this.doc, start, 'server')
    const by = { by: name, random: document.seeded(client), onFault: (fault: unknown) => this.faults.push(fault) }
    this.view = open({ doc: this.doc, ...by }, plugins)
    this.doc.on('update', (update, origin) => origin !== 'server' && this.up.push(update))
  }

  get state() {
    return this.view.state
  }

  get binding(): Binding {
    return bindingOf(this.state)
  }

  get shows(): string {
    return outlineOf(this.state.doc)
  }

  /** Id of the clause with this title. */
  id(title: string): string {
    const clause = this.state.doc.children.find(({ firstChild }) => firstChild!.textContent === title)
    if (!clause) throw new Error(`${this.name} sees no clause "${title}":\n${this.shows}`)
    return String(clause.attrs['id'])
  }

  clause(title: string): Node {
    return this.state.doc.children.find(({ firstChild }) => firstChild!.textContent === title)!
  }

  /** The position before or after some words. */
  pos(words: string, side: 'before' | 'after' = 'before'): number {
    let found = -1
    this.state.doc.descendants((node, pos) => {
      const at = node.isTextblock ? node.textBetween(0, node.content.size, '', '\ufffc').indexOf(words) : -1
      if (found < 0 && at >= 0) found = pos + 1 + at
    })
    if (found < 0) throw new Error(`${this.name} does not see "${words}":\n${this.shows}`)
    return side === 'before' ? found : found + words.length
  }

  /** The position before the paragraph or title with these words. */
  block(words: string): number {
    return this.state.doc.resolve(this.pos(words)).before()
  }

  change(edit: (tr: Transaction) => unknown): void {
    const { tr } = this.state
    edit(tr)
    this.view.dispatch(tr)
  }

  /** Types behind some words, and stays there. */
  type(words: string, after: string): void {
    const at = this.pos(after, 'after')
    this.change((tr) => tr.insertText(words, at).setSelection(TextSelection.create(tr.doc, at + words.length)))
  }

  /** Puts the caret, or the ends of the selection. */
  select(anchor: number, head = anchor): void {
    this.change((tr) => tr.setSelection(TextSelection.create(tr.doc, anchor, head)))
  }

  /** Puts the selection where an outline has it. */
  selectAt({ ends }: Marked): void {
    const blocks: number[] = []
    this.state.doc.descendants((node, pos) => {
      if (node.isTextblock) blocks.push(pos + 1)
    })
    const [anchor, head = anchor] = ends.map(({ block, offset }) => blocks[block]! + offset)
    if (anchor !== undefined) this.select(anchor, head)
  }

  get showsCaret(): string {
    return outlineOf(this.state.doc, this.state.selection)
  }

  get selected(): string {
    const { from, to } = this.state.selection
    return this.state.doc.textBetween(from, to, '|')
  }

  run(command: Command): boolean {
    return command(this.state, (tr) => this.view.dispatch(tr), this.view as unknown as EditorView)
  }

  undo(): boolean {
    return this.binding.undo()
  }

  redo(): boolean {
    return this.binding.redo()
  }

  /** What does not hold with them; empty when all is well. */
  get problems(): unknown[] {
    return [...this.faults, ...document.violations(this.doc, this.state.doc)]
  }
}

export class SharedText {
  readonly server = new Y.Doc({ gc: false })
  readonly people: Person[] = []

  constructor(clauses: string) {
    this.server.clientID = 1
    document.stampVersion(this.server)
    document.insertClauses(this.server, { parent: null }, drafted(clauses), { random: document.seeded(1) })
  }

  /** Somebody opens the text. */
  arrive(name: string, ...plugins: Plugin[]): Person {
    return this.arriveAt(undefined, name, ...plugins)
  }

  /** The same, at a view of another kind. */
  arriveAt(open: Open | undefined, name: string, ...plugins: Plugin[]): Person {
    const person = new Person(name, Y.encodeStateAsUpdate(this.server), 100 + this.people.length, plugins, open)
    this.people.push(person)
    return person
  }

  /** Everything reaches the server and everybody, those named first before the others. The rescue works as it does on the server. */
  exchange(...first: readonly Person[]): void {
    const order = [...first, ...this.people.filter((person) => !first.includes(person))]
    for (const { up } of order)
      for (const update of up.splice(0)) {
        const lost = document.applyAndFindLost(this.server, update)
        const nameOf = (client: number) => this.people.find(({ doc }) => doc.clientID === client)?.name ?? null
        document.bringBack(this.server, lost, nameOf, 'rescue')
      }
    for (const { doc } of this.people)
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.server, Y.encodeStateVector(doc)), 'server')
    const answers = this.people.flatMap(({ up }) => up)
    // Yjs itself takes away formatting that merging has made idle. Anything more would be a repair. [I5]
    if (answers.some((update) => Y.decodeUpdate(update).structs.length > 0))
      throw new Error('Somebody answered what others wrote')
    if (answers.length > 0) this.exchange()
  }

  /** What everybody sees; fails when they do not see the same. */
  get shows(): string {
    const [outline, ...others] = [...new Set(this.people.map(({ shows }) => shows))]
    if (others.length > 0) throw new Error(`They do not see the same:\n\n${[outline, ...others].join('\n\n')}`)
    return outline!
  }

  get problems(): unknown[] {
    return this.people.flatMap(({ problems }) => problems)
  }
}

/** A text and two people who have it open. */
export function twoAt(clauses: string): { text: SharedText; anna: Person; ben: Person } {
  const text = new SharedText(clauses)
  return { text, anna: text.arrive('Anna'), ben: text.arrive('Ben') }
}

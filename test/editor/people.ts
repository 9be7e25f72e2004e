/**
 * People at views without a screen and the server between them. What each does stays with them until `exchange` is called, so that anything two
 * people do before it is done at the same time, neither knowing of the other.
 */
import { Selection, NodeSelection, TextSelection, type Command, type Plugin, type Transaction } from 'prosemirror-state'
import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { HeadlessView } from '../harness/headless-view.js'

interface Draft extends document.ClauseDraft {
  readonly children: Draft[]
}

/**
 * Clauses as an outline, one a line, what is below another indented by two: `Title: first paragraph | second paragraph`.
 */
export function drafted(outline: string): Draft[] {
  const lines = outline.split('\n').filter((line) => line.trim() !== '')
  const margin = Math.min(...lines.map((line) => line.search(/\S/)))
  const top: Draft[] = []
  const open: Draft[] = []
  for (const line of lines) {
    const depth = (line.search(/\S/) - margin) / 2
    const [title, words] = line.trim().split(': ') as [string, string | undefined]
    const body = (words?.split(' | ') ?? []).map((text) => document.paragraph(text))
    const draft: Draft = { title, body, children: [] }
    ;(depth === 0 ? top : open[depth - 1]!.children).push(draft)
    open[depth] = draft
  }
  return top
}

/** The contrary of `drafted`: what a view shows, as an outline. */
export const outlineOf = (doc: Node): string =>
  doc.children
    .map((clause) => {
      const [title, ...words] = clause.children.map(({ textContent }) => textContent)
      const line = '  '.repeat(Number(clause.attrs['level']) - 1) + title
      return words.length > 0 ? `${line}: ${words.join(' | ')}` : line
    })
    .join('\n')

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

export class Person {
  readonly doc = new Y.Doc()
  readonly view: HeadlessView
  readonly faults: unknown[] = []
  /** What they wrote and the server has not got yet. */
  readonly up: Uint8Array[] = []

  constructor(
    readonly name: string,
    start: Uint8Array,
    client: number,
    plugins: readonly Plugin[],
  ) {
    this.doc.clientID = client
    Y.applyUpdate(this.doc, start, 'server')
    this.view = new HeadlessView(
      this.doc,
      { by: name, random: document.seeded(client), onFault: (fault) => this.faults.push(fault) },
      plugins,
    )
    this.doc.on('update', (update, origin) => origin !== 'server' && this.up.push(update))
  }

  get state() {
    return this.view.state
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

  get selected(): string {
    const { from, to } = this.state.selection
    return this.state.doc.textBetween(from, to, '|')
  }

  run(command: Command): boolean {
    return command(this.state, (tr) => this.view.dispatch(tr), this.view as unknown as EditorView)
  }

  undo(): boolean {
    return this.view.binding.undo()
  }

  redo(): boolean {
    return this.view.binding.redo()
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
    const person = new Person(name, Y.encodeStateAsUpdate(this.server), 100 + this.people.length, plugins)
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
    if (this.people.some(({ up }) => up.length > 0)) throw new Error('Somebody answered what others wrote')
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

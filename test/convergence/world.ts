/**
 * Several editors and the server between them: plays a history, keeps the books on every character that was typed, and says at the end
 * whether all see the same and what is missing.
 */
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { ModelEditor, type Editor } from './editor.js'
import { type Deed, type Happening, type History } from './histories.js'

export interface WorldOptions {
  /** Whether the server brings back what was lost by accident. Default yes. */
  readonly hasRescue?: boolean
  readonly makeEditor?: (clientId: number, random: document.Random) => Editor
  /** Whether the text begins with a table, a figure and an equation, with words in all of them. Default no. */
  readonly isRich?: boolean
  /** Checks invariants after everything that happens, not only at the end. */
  readonly isStrict?: boolean
}

export interface Outcome {
  /** Each editor's text, and a fresh copy's from the server. All equal, if all is well. */
  readonly hashes: readonly string[]
  readonly texts: readonly string[]
  /** Characters that nobody who saw them took away, and that are not shown. */
  readonly lost: readonly string[]
  /** Characters that are shown more than once. */
  readonly doubled: readonly string[]
  /** Characters of others that an undo took away. */
  readonly takenByUndo: readonly string[]
  readonly problems: readonly unknown[]
  readonly typed: number
}

/** Characters that stand for what was typed, one each: the CJK block has room for 20,000. */
const firstToken = 0x4e00
const isToken = (character: string) => character >= '\u4e00' && character <= '\u9fff'
const element = (
  name: string,
  attrs: document.RawElement['attrs'],
  ...content: document.RawElement[]
): document.RawElement => ({ name, attrs, content })
const cell = (words: string) => element('table_cell', {}, document.paragraph(words))
const caption = (words: string) => document.paragraph(words, { kind: 'CAPTION' })
/** What stands below the words of the first clauses of a rich text. */
const richBlocks: readonly document.RawElement[] = [
  element(
    'frame',
    { kind: 'TABLE', anchor: 'table' },
    caption('Meters'),
    element('table', {}, ...['ab', 'cd', 'ef'].map((row) => element('table_row', {}, ...[...row].map(cell)))),
    document.paragraph('below', { kind: 'NOTE' }),
  ),
  element(
    'frame',
    { kind: 'FIGURE', anchor: 'figure' },
    element('image', { alt: 'a meter' }),
    document.paragraph('signs', { kind: 'KEY' }),
    caption('A meter'),
  ),
  element('equation', { tex: 'E = P t', anchor: 'equation' }),
]

const count = (text: string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const character of text) if (isToken(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

interface Line {
  readonly editor: Editor
  isOnline: boolean
  readonly up: Uint8Array[]
  readonly down: Uint8Array[]
}

export class World {
  private readonly server = new Y.Doc({ gc: false })
  private readonly lines: readonly Line[]
  private readonly random: document.Random
  private readonly authors = new Map<string, Editor>()
  private readonly takenAway = new Set<string>()
  private readonly takenByUndo = new Set<string>()
  private readonly problems: unknown[] = []
  private isPerforming = false

  constructor(
    private readonly history: History,
    private readonly options: WorldOptions = {},
  ) {
    this.random = document.seeded(history.seed)
    this.server.clientID = 1
    document.stampVersion(this.server)
    document.insertClauses(
      this.server,
      { parent: null },
      ['1', '2', '3'].map((title, i) => ({
        title,
        body: [document.paragraph('text'), ...(options.isRich ? [richBlocks[i]!, document.paragraph('after')] : [])],
        children: [{ title: `${title}.1` }],
      })),
      { random: this.random },
    )
    const make = options.makeEditor ?? ((clientId, random) => new ModelEditor(clientId, random))
    const base = Y.encodeStateAsUpdate(this.server)
    this.lines = Array.from({ length: history.editors }, (_, i) => {
      const line: Line = { editor: make(100 + i, this.random), isOnline: true, up: [], down: [] }
      Y.applyUpdate(line.editor.doc, base, 'server')
      line.editor.doc.on('update', (update, origin) => {
        if (origin === 'server') return
        line.up.push(update)
        // Yjs itself takes away formatting that merging has made idle. Anything more would be a repair. [I5]
        const isRepair = !this.isPerforming && Y.decodeUpdate(update).structs.length > 0
        if (isRepair) this.problems.push({ wroteWithoutDeed: i })
      })
      return line
    })
    this.server.on('update', (update) => this.lines.forEach(({ down }) => down.push(update)))
  }

  play(): Outcome {
    this.history.happenings.forEach((happening, i) => {
      this.happen(happening)
      if (this.options.isStrict)
        for (const { editor } of this.lines)
          for (const problem of editor.problems()) this.problems.push({ after: i, happening, problem })
    })
    this.deliverEverything()
    return this.outcome()
  }

  private happen(happening: Happening): void {
    if ('deed' in happening) return this.perform(this.lines[happening.editor]!.editor, happening)
    if ('isOnline' in happening) {
      this.lines[happening.editor]!.isOnline = happening.isOnline
      return
    }
    const line = this.lines['up' in happening ? happening.up : happening.down]!
    if (!line.isOnline) return
    if ('up' in happening) {
      const updates = line.up.splice(0, happening.count)
      if (happening.isTwice && updates[0]) updates.push(updates[0])
      updates.forEach((update) => this.reachServer(update))
    } else if (line.down.length > 0) {
      const at = happening.pick % line.down.length
      const update = happening.isTwice ? line.down[at]! : line.down.splice(at, 1)[0]!
      Y.applyUpdate(line.editor.doc, update, 'server')
    }
  }

  private perform(editor: Editor, deed: Deed): void {
    const isUndo = deed.deed === 'undo'
    const before = count(editor.text())
    const heldBefore = isUndo ? this.held(editor) : null
    this.isPerforming = true
    editor.perform(deed, () => {
      const token = String.fromCharCode(firstToken + this.authors.size)
      this.authors.set(token, editor)
      return token
    })
    this.isPerforming = false
    // Whoever sees a character and does what makes a copy of it vanish has taken it away.
    const after = count(editor.text())
    for (const [token, number] of before) if ((after.get(token) ?? 0) < number) this.takenAway.add(token)
    if (heldBefore) {
      const heldAfter = this.held(editor)
      for (const token of heldBefore)
        if (!heldAfter.has(token) && this.authors.get(token) !== editor) this.takenByUndo.add(token)
    }
  }

  /** Every character that stands in a clause, shown or deleted. */
  private held({ doc }: Editor): Set<string> {
    const clauses = [...document.clausesOf(doc).keys()].map((id) =>
      document.clauseCharacters(document.clauseOf(doc, id)!),
    )
    return new Set(count(clauses.join('')).keys())
  }

  private reachServer(update: Uint8Array): void {
    const lost = document.applyAndFindLost(this.server, update)
    if (this.options.hasRescue ?? true) document.bringBack(this.server, lost, (client) => `person ${client}`, 'rescue')
  }

  private deliverEverything(): void {
    const waits = () => this.lines.some(({ up, down }) => up.length + down.length > 0)
    for (let rounds = 0; waits() && rounds < 10; rounds++) {
      for (const line of this.lines) line.up.splice(0).forEach((update) => this.reachServer(update))
      for (const { editor, down } of this.lines)
        while (down.length > 0)
          Y.applyUpdate(editor.doc, down.splice(Math.floor(this.random() * down.length), 1)[0]!, 'server')
    }
    if (waits()) this.problems.push('they keep answering each other')
  }

  private outcome(): Outcome {
    const fresh = new Y.Doc()
    Y.applyUpdate(fresh, Y.encodeStateAsUpdate(this.server))
    const docs = [fresh, ...this.lines.map(({ editor }) => editor.doc)]
    const shown = count(document.documentText(fresh))
    return {
      hashes: docs.map((doc) => document.documentHash(doc) + JSON.stringify(document.formOf(doc, 'REPORT'))),
      texts: [document.documentText(fresh), ...this.lines.map(({ editor }) => editor.text())],
      lost: [...this.authors.keys()].filter((token) => !shown.has(token) && !this.takenAway.has(token)),
      doubled: [...shown].filter(([, number]) => number > 1).map(([token]) => token),
      takenByUndo: [...this.takenByUndo],
      problems: [
        ...this.problems,
        ...this.lines.flatMap(({ editor }) => editor.problems()),
        ...document.violations(fresh),
      ],
      typed: this.authors.size,
    }
  }
}

/** Plays a history from beginning to end. */
export const play = (history: History, options?: WorldOptions): Outcome => new World(history, options).play()

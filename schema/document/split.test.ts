/** Two copies of a text that went apart, and how they are put together: split-changes.ts, settle-split.ts. */
import { beforeEach, describe, expect, it } from '@jest/globals'
import * as Y from 'yjs'
import { readTree } from './clauses.js'
import { deleteClause, insertClause, moveClause, paragraph, settle } from './operations.js'
import { contentOf, textOfRaw } from './raw.js'
import { seeded } from './random.js'
import { settleSplit, type SplitChoice } from './settle-split.js'
import { mayBeApart, mostMergedUnasked, splitsBetween } from './split-changes.js'
import { bodyOf, clauseOf, titleTextOf } from './shared-types.js'
import { clauseText } from './text.js'
import { violations } from './invariants.js'

let number = 0

/** A copy of the text, with what was written in it since it was last told to anybody. */
class Copy {
  readonly doc = new Y.Doc()
  readonly unsent: Uint8Array[] = []
  readonly act = { origin: 'here', random: seeded(++number), by: 'a' }
  constructor(from?: Copy) {
    this.doc.clientID = number
    if (from) this.hear(from)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') this.unsent.push(update)
    })
  }
  hear(other: Copy): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(this.doc)), 'remote')
  }
  text(id: string, block: number): Y.XmlText {
    return (bodyOf(clauseOf(this.doc, id)!)!.get(block) as Y.XmlElement).get(0) as Y.XmlText
  }
  /** Types letter by letter, as a person does. */
  type(id: string, block: number, words: string, at = this.text(id, block).length): void {
    for (const [i, letter] of [...words].entries()) this.text(id, block).insert(at + i, letter, {})
  }
  cut(id: string, block: number): void {
    this.doc.transact(() => {
      settle(clauseOf(this.doc, id)!)
      bodyOf(clauseOf(this.doc, id)!)!.delete(block, 1)
    })
  }
  addBlock(id: string, words: string): void {
    const body = bodyOf(clauseOf(this.doc, id)!)!
    const block = new Y.XmlElement('para')
    block.insert(0, [new Y.XmlText(words)])
    body.insert(body.length, [block])
  }
  shows(id: string): string {
    return contentOf(bodyOf(clauseOf(this.doc, id)!)!)
      .map(textOfRaw)
      .join('|')
  }
  get titles(): string[] {
    return readTree(this.doc).lines.map(({ id }) => titleTextOf(clauseOf(this.doc, id)!)!.toString())
  }
}

const splits = () => splitsBetween(mine.doc, theirs.doc, mine.unsent)
const letters = (count: number, letter = 'x') => letter.repeat(count)

let mine: Copy
let theirs: Copy
let scope: string
let terms: string

beforeEach(() => {
  theirs = new Copy()
  const body = [paragraph('Before the split.'), paragraph('A second one.')]
  scope = insertClause(theirs.doc, { parent: null }, { title: 'Scope', body }, theirs.act)!
  terms = insertClause(theirs.doc, { parent: null }, { title: 'Terms', body: [paragraph('None.')] }, theirs.act)!
  mine = new Copy(theirs)
})

describe('how far two copies went apart', () => {
  it('[OF-7] counts what each side put in and took out, clause by clause', () => {
    mine.type(scope, 0, letters(60))
    mine.text(scope, 0).delete(0, 6)
    mine.type(terms, 0, letters(60))
    theirs.type(scope, 1, letters(70))
    theirs.type(terms, 0, letters(mostMergedUnasked))
    expect(splits()).toEqual([{ clause: scope, mine: 66, theirs: 70 }])
  })

  it('[OF-7] asks only when both sides have made more than fifty changes in one clause', () => {
    mine.type(scope, 0, letters(50))
    theirs.type(scope, 0, letters(51))
    expect(splits()).toEqual([])
    expect(mayBeApart(mine.doc, mine.unsent)).toBe(false)
    mine.type(scope, 0, 'x')
    expect(mayBeApart(mine.doc, mine.unsent)).toBe(true)
    expect(splits()).toEqual([{ clause: scope, mine: 51, theirs: 51 }])
  })

  it('[OF-7] counts nothing that was written and taken out again', () => {
    mine.type(scope, 0, letters(200))
    mine.text(scope, 0).delete('Before the split.'.length, 200)
    theirs.type(scope, 0, letters(200))
    expect(splits()).toEqual([])
  })

  it('[OF-7] counts a whole paragraph that was cut by its letters, on whichever side', () => {
    theirs.addBlock(scope, letters(80))
    mine.hear(theirs)
    mine.cut(scope, 2)
    theirs.type(scope, 0, letters(60))
    // The letters and their paragraph.
    expect(splits()).toEqual([{ clause: scope, mine: 82, theirs: 60 }])
    const [other, swapped] = [mine, theirs]
    expect(splitsBetween(swapped.doc, other.doc, swapped.unsent.slice(-60))).toEqual([
      { clause: scope, mine: 60, theirs: 82 },
    ])
  })

  it('[OF-7] begins to count where the copy stood last: what it has heard is no change of the others', () => {
    theirs.type(scope, 0, letters(90))
    mine.hear(theirs)
    mine.type(scope, 0, letters(90))
    theirs.type(scope, 0, 'more')
    expect(splits()).toEqual([])
  })

  it('[CL-3] asks nothing about a clause that one side has deleted: the edit wins', () => {
    mine.type(scope, 0, letters(90))
    theirs.type(scope, 0, letters(90))
    deleteClause(theirs.doc, scope, theirs.act)
    expect(splits()).toEqual([])
  })

  it('[OF-7] counts a clause that was moved as one change', () => {
    mine.type(scope, 0, letters(mostMergedUnasked))
    theirs.type(scope, 0, letters(90))
    expect(splits()).toEqual([])
    moveClause(mine.doc, scope, { parent: null, after: terms }, mine.act)
    expect(splits()).toEqual([{ clause: scope, mine: 51, theirs: 90 }])
  })
})

describe('what becomes of the two versions', () => {
  const settleAs = (choice: SplitChoice): string[] =>
    settleSplit(mine.doc, theirs.doc, {
      ...mine.act,
      choices: new Map([[scope, choice]]),
      titleOfMine: (title) => `${title} (mine)`,
      titleOfTheirs: (title) => `${title} (theirs)`,
      received: 'remote',
    })
  /** What everybody sees when it was sent: the same on both sides. */
  const send = (): void => {
    theirs.hear(mine)
    expect(theirs.titles).toEqual(mine.titles)
    expect(violations(theirs.doc)).toEqual([])
    for (const { id } of readTree(mine.doc).lines)
      expect(clauseText(clauseOf(theirs.doc, id)!)).toBe(clauseText(clauseOf(mine.doc, id)!))
  }

  beforeEach(() => {
    mine.type(scope, 0, ' Mine stands here.')
    mine.cut(scope, 1)
    mine.addBlock(scope, 'Mine alone.')
    theirs.type(scope, 0, ' Theirs stands here.')
    theirs.type(scope, 1, ' Lengthened by them.')
    theirs.addBlock(scope, 'Theirs alone.')
    theirs.type(terms, 0, ' But one.')
  })

  it('[OF-8] BOTH merges, and brings nothing silently to an end', () => {
    expect(settleAs('BOTH')).toEqual([])
    send()
    expect(mine.titles).toEqual(['Scope', 'Terms'])
    for (const words of ['Mine stands here.', 'Theirs stands here.', 'Mine alone.', 'Theirs alone.'])
      expect(mine.shows(scope)).toContain(words)
    expect(mine.shows(terms)).toBe('None. But one.')
  })

  it('[OF-8] THEIRS keeps exactly what the others had, and puts this version behind it', () => {
    const theirVersion = theirs.shows(scope)
    const [behind] = settleAs('THEIRS')
    send()
    expect(mine.shows(scope)).toBe(theirVersion)
    expect(mine.titles).toEqual(['Scope', 'Scope (mine)', 'Terms'])
    expect(mine.shows(behind!)).toBe('Before the split. Mine stands here.|Mine alone.')
    expect(mine.shows(terms)).toBe('None. But one.')
  })

  it('[OF-8] MINE keeps exactly this version, and puts theirs behind it', () => {
    const myVersion = mine.shows(scope)
    const theirVersion = theirs.shows(scope)
    const [behind] = settleAs('MINE')
    send()
    expect(mine.shows(scope)).toBe(myVersion)
    expect(mine.titles).toEqual(['Scope', 'Scope (theirs)', 'Terms'])
    expect(mine.shows(behind!)).toBe(theirVersion)
  })

  it('[OF-8] leaves to what stands in both versions its identity, so that who writes there goes on', () => {
    const paragraphOf = (copy: Copy) => copy.text(scope, 0)._item!.id
    settleAs('THEIRS')
    expect(paragraphOf(mine)).toEqual(paragraphOf(theirs))
    theirs.type(scope, 0, ' Going on.')
    mine.hear(theirs)
    send()
    expect(mine.shows(scope)).toContain('Theirs stands here. Going on.')
  })

  it('[OF-8, WT-5] brings back what was written here in a paragraph that the others cut', () => {
    mine.type(terms, 0, ' Written on the train.')
    theirs.cut(terms, 0)
    settleAs('MINE')
    send()
    expect(mine.shows(terms)).toBe(' Written on the train.')
    const [brought] = bodyOf(clauseOf(mine.doc, terms)!)!.toArray() as Y.XmlElement[]
    expect(brought!.getAttribute('rescuedBy')).toBe('a')
  })

  it('[OF-8] carries marks, attributes and embedded things of the version that stays', () => {
    const text = theirs.text(scope, 0)
    text.format(0, 6, { strong: true })
    ;(text.parent as Y.XmlElement).setAttribute('kind', 'NOTE')
    const delta = JSON.stringify(text.toDelta())
    mine.text(scope, 0).format(0, 17, { em: true })
    ;(mine.text(scope, 0).parent as Y.XmlElement).setAttribute('kind', 'EXAMPLE')
    settleAs('THEIRS')
    send()
    expect(JSON.stringify(mine.text(scope, 0).toDelta())).toBe(delta)
    expect((mine.text(scope, 0).parent as Y.XmlElement).getAttribute('kind')).toBe('NOTE')
  })
})

import { beforeEach, describe, expect, it } from '@jest/globals'
import * as Y from 'yjs'
import { seeded } from './random.js'
import { documentHash, readTree } from './clauses.js'
import * as operations from './operations.js'
import { paragraph } from './operations.js'
import { applyAndFindLost, bringBack } from './rescue.js'
import { textOfRaw, contentOf } from './raw.js'
import { attributesOf, bodyOf, clauseOf, titleTextOf } from './shared-types.js'
import { undoOf } from './undo.js'

/** One copy of the text; edits are made under its own origin. */
class Copy {
  readonly doc = new Y.Doc({ gc: false })
  readonly undo = undoOf(this.doc, ['typing'], 0)
  constructor(from?: Copy) {
    this.doc.clientID = ++Copy.count
    if (from) this.hear(from)
  }
  static count = 0
  readonly act = { origin: 'typing', random: seeded(Copy.count), by: 'a' }

  hear(other: Copy): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(this.doc)), 'remote')
  }
  insert(where: operations.Where, title: string, ...blocks: string[]): string {
    const id = operations.insertClause(
      this.doc,
      where,
      { title, body: blocks.map((text) => paragraph(text)) },
      this.act,
    )
    return id!
  }
  /** Types at the end of a paragraph (from 0), or of the title. */
  type(id: string, block: number | 'title', text: string): void {
    const clause = clauseOf(this.doc, id)!
    const into =
      block === 'title' ? titleTextOf(clause)! : ((bodyOf(clause)!.get(block) as Y.XmlElement).get(0) as Y.XmlText)
    this.doc.transact(() => {
      into.insert(into.length, text, {})
      operations.settle(clause)
    }, 'typing')
  }
  at(title: string): string {
    const line = readTree(this.doc).lines.find(({ id }) => titleTextOf(clauseOf(this.doc, id)!)!.toString() === title)
    if (!line) throw new Error(`no clause "${title}" in ${this.shows}`)
    return line.id
  }
  textOf(id: string): string {
    return contentOf(bodyOf(clauseOf(this.doc, id)!)!)
      .map(textOfRaw)
      .join('|')
  }
  /** `title(body)` of each clause, with a dot for each level below the first. */
  get shows(): string {
    return readTree(this.doc)
      .lines.map(({ id, level }) => {
        const title = titleTextOf(clauseOf(this.doc, id)!)!.toString()
        const body = this.textOf(id)
        return `${'.'.repeat(level - 1)}${title}${body && `(${body})`}`
      })
      .join(' ')
  }
}

/** Everybody hears everybody, in both orders; all must see the same. */
function meet(...copies: Copy[]): string {
  for (const one of copies) for (const other of copies) one.hear(other)
  for (const one of copies.toReversed()) for (const other of copies) one.hear(other)
  expect(new Set(copies.map(({ shows }) => shows)).size).toBe(1)
  expect(new Set(copies.map(({ doc }) => documentHash(doc))).size).toBe(1)
  return copies[0]!.shows
}

let a: Copy
let b: Copy
const ids: Record<string, string> = {}
beforeEach(() => {
  a = new Copy()
  for (const title of ['1', '2', '3', '4', '5', '6']) ids[title] = a.insert({ parent: null }, title, `text of ${title}`)
  for (const title of ['5.1', '5.2']) ids[title] = a.insert({ parent: ids['5']! }, title)
  a.undo.clear()
  b = new Copy(a)
})
const base = '1(text of 1) 2(text of 2) 3(text of 3) 4(text of 4) 5(text of 5) .5.1 .5.2 6(text of 6)'

describe('operations on clauses', () => {
  it('inserts before the first, after another, last, and nowhere below what is not there', () => {
    a.insert({ parent: null, after: null }, '0')
    a.insert({ parent: ids['5']!, after: ids['5.1']! }, '5.1a')
    a.insert({ parent: ids['5']! }, '5.3')
    expect(a.shows).toBe(`0 ${base.replace('.5.1 .5.2', '.5.1 .5.1a .5.2 .5.3')}`)
    expect(operations.insertClause(a.doc, { parent: 'nobody' })).toBeNull()
  })

  it('[CL-7] moves a clause with what is below it, not below itself', () => {
    expect(operations.moveClause(a.doc, ids['5']!, { parent: ids['1']!, after: null }, a.act)).toBe(true)
    expect(a.shows).toBe('1(text of 1) .5(text of 5) ..5.1 ..5.2 2(text of 2) 3(text of 3) 4(text of 4) 6(text of 6)')
    expect(operations.moveClause(a.doc, ids['5']!, { parent: ids['5.1']! })).toBe(false)
    expect(operations.moveClause(a.doc, ids['5']!, { parent: null, after: ids['5']! })).toBe(false)
    expect(operations.moveClause(a.doc, 'nobody', { parent: null })).toBe(false)
  })

  it('[CL-7] promotes and demotes without changing the order of the words', () => {
    expect(operations.promoteClause(a.doc, ids['5.1']!, a.act)).toBe(true)
    expect(a.shows).toBe(base.replace('.5.1 .5.2', '5.1 .5.2'))
    expect(operations.promoteClause(a.doc, ids['5.1']!, a.act)).toBe(false)
    expect(operations.demoteClause(a.doc, ids['5.1']!, a.act)).toBe(true)
    expect(a.shows).toBe(base.replace('.5.1 .5.2', '.5.1 ..5.2'))
    expect(operations.demoteClause(a.doc, ids['1']!, a.act)).toBe(false)
    expect(operations.demoteClause(a.doc, ids['5.1']!, a.act)).toBe(false)
  })

  it('splits in a paragraph and in the title; the children go with the second part; no character is torn', () => {
    const second = operations.splitClause(a.doc, ids['5']!, { block: 0, offset: 5 }, a.act)!
    expect(a.shows).toBe(base.replace('5(text of 5)', '5(text ) of 5'))
    expect(readTree(a.doc).parent.get(ids['5.1']!)).toBe(second)
    operations.splitClause(a.doc, ids['1']!, { block: 'title', offset: 0 }, a.act)
    expect(a.shows.startsWith(' 1(text of 1) 2')).toBe(true)
    const faces = a.insert({ parent: null }, 'faces', 'a😀b')
    operations.splitClause(a.doc, faces, { block: 0, offset: 2 }, a.act)
    expect(a.shows.endsWith('faces(a) 😀b')).toBe(true)
  })

  it('joins a clause to the one before it; its children stay where they are', () => {
    expect(operations.joinClause(a.doc, ids['5']!, a.act)).toBe(ids['4'])
    expect(a.shows).toBe('1(text of 1) 2(text of 2) 3(text of 3) 4(text of 4|5|text of 5) .5.1 .5.2 6(text of 6)')
    expect(operations.joinClause(a.doc, ids['1']!)).toBeNull()
    const deep = a.insert({ parent: ids['5.1']! }, '5.1.1')
    a.insert({ parent: deep }, '5.1.1.1')
    operations.joinClause(a.doc, deep, a.act)
    expect(a.shows.includes('.5.1(5.1.1) ..5.1.1.1 .5.2')).toBe(true)
  })

  it('restores what was deleted in one act, and only that', () => {
    operations.deleteClause(a.doc, ids['5.1']!, a.act)
    operations.deleteClause(a.doc, ids['5']!, { ...a.act, withChildren: true })
    expect(a.shows).toBe(base.replace(' 5(text of 5) .5.1 .5.2', ''))
    expect(operations.restoreClause(a.doc, ids['5']!, a.act).sort()).toEqual([ids['5'], ids['5.2']].sort())
    expect(a.shows).toBe(base.replace(' .5.1', ''))
    expect(operations.restoreClause(a.doc, ids['5']!)).toEqual([])
  })

  it('sets attributes, never what holds the clause together', () => {
    expect(operations.setClauseAttribute(a.doc, ids['1']!, 'kind', 'SCOPE', a.act)).toBe(true)
    expect(operations.setClauseAttribute(a.doc, ids['1']!, 'kind', 'SCOPE', a.act)).toBe(false)
    for (const key of ['at', 'title', 'body', 'del'])
      expect(operations.setClauseAttribute(a.doc, ids['1']!, key, 'x')).toBe(false)
  })
})

describe('two people at once', () => {
  it("While A moves clause 6 to the front, B types in it; both end with the clause at the front and B's words in it [WT-1, CL-2]", () => {
    operations.moveClause(a.doc, ids['6']!, { parent: null, after: null }, a.act)
    b.type(ids['6']!, 0, ' and more')
    expect(meet(a, b).startsWith('6(text of 6 and more) 1')).toBe(true)
  })

  it('Two people move the same clause to different places; it exists once, in one of them, the same for all [CL-2]', () => {
    operations.moveClause(a.doc, ids['6']!, { parent: null, after: null }, a.act)
    operations.moveClause(b.doc, ids['6']!, { parent: ids['1']! }, b.act)
    expect([
      base.replace(' 6(text of 6)', '').replace('1(text of 1)', '6(text of 6) 1(text of 1)'),
      base.replace(' 6(text of 6)', '').replace('1(text of 1)', '1(text of 1) .6(text of 6)'),
    ]).toContain(meet(a, b))
  })

  it('A puts 3 under 4 while B puts 4 under 3; both clauses remain, the earlier move holds, all see the same tree, and nobody wrote a repair [CL-5]', () => {
    operations.moveClause(a.doc, ids['3']!, { parent: ids['4']! }, a.act)
    operations.moveClause(b.doc, ids['1']!, { parent: null, after: ids['2']! }, b.act)
    operations.moveClause(b.doc, ids['4']!, { parent: ids['3']! }, b.act)
    const written = [a, b].map(({ doc }) => Y.encodeStateVector(doc))
    expect(meet(a, b)).toBe('2(text of 2) 1(text of 1) 4(text of 4) .3(text of 3) 5(text of 5) .5.1 .5.2 6(text of 6)')
    const own = (copy: Copy, vector: Uint8Array) => Y.decodeStateVector(vector).get(copy.doc.clientID)
    expect([a, b].map((copy) => own(copy, Y.encodeStateVector(copy.doc)))).toEqual(
      [a, b].map((copy, i) => own(copy, written[i]!)),
    )
  })

  it("A deletes clause 5 with its children while B edits 5.2; 5.2 comes back in the place 5 had, with B's text; 5 stays deleted [CL-3, CL-6]", () => {
    operations.deleteClause(a.doc, ids['5']!, { ...a.act, withChildren: true })
    b.type(ids['5.2']!, 'title', ' of B')
    expect(meet(a, b)).toBe(base.replace('5(text of 5) .5.1 .5.2', '5.2 of B'))
  })

  it('A deletes clause 5 while B adds 5.3; 5.3 remains visible [CL-6]', () => {
    operations.deleteClause(a.doc, ids['5']!, { ...a.act, withChildren: true })
    b.insert({ parent: ids['5']! }, '5.3')
    expect(meet(a, b)).toBe(base.replace('5(text of 5) .5.1 .5.2', '5.3'))
    a.undo.undo()
    expect(meet(a, b)).toBe(base.replace('.5.2', '.5.2 .5.3'))
  })

  it("A inserts a clause, B types in it, A undoes: B's words remain [CL-11]", () => {
    const id = a.insert({ parent: null, after: ids['1']! }, 'new', 'words of A')
    expect(a.undo.undoStack).toHaveLength(1)
    b.hear(a)
    b.type(id, 0, 'B!')
    a.hear(b)
    a.undo.undo()
    expect(meet(a, b)).toBe(base.replace(' 2', ' (B!) 2'))
    a.undo.redo()
    expect(meet(a, b)).toMatch(/new\((words of A)?B!/)
  })

  it('A inserts a clause and undoes it while nobody wrote in it: it is gone for both, and redo brings it back [CL-11]', () => {
    a.insert({ parent: null, after: ids['1']! }, 'new', 'words of A')
    const whole = a.shows
    b.hear(a)
    a.undo.undo()
    expect(meet(a, b)).toBe(base)
    a.undo.redo()
    expect(meet(a, b)).toBe(whole)
  })

  it('Undo of each of: typing, move, promote, demote, insert, delete with children, split, join, attribute change restores text and order, also after a remote edit elsewhere; redo repeats it [CL-11]', () => {
    const deeds: Record<string, () => unknown> = {
      typing: () => a.type(ids['2']!, 0, ' typed'),
      move: () => operations.moveClause(a.doc, ids['5']!, { parent: ids['3']! }, a.act),
      promote: () => operations.promoteClause(a.doc, ids['5.1']!, a.act),
      demote: () => operations.demoteClause(a.doc, ids['5']!, a.act),
      insert: () => a.insert({ parent: ids['4']! }, 'new', 'words'),
      'delete with children': () => operations.deleteClause(a.doc, ids['5']!, { ...a.act, withChildren: true }),
      split: () => operations.splitClause(a.doc, ids['2']!, { block: 0, offset: 4 }, a.act),
      join: () => operations.joinClause(a.doc, ids['5']!, a.act),
      'attribute change': () => operations.setClauseAttribute(a.doc, ids['2']!, 'status', 'AGREED', a.act),
    }
    for (const [name, deed] of Object.entries(deeds)) {
      const [before, hash] = [a.shows, documentHash(a.doc)]
      deed()
      const after = documentHash(a.doc)
      expect({ name, isChanged: after !== hash }).toEqual({ name, isChanged: true })
      a.undo.undo()
      expect({ name, shows: a.shows, hash: documentHash(a.doc) }).toEqual({ name, shows: before, hash })
      a.undo.redo()
      expect({ name, hash: documentHash(a.doc) }).toEqual({ name, hash: after })
      b.hear(a)
      b.type(ids['1']!, 0, '!')
      a.hear(b)
      a.undo.undo()
      expect({ name, shows: meet(a, b) }).toEqual({ name, shows: before.replace('text of 1', 'text of 1!') })
      a.undo.clear()
    }
  })

  it('Two people paste three clauses each at the same place: the two groups do not interleave [CL-9]', () => {
    for (const copy of [a, b]) {
      const name = copy === a ? 'A' : 'B'
      const drafts = ['1', '2', '3'].map((n) => ({ title: name + n, children: [{ title: `${name}${n}.1` }] }))
      operations.insertClauses(copy.doc, { parent: null, after: ids['3']! }, drafts, copy.act)
    }
    const pasted = meet(a, b)
      .match(/[AB]\d(?!\.)/g)!
      .join('')
    expect(['A1A2A3B1B2B3', 'B1B2B3A1A2A3']).toContain(pasted)
    a.undo.undo()
    expect(
      meet(a, b)
        .match(/[AB]\d(?!\.)/g)!
        .join(''),
    ).toBe('B1B2B3')
  })

  it("A joins clause 5 to 4 while B writes in it: 5 comes back with B's words, and none is lost [CL-3]", () => {
    operations.joinClause(a.doc, ids['5']!, a.act)
    b.type(ids['5']!, 0, ' of B')
    const shows = meet(a, b)
    expect(shows).toContain('4(text of 4|5|text of 5)')
    expect(shows).toContain('5(text of 5 of B)')
  })

  it('Characters typed by B into a paragraph that A, unaware, splits off or deletes reappear in a visible "rescued" block naming B and the clause [WT-5]', () => {
    const deeds = [
      () => operations.splitClause(a.doc, ids['2']!, { block: 0, offset: 0 }, a.act),
      () => a.doc.transact(() => bodyOf(clauseOf(a.doc, ids['3']!)!)!.delete(0, 1), 'typing'),
    ]
    for (const [i, deed] of deeds.entries()) {
      const id = ids[`${i + 2}`]!
      const server = new Copy(a)
      b.type(id, 0, `kept ${i}`)
      deed()
      for (const copy of i ? [a, b] : [b, a]) {
        const update = Y.encodeStateAsUpdate(copy.doc, Y.encodeStateVector(server.doc))
        const lost = applyAndFindLost(server.doc, update)
        bringBack(server.doc, lost, (client) => (client === b.doc.clientID ? 'person b' : null))
      }
      meet(a, b, server)
      const last = bodyOf(clauseOf(a.doc, id)!)!.toArray().at(-1) as Y.XmlElement
      expect(last.getAttributes()).toEqual({ rescued: true, rescuedBy: 'person b', rescuedFrom: id })
      expect(last.toString()).toContain(`kept ${i}`)
    }
  })

  it('[MN-8] one sets the status of a clause: who did so is written with it, and goes with it when that is undone', () => {
    const said = () => {
      const { status, statusBy } = attributesOf(clauseOf(a.doc, ids['2']!)!)
      return [status, statusBy]
    }
    expect(operations.setClauseStatus(a.doc, ids['2']!, 'DRAFT', a.act)).toBe(false)
    a.undo.stopCapturing()
    expect(operations.setClauseStatus(a.doc, ids['2']!, 'AGREED', a.act)).toBe(true)
    expect(said()).toEqual(['AGREED', 'a'])
    expect(operations.setClauseStatus(a.doc, ids['2']!, 'AGREED', { ...a.act, by: 'b' })).toBe(false)
    a.undo.undo()
    expect(said()).toEqual([undefined, undefined])
  })
})

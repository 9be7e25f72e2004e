/**
 * What must not be lost, whatever happens to a paragraph or a program: acceptance, docs/rules/drafting.md, CB-13 to CB-17 and CB-21.
 */
import { describe, expect, it } from '@jest/globals'
import { Plugin, TextSelection } from 'prosemirror-state'
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { shownBy } from '../../client/editor/binding/index.js'
import { blockCommands, clauseCommands } from '../../client/editor/commands/index.js'
import { outline, SharedText, twoAt, type Person } from './people.js'

const { schema } = document
const start = `
  One: before | the sea is wide | after
  Two: the land`

/** What Anna does to the paragraph in which Ben is writing, and what then stands of her doing. */
const changes: readonly { readonly name: string; readonly act: (anna: Person) => unknown; readonly shows: string }[] = [
  {
    name: 'splits the paragraph',
    act: (anna) => anna.change((tr) => tr.split(anna.pos('is wide'))),
    shows: ' | is wide | after',
  },
  {
    name: 'splits the clause in it',
    act: (anna) => {
      anna.select(anna.pos('is wide'))
      anna.run(clauseCommands.split)
    },
    shows: 'is wide: after',
  },
  {
    name: 'joins it to the one before',
    act: (anna) => anna.change((tr) => tr.join(anna.block('the sea'))),
    shows: 'beforethe sea is wide',
  },
  {
    name: 'writes it anew',
    act: (anna) => anna.change((tr) => tr.insertText('an ocean', anna.pos('the sea'), anna.pos('wide', 'after'))),
    shows: 'an ocean',
  },
  {
    name: 'moves it elsewhere',
    act: (anna) => {
      const node = anna.state.doc.nodeAt(anna.block('the sea'))!
      anna.change((tr) => {
        tr.delete(anna.block('the sea'), anna.block('the sea') + node.nodeSize)
        tr.insert(tr.doc.content.size - 1, node)
      })
    },
    shows: ' | the sea is wide',
  },
  {
    name: 'deletes it',
    act: (anna) => anna.change((tr) => tr.delete(anna.block('the sea'), anna.block('after'))),
    shows: 'before | after',
  },
  {
    name: 'joins the clause to the one before',
    act: (anna) => anna.run(clauseCommands.join(anna.id('Two'))),
    shows: 'Two',
  },
]

const rescuedOf = (person: Person) => {
  const found: { readonly text: string; readonly by: unknown; readonly from: unknown }[] = []
  person.state.doc.descendants(({ attrs, textContent }) => {
    if (attrs['rescued']) found.push({ text: textContent, by: attrs['rescuedBy'], from: attrs['rescuedFrom'] })
  })
  return found
}

describe('a paragraph in which another is writing', () => {
  it.each(changes)('[CB-13] keeps their words when one, unaware, $name', ({ act, shows }) => {
    for (const isAnnaFirst of [true, false]) {
      const { text, anna, ben } = twoAt(start)
      const one = ben.id('One')
      ben.type(' and deep', 'sea is wide')
      ben.type(' (Ben)', 'the land')
      act(anna)
      text.exchange(isAnnaFirst ? anna : ben)
      expect(text.shows).toContain(shows)
      expect(text.shows).toContain(' and deep')
      expect(text.shows).toContain(' (Ben)')
      for (const { text: words, by, from } of rescuedOf(ben)) {
        expect([' and deep', ' (Ben)']).toContain(words)
        expect(by).toBe('Ben')
        expect([one, ben.id('Two')]).toContain(from)
      }
      expect(text.problems).toEqual([])
    }
  })

  it('[CB-13] names whose words they are and where they stood, in the clause where they stood', () => {
    const { text, anna, ben } = twoAt(start)
    const one = ben.id('One')
    anna.change((tr) => tr.delete(anna.block('the sea'), anna.block('after')))
    ben.type(' and deep', 'sea is wide')
    text.exchange()
    expect(rescuedOf(anna)).toEqual([{ text: ' and deep', by: 'Ben', from: one }])
    expect(text.shows).toBe('One: before | after |  and deep\nTwo: the land')
  })

  it('[CB-13] says nothing of a rescue when nothing was lost', () => {
    const { text, anna, ben } = twoAt(start)
    anna.change((tr) => tr.delete(anna.block('the sea'), anna.block('after')))
    ben.type(' and wild', 'the land')
    text.exchange()
    expect(rescuedOf(ben)).toEqual([])
  })
})

/** A table of a program of the future, a formula in the line and a mark. */
const table: document.RawElement = {
  name: 'table',
  attrs: { columns: [3, 4], caption: { text: 'Sizes' } },
  content: [
    {
      name: 'row',
      attrs: {},
      content: [{ name: 'cell', attrs: {}, content: [{ spans: [{ insert: 'big', marks: {} }], attrs: {} }] }],
    },
  ],
}
const withFormula: document.RawElement = {
  name: 'para',
  attrs: { tone: { dry: true } },
  content: [
    {
      spans: [
        { insert: 'known ', marks: {} },
        { insert: 'shiny', marks: { shine: { level: 2 } } },
        { insert: { embed: { formula: 'E=mc' } }, marks: {} },
        { insert: ' rest', marks: {} },
      ],
      attrs: {},
    },
  ],
}

describe('what a program does not know', () => {
  it('[CB-14] is there for others after somebody who does not know it opened the text and wrote all around it', () => {
    const text = new SharedText('One: first\nTwo: second')
    const id = document.insertClause(
      text.server,
      { parent: null },
      { title: 'Future', body: [table, withFormula], attributes: { colour: { red: 1 } } },
    )!
    const [anna, ben] = [text.arrive('Anna'), text.arrive('Ben')]
    expect(anna.up).toEqual([])
    anna.type('!', 'Future')
    anna.type('!', 'known')
    anna.type('!', ' rest')
    anna.type('!', 'shi')
    anna.change((tr) => tr.insert(anna.block('known'), schema.nodes['para']!.create(null, schema.text('between'))))
    anna.select(anna.pos('known'), anna.pos('known', 'after'))
    anna.run(blockCommands.strong)
    anna.run(blockCommands.setKind('NOTE'))
    anna.run(clauseCommands.setStatus('AGREED', id))
    anna.run(clauseCommands.moveTo(id, { parent: null, after: null }))
    anna.run(clauseCommands.demote(anna.id('One')))
    text.exchange()
    const clause = document.clauseOf(ben.doc, id)!
    const [first, , last] = document.contentOf(document.bodyOf(clause)!)
    expect(document.attributesOf(clause)).toEqual({ colour: { red: 1 }, status: 'AGREED', statusBy: 'Anna' })
    expect(first).toEqual(table)
    expect(last).toEqual({
      name: 'para',
      attrs: { tone: { dry: true }, kind: 'NOTE' },
      content: [
        {
          spans: [
            { insert: 'known', marks: { strong: {} } },
            { insert: '! ', marks: {} },
            { insert: 'shi!ny', marks: { shine: { level: 2 } } },
            { insert: { embed: { formula: 'E=mc' } }, marks: {} },
            { insert: ' rest!', marks: {} },
          ],
          attrs: {},
        },
      ],
    })
    expect(text.problems).toEqual([])
  })

  it('[CB-14] comes back by undo when it was deleted, and goes along when its clause is split', () => {
    const text = new SharedText('One: first')
    const id = document.insertClause(text.server, { parent: null }, { title: 'Future', body: [table, withFormula] })!
    const [anna, ben] = [text.arrive('Anna'), text.arrive('Ben')]
    const held = () => document.contentOf(document.bodyOf(document.clauseOf(ben.doc, id)!)!)
    const before = held()
    const at = anna.binding.startOf(id)!
    anna.change((tr) => tr.delete(at + 'Future'.length + 3, at + tr.doc.nodeAt(at)!.nodeSize - 1))
    text.exchange()
    expect(held()).toEqual([])
    anna.undo()
    text.exchange()
    expect(held()).toEqual(before)
    anna.select(anna.pos('Future') + 3)
    anna.run(clauseCommands.split)
    text.exchange()
    expect(ben.shows).toContain('Fut\nure: ')
    expect(document.contentOf(document.bodyOf(document.clauseOf(ben.doc, ben.id('ure'))!)!)).toEqual(before)
  })
})

describe('a plugin that fails', () => {
  /** Throws once, on the first change that another made. */
  const failing = () => {
    let isSpent = false
    const fail = () => {
      isSpent = true
      throw new Error('a plugin failed')
    }
    return {
      applying: new Plugin({
        state: { init: () => null, apply: (tr) => (shownBy(tr)?.isRemote && !isSpent ? fail() : null) },
      }),
      appending: new Plugin({
        appendTransaction: (trs) => (trs.some((tr) => shownBy(tr)?.isRemote) && !isSpent ? fail() : null),
      }),
      filtering: new Plugin({ filterTransaction: (tr) => !(shownBy(tr)?.isRemote && !isSpent && (isSpent = true)) }),
      meddling: new Plugin({
        appendTransaction: (trs, _, state) =>
          trs.some((tr) => shownBy(tr)?.isRemote) && !isSpent && (isSpent = true) ? state.tr.delete(1, 4) : null,
      }),
    }
  }

  it.each(['applying', 'appending', 'filtering', 'meddling'] as const)(
    '[CB-15] on a change of another (%s) leaves the view equal to the text, and the next key takes nobody’s words',
    (kind) => {
      const text = new SharedText('One: first words\nTwo: second')
      const anna = text.arrive('Anna', failing()[kind])
      const ben = text.arrive('Ben')
      anna.select(anna.pos('second', 'after'))
      ben.type('REMOTE ', 'second')
      ben.type('REMOTE ', 'first')
      text.exchange()
      expect(anna.shows).toBe(ben.shows)
      anna.change((tr) => tr.insertText('!'))
      text.exchange()
      expect(text.shows).toBe('One: firstREMOTE  words\nTwo: second!REMOTE ')
      expect(document.violations(anna.doc, anna.state.doc)).toEqual([])
      expect(anna.faults).toHaveLength(kind === 'applying' || kind === 'appending' ? 1 : 0)
      anna.undo()
      text.exchange()
      expect(text.shows).toBe('One: firstREMOTE  words\nTwo: secondREMOTE ')
    },
  )
})

describe('objects in attributes', () => {
  it('[CB-16] are not those of the text: changing one after the fact changes nothing there, nor with others', () => {
    const { text, anna, ben } = twoAt('One: first')
    const suggestions = { s1: { op: 'delete', old: { kind: 'BODY' } } }
    const pos = anna.block('first')
    anna.change((tr) => {
      tr.setNodeAttribute(pos, 'suggestions', suggestions)
      tr.setNodeAttribute(0, 'other', { colour: { red: 1 } })
      tr.insertText('embedded', pos + 1)
    })
    anna.change((tr) =>
      tr.addMark(pos + 1, pos + 4, schema.marks['unknown']!.create({ name: 'shine', value: { a: 1 } })),
    )
    text.exchange()
    const state = Y.encodeStateAsUpdate(anna.doc)
    const held = JSON.stringify(document.documentJson(anna.doc))
    suggestions.s1.op = 'changed'
    for (const person of [anna, ben])
      person.state.doc.descendants((node) => {
        for (const attrs of [node.attrs, ...node.marks.map((mark) => mark.attrs)])
          for (const value of Object.values(attrs) as unknown[])
            if (value !== null && typeof value === 'object' && !Object.isFrozen(value))
              Object.assign(value, { s1: 'changed', colour: 'changed', a: 'changed' })
      })
    expect(Y.encodeStateAsUpdate(anna.doc)).toEqual(state)
    expect(JSON.stringify(document.documentJson(anna.doc))).toBe(held)
    expect(JSON.stringify(document.documentJson(ben.doc))).toBe(held)
    expect(document.violations(anna.doc).filter(({ rule }) => rule === 'I7')).toEqual([])
  })
})

describe('marks', () => {
  const marksAt = (person: Person, words: string) =>
    person.state.doc
      .nodeAt(person.pos(words))!
      .marks.map(({ type, attrs }) => `${type.name} ${String(attrs['thread'] ?? '')}`.trim())

  it('[CB-17] shows code to the other where bold was replaced by it', () => {
    const { text, anna, ben } = twoAt('One: some words here')
    anna.select(anna.pos('words'), anna.pos('words', 'after'))
    anna.run(blockCommands.strong)
    text.exchange()
    expect(marksAt(ben, 'words')).toEqual(['strong'])
    anna.run(blockCommands.code)
    text.exchange()
    expect(marksAt(anna, 'words')).toEqual(['code'])
    expect(marksAt(ben, 'words')).toEqual(['code'])
    expect(text.problems).toEqual([])
  })

  it('[CB-17] keeps two comment marks that lie over each other when their clause is moved and split', () => {
    const { text, anna, ben } = twoAt('One: some words here to be read\nLast: other')
    const comment = (thread: string) => schema.marks['comment']!.create({ thread })
    anna.change((tr) => tr.addMark(anna.pos('some'), anna.pos('here', 'after'), comment('t1')))
    ben.change((tr) => tr.addMark(ben.pos('words'), ben.pos('read', 'after'), comment('t2')))
    text.exchange()
    const wanted = () => {
      for (const person of text.people) {
        expect(marksAt(person, 'some')).toEqual(['comment t1'])
        expect(marksAt(person, 'words').sort()).toEqual(['comment t1', 'comment t2'])
        expect(marksAt(person, 'to be')).toEqual(['comment t2'])
      }
    }
    wanted()
    anna.run(clauseCommands.moveTo(anna.id('One'), { parent: anna.id('Last'), after: null }))
    text.exchange()
    wanted()
    ben.select(ben.pos('words') + 2)
    ben.run(clauseCommands.split)
    text.exchange()
    expect(text.shows).toBe(
      outline(`
        Last: other
          One: some wo
          rds here to be read`),
    )
    for (const person of text.people) {
      expect(marksAt(person, 'some')).toEqual(['comment t1'])
      expect(marksAt(person, 'wo').sort()).toEqual(['comment t1', 'comment t2'])
      expect(marksAt(person, 'rds').sort()).toEqual(['comment t1', 'comment t2'])
      expect(marksAt(person, 'to be')).toEqual(['comment t2'])
    }
    expect(text.problems).toEqual([])
  })

  it('[CB-21] shows a comment that the server wrote, and keeps it while words are written inside it', () => {
    const { text, anna, ben } = twoAt('One: some words here')
    const clause = document.clauseOf(text.server, anna.id('One'))!
    const paragraph = document.bodyOf(clause)!.get(0) as Y.XmlElement
    const [name, value] = document.storedMark('comment', { thread: 't1' })
    ;(paragraph.get(0) as Y.XmlText).format(5, 5, { [name]: value })
    text.exchange()
    expect(marksAt(anna, 'words')).toEqual(['comment t1'])
    const at = anna.pos('words') + 2
    anna.change((tr) => tr.setSelection(TextSelection.create(tr.doc, at)))
    anna.change((tr) => tr.insertText('XY'))
    text.exchange()
    expect(marksAt(ben, 'woXYrds')).toEqual(['comment t1'])
    expect(ben.state.doc.nodeAt(ben.pos('woXYrds'))!.text).toBe('woXYrds')
    expect(text.problems).toEqual([])
  })
})

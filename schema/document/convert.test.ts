import { describe, expect, it } from '@jest/globals'
import * as Y from 'yjs'
import { documentHash, readTree } from './clauses.js'
import { blockOf, rawOfNode, readBlock, readDocument, typeOfNode } from './convert.js'
import { violations } from './invariants.js'
import { safeHref } from './links.js'
import { marksOf, storedMark } from './marks.js'
import { insertClause, moveClause, paragraph, splitClause } from './operations.js'
import { canonical, rawOf, type RawElement, type RawSpan } from './raw.js'
import { schema, schemaVersion } from './schema.js'
import { bodyOf, clauseOf, clausesOf, titleTextOf } from './shared-types.js'
import { documentJson, documentText } from './text.js'
import { documentVersion, LossyUpgrade, stampVersion, upgradeDocument } from './versions.js'

/** A figure, an equation in the line, a mark and attributes of a program of the future. */
const figure: RawElement = {
  name: 'figure',
  attrs: { width: 3, source: { file: 'f1' } },
  content: [{ name: 'caption', attrs: {}, content: [{ spans: [{ insert: 'Water use', marks: {} }], attrs: {} }] }],
}
const equation: RawElement = { name: 'equation', attrs: { tex: 'E=mc^2' }, content: [] }
const newer: RawElement = {
  name: 'para',
  attrs: { kind: 'NOTE', tone: 'dry', 's:x1': '{"op":"delete"}', indent: 'two' },
  content: [
    {
      spans: [
        { insert: 'plain ', marks: {} },
        { insert: 'shiny', marks: { shine: { level: 2 }, strong: {} } },
      ],
      attrs: {},
    },
    equation,
    { spans: [{ insert: ' rest', marks: {} }], attrs: {} },
  ],
}

function aText(...body: RawElement[]) {
  const doc = new Y.Doc({ gc: false })
  stampVersion(doc)
  const id = insertClause(
    doc,
    { parent: null },
    { title: 'Scope', body, attributes: { kind: 'SCOPE', colour: 'red' } },
  )!
  return { doc, id, body: bodyOf(clauseOf(doc, id)!)! }
}

describe('reading a shared text', () => {
  it('[CL-12, I5] emits no update and creates nothing, also in a text that is empty', () => {
    for (const { doc } of [aText(figure, newer), { doc: new Y.Doc() }]) {
      const before = Y.encodeStateAsUpdate(doc)
      doc.on('update', () => {
        throw new Error('reading wrote')
      })
      readDocument(doc)
      documentText(doc)
      documentJson(doc)
      documentHash(doc)
      documentVersion(doc)
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
      expect(violations(doc)).toEqual([])
    }
  })

  it('A peer with an unknown node opens and edits the report: the node is still there for others [CL-12]', () => {
    const { doc, id, body } = aText(figure, newer)
    const stored = body.toArray().map((type) => canonical(rawOf(type)))
    const nodes = body.toArray().map(readBlock)
    nodes.forEach((node) => node.check())
    expect(nodes.map(({ type }) => type.name)).toEqual(['unknown_block', 'para'])
    expect(nodes[0]!.attrs['text']).toBe('Water use')
    expect(nodes[1]!.attrs).toMatchObject({
      kind: 'NOTE',
      suggestions: { x1: '{"op":"delete"}' },
      other: { tone: 'dry', indent: 'two' },
    })
    expect(nodes.map((node) => canonical(rawOfNode(node)))).toEqual(stored)

    // Cut and pasted, moved to another clause by a split, through JSON: still what it was.
    body.insert(
      2,
      nodes.map((node) => typeOfNode(schema.nodeFromJSON(node.toJSON()))!),
    )
    expect(body.toArray().map((type) => canonical(rawOf(type)))).toEqual([...stored, ...stored])
    const second = splitClause(doc, id, { block: 0, offset: 0 })!
    expect(
      bodyOf(clauseOf(doc, second)!)!
        .toArray()
        .map((type) => canonical(rawOf(type))),
    ).toEqual([...stored, ...stored])
    expect(documentText(doc)).toContain('Water use')
  })

  it('keeps attributes of a clause that it does not know', () => {
    const { doc } = aText()
    expect(readDocument(doc).child(0).attrs).toMatchObject({
      kind: 'SCOPE',
      status: 'DRAFT',
      level: 1,
      other: { colour: 'red' },
    })
  })

  it('[I7] Mutating an attribute object after reading does not change the Y.Doc', () => {
    const { doc, body } = aText(figure, newer)
    const before = documentHash(doc)
    const node = readDocument(doc)
    node.child(0).attrs['other'].colour = 'blue'
    node.child(0).child(1).attrs['raw'].attrs.source.file = 'other'
    const copied = readBlock(body.get(0))
    body.insert(1, [typeOfNode(copied)!])
    body.delete(1, 1)
    copied.attrs['raw'].attrs.source.file = 'another'
    expect(documentHash(doc)).toBe(before)
    expect(violations(doc)).toEqual([])
  })

  it('Bold replaced by code is code at the peer; two overlapping comment marks survive a move and a split of the clause', () => {
    const spans: RawSpan[] = [{ insert: 'one two three', marks: {} }]
    const { doc, id, body } = aText(paragraph(spans))
    const text = (body.get(0) as Y.XmlElement).get(0) as Y.XmlText
    const put = (at: number, length: number, name: string, attrs = {}) => {
      const [key, value] = storedMark(name, attrs)
      text.format(at, length, { [key]: value })
    }
    put(0, 7, 'comment', { thread: 't1' })
    put(4, 9, 'comment', { thread: 't2' })
    for (const [first, second] of [
      ['strong', 'code'],
      ['code', 'strong'],
    ] as const) {
      put(0, 3, first)
      put(0, 3, second)
      const names = readBlock(body.get(0) as Y.XmlElement)
        .child(0)
        .marks.map(({ type }) => type.name)
      expect(names).toEqual(['code', 'comment'])
    }
    moveClause(doc, id, { parent: null, after: null })
    const second = splitClause(doc, id, { block: 0, offset: 6 })!
    const threads = (node = readDocument(doc)) => {
      const found: string[] = []
      node.descendants((child) => {
        if (child.isText)
          found.push(
            `${child.text}:${child.marks
              .filter(({ type }) => type.name === 'comment')
              .map(({ attrs }) => attrs['thread'])
              .sort()
              .join('+')}`,
          )
      })
      return found.filter((told) => !told.startsWith('Scope'))
    }
    expect(threads()).toEqual(['one:t1', ' :t1', 'tw:t1+t2', 'o:t1+t2', ' three:t2'])
    expect(readTree(doc).lines.map(({ id }) => id)).toEqual([id, second])
  })

  it('keeps a mark it does not know, and one it knows with a value it would lose', () => {
    const marks = {
      shine: { level: 2 },
      link: { href: 'https://example.org', rank: 1 },
      em: true,
      'comment--12345678': { thread: 't' },
    }
    const node = blockOf(paragraph([{ insert: 'x', marks }]))
    const stored = rawOfNode(node) as RawElement
    expect(marksOf(marks).map(({ type }) => type.name)).toEqual(['comment', 'unknown', 'unknown', 'unknown'])
    expect(stored).toMatchObject({
      content: [{ spans: [{ marks: { shine: { level: 2 }, link: marks.link, em: true } }] }],
    })
  })

  it('reads what stands in the wrong place without losing its words', () => {
    const { doc, id, body } = aText()
    body.insert(0, [
      new Y.XmlText('loose'),
      new Y.XmlElement('clause_title'),
      new Y.XmlHook('hook') as unknown as Y.XmlText,
    ])
    clauseOf(doc, id)!.set('at', { p: 7, o: null, t: -1 })
    ;(clausesOf(doc) as Y.Map<unknown>).set('notAClause', 'text')
    ;(clausesOf(doc) as Y.Map<unknown>).set('empty', new Y.Map())
    const node = readDocument(doc)
    node.check()
    expect(documentText(doc)).toContain('loose')
    expect(violations(doc).map(({ rule }) => rule)).toEqual(['I6', 'I6', 'I6', 'I6', 'I6'])
  })

  it('follows only addresses that are safe to follow', () => {
    for (const href of ['https://example.org/a', 'http://example.org', 'mailto:a@example.org', '#c1'])
      expect(safeHref(href)).toBe(href)
    for (const href of ['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', '/relative', '', null, 7])
      expect(safeHref(href)).toBeNull()
  })
})

describe('versions of the document schema', () => {
  const step = (run: (doc: Y.Doc) => void) => [{ to: 7, what: 'test', run }]
  const text = (doc: Y.Doc) => titleTextOf(clauseOf(doc, [...clausesOf(doc).keys()][0]!)!)!

  it('[CL-14] gives every attribute a default and every node content that may be missing', () => {
    for (const type of Object.values(schema.nodes))
      for (const [name, spec] of Object.entries(type.spec.attrs ?? {}))
        expect([type.name, name, 'default' in spec]).toEqual([type.name, name, true])
    for (const type of Object.values(schema.marks))
      for (const [name, spec] of Object.entries(type.spec.attrs ?? {}))
        expect([type.name, name, 'default' in spec]).toEqual([type.name, name, true])
    const contents = Object.values(schema.nodes).map(({ spec }) => spec.content ?? '')
    expect(contents.filter((content) => !/^(clause_title )?(\S+|\([^()]+\))\*$|^$/.test(content))).toEqual([])
  })

  it('[CL-14] upgrading an old text loses nothing, and a text of a newer version is left alone', () => {
    const { doc } = aText(figure, newer)
    expect(upgradeDocument(doc)).toBe(false)
    const before = documentHash(doc)
    expect(
      upgradeDocument(
        doc,
        step((copy) => text(copy).insert(0, 'New ')),
      ),
    ).toBe(true)
    expect([documentVersion(doc), documentHash(doc) === before, text(doc).toString()]).toEqual([7, false, 'New Scope'])
    expect(upgradeDocument(doc)).toBe(false)

    const unversioned = new Y.Doc()
    insertClause(unversioned, { parent: null }, { title: 'old' })
    expect([upgradeDocument(unversioned), documentVersion(unversioned), documentText(unversioned)]).toEqual([
      true,
      schemaVersion,
      'old',
    ])
  })

  it('[CL-14] refuses a step that would lose a word, a mark or a clause, and leaves the text as it was', () => {
    const { doc, id } = aText(figure, newer)
    const before = documentHash(doc)
    const lossy = [
      step((copy) => text(copy).delete(0, 1)),
      step((copy) => bodyOf(clauseOf(copy, id)!)!.delete(1, 1)),
      step((copy) => clausesOf(copy).delete(id)),
      step(
        (copy) =>
          clauseOf(copy, id)!.set('at', { p: null, o: 'a0', t: 9, b: null }) && insertClause(copy, { parent: null }),
      ),
    ]
    for (const steps of lossy) expect(() => upgradeDocument(doc, steps)).toThrow(LossyUpgrade)
    expect([documentHash(doc), documentVersion(doc)]).toEqual([before, schemaVersion])
  })
})

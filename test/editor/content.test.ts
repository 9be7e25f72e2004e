/** Whatever stands in a clause, and whatever is made of it in a view: it is written as it is shown, and shown to others as it was written. [CL-12, I2] */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import * as document from '#schema/document/index.js'
import { SharedText } from './people.js'

const { schema } = document
type Raw = document.RawElement

const words = fc.constantFrom('one', 'two two', ' ', '😀', '\u{1d11e}x', '\ue000', 'a', 'aa', '文')
const comment = (thread: string) => document.storedMark('comment', { thread })
const marks = fc
  .subarray<readonly [string, unknown]>([
    ['strong', {}],
    ['em', {}],
    ['code', {}],
    ['link', { href: 'https://example.org/' }],
    comment('t1'),
    comment('t2'),
    ['shine', { level: 2 }],
    ['glow', true],
    ['strong', { odd: 1 }],
  ])
  .map((all) => Object.fromEntries(all))
/** Most words have none. */
const fewMarks = fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, marks)

const inlineThing: fc.Arbitrary<Raw> = fc.constantFrom(
  { name: 'equation', attrs: { tex: 'x' }, content: [] },
  { name: 'footnote', attrs: {}, content: [{ spans: [{ insert: 'note', marks: {} }], attrs: {} }] },
)
const insert = fc.oneof(
  { weight: 6, arbitrary: words as fc.Arbitrary<document.RawSpan['insert']> },
  { weight: 1, arbitrary: fc.constantFrom({ embed: { formula: 1 } }, { embed: { formula: 2 } }) },
  { weight: 1, arbitrary: inlineThing },
)
const spans = fc.array(fc.record({ insert, marks: fewMarks }), { maxLength: 5 })
const text = fc.record({
  spans,
  attrs: fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, fc.constant({ lang: 'fr' })),
})

const paragraphAttrs = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.constantFrom<Record<string, unknown>>(
    { kind: 'NOTE' },
    { list: 'BULLET', indent: 1 },
    { tone: { dry: [1, 2] } },
    { kind: 7, 's:x1': '{"op":"delete"}' },
    { rescued: true, rescuedBy: 'Ben' },
  ),
)
/** Several texts in one paragraph, things between them, texts with attributes of their own, or nothing at all. */
const paragraph: fc.Arbitrary<Raw> = fc.record({
  name: fc.constant('para'),
  attrs: paragraphAttrs,
  content: fc.oneof(
    { weight: 3, arbitrary: fc.tuple(text) as fc.Arbitrary<document.RawNode[]> },
    fc.array(fc.oneof(text, inlineThing) as fc.Arbitrary<document.RawNode>, { maxLength: 4 }),
  ),
})
const unknownBlock: fc.Arbitrary<Raw> = fc.constantFrom<Raw>(
  { name: 'figure', attrs: { source: { file: 'f1' } }, content: [] },
  {
    name: 'table',
    attrs: {},
    content: [{ name: 'row', attrs: {}, content: [{ spans: [{ insert: 'x', marks: {} }], attrs: {} }] }],
  },
)
const block = fc.oneof({ weight: 5, arbitrary: paragraph }, unknownBlock)
const blocks = fc.array(block, { maxLength: 5 })

/** What a clause holds, and what is made of it: blocks of it as they were, blocks with other words in between, new ones. */
const change = fc
  .record({ before: blocks, fresh: blocks, picks: fc.array(fc.tuple(fc.nat(), fc.nat(), spans), { maxLength: 6 }) })
  .map(({ before, fresh, picks }) => {
    const now = fresh.slice(0, 2)
    for (const [from, to, more] of picks) {
      const old = before[from % Math.max(1, before.length)]
      if (!old) continue
      const content = old.content.map((raw) =>
        document.isRawText(raw) && to % 2 ? { ...raw, spans: [...raw.spans, ...more] } : raw,
      )
      now.splice(to % (now.length + 1), 0, to % 3 && old.name === 'para' ? { ...old, content } : old)
    }
    return { before, now }
  })

function aTextWith(body: readonly Raw[]) {
  const text = new SharedText('One')
  document.insertClause(text.server, { parent: null }, { title: 'Held', body })
  return { text, anna: text.arrive('Anna'), ben: text.arrive('Ben') }
}

/** The blocks as a view shows them. */
const shown = (body: readonly Raw[]) => aTextWith(body).anna.state.doc.lastChild!.children.slice(1)

const runs = { numRuns: Number(process.env['STORM_RUNS'] ?? 150), seed: Number(process.env['STORM_SEED'] ?? 1) }

describe('the content of a clause', () => {
  it('is written as it is shown, whatever it becomes, and shown to another as it was written', () => {
    fc.assert(
      fc.property(change, ({ before, now }) => {
        const { text, anna, ben } = aTextWith(before)
        const wanted = shown(now)
        const at = anna.binding.startOf(anna.id('Held'))! + 'Held'.length + 3
        anna.change((tr) => tr.replaceWith(at, tr.doc.content.size - 1, wanted))
        expect(anna.state.doc.lastChild!.children.slice(1).map(String)).toEqual(wanted.map(String))
        text.exchange()
        expect(ben.state.doc.eq(anna.state.doc)).toBe(true)
        expect(text.problems).toEqual([])
        anna.undo()
        text.exchange()
        expect(ben.state.doc.lastChild!.children.slice(1).map((node) => node.toJSON() as unknown)).toEqual(
          shown(before).map((node) => node.toJSON() as unknown),
        )
        expect(text.problems).toEqual([])
      }),
      runs,
    )
  })

  it('takes in what two people make of it at the same time, and shows both the same', () => {
    const edit = fc.record({
      at: fc.nat(),
      length: fc.nat(6),
      words,
      mark: fc.constantFrom('strong', 'em', 'code', null),
    })
    fc.assert(
      fc.property(blocks, fc.array(edit, { maxLength: 4 }), fc.array(edit, { maxLength: 4 }), (body, first, second) => {
        const { text, anna, ben } = aTextWith(body)
        for (const [person, edits] of [
          [anna, first],
          [ben, second],
        ] as const)
          for (const { at, length, words: insert, mark } of edits) {
            const places: number[] = []
            person.state.doc.descendants((node, pos) => {
              if (!node.isTextblock) return
              // Nobody's caret stands between the halves of a character.
              const row = node.textBetween(0, node.content.size, '', '?')
              for (let i = 0; i <= row.length; i++) if (!/^[\udc00-\udfff]/.test(row.slice(i))) places.push(pos + 1 + i)
            })
            const from = places[at % places.length]!
            const end = person.state.doc.resolve(from).end()
            const to = Math.max(from, ...places.filter((place) => place <= Math.min(from + length, end)))
            if (mark === null) person.change((tr) => tr.replaceWith(from, to, schema.text(insert)))
            else person.change((tr) => tr.addMark(from, to, schema.marks[mark]!.create()))
          }
        text.exchange()
        expect(ben.state.doc.eq(anna.state.doc)).toBe(true)
        expect(text.problems).toEqual([])
      }),
      runs,
    )
  })
})

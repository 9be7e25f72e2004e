import { describe, expect, it } from '@jest/globals'
import { contentOf, readNotation } from './notation.js'

describe('our notation of texts', () => {
  it('reads headings with what is said of them, and what is left out', () => {
    const source = '= One {SCOPE, AGREED, editor}\n== Two\n= Three {deleted, chair}'
    expect(readNotation(source)).toEqual([
      { level: 1, title: 'One', kind: 'SCOPE', status: 'AGREED', by: 'editor', isDeleted: false, blocks: [] },
      { level: 2, title: 'Two', kind: 'CLAUSE', status: 'DRAFT', by: '', isDeleted: false, blocks: [] },
      { level: 1, title: 'Three', kind: 'CLAUSE', status: 'DRAFT', by: 'chair', isDeleted: true, blocks: [] },
    ])
  })

  it('reads paragraphs of each kind, lists of three levels, and other hands', () => {
    const source = '= One {editor}\nWords.\n@chair NOTE: Noted.\n1. first\n  a. below\n    - lowest\n3.5 is no item.'
    expect(readNotation(source)[0]!.blocks).toEqual([
      { by: 'editor', words: 'Words.', attrs: {} },
      { by: 'chair', words: 'Noted.', attrs: { kind: 'NOTE' } },
      { by: 'editor', words: 'first', attrs: { list: 'NUMBER' } },
      { by: 'editor', words: 'below', attrs: { list: 'LETTER', indent: 1 } },
      { by: 'editor', words: 'lowest', attrs: { list: 'BULLET', indent: 2 } },
      { by: 'editor', words: '3.5 is no item.', attrs: {} },
    ])
  })

  it('reads emphasis, code and links, and tags in brackets as they are', () => {
    const ids: Record<string, string> = { Two: 'c2' }
    const places = { idOf: (title: string) => ids[title], thing: () => undefined }
    expect(contentOf('a **b** *c* |d| [ISO 1] [e](https://e.org) [f](#Two)', places)).toEqual([
      {
        attrs: {},
        spans: [
          { insert: 'a ', marks: {} },
          { insert: 'b', marks: { strong: {} } },
          { insert: ' ', marks: {} },
          { insert: 'c', marks: { em: {} } },
          { insert: ' ', marks: {} },
          { insert: 'd', marks: { code: {} } },
          { insert: ' [ISO 1] ', marks: {} },
          { insert: 'e', marks: { link: { href: 'https://e.org' } } },
          { insert: ' ', marks: {} },
          { insert: 'f', marks: { link: { href: '#c2' } } },
        ],
      },
    ])
  })

  it('reads formulas, footnotes, citations and cross-references among the words', () => {
    const places = {
      idOf: (title: string) => (title === 'Two' ? 'c2' : undefined),
      thing: (name: string) => (name === 'sum' ? ('EQUATION' as const) : undefined),
    }
    const names = contentOf('$E_i$ is.^[A note.] See [@iso-1-2024 ISO 1], [@- b-RFC 1], {#sum} and {#Two}.', places)
    expect(names.flatMap((node) => ('name' in node ? [[node.name, node.attrs]] : []))).toEqual([
      ['math', { tex: 'E_i' }],
      ['footnote', { note: 'A note.' }],
      ['citation', { key: 'ISO 1', item: 'iso-1-2024' }],
      ['citation', { key: 'RFC 1', use: 'BIBLIOGRAPHY' }],
      ['reference', { to: 'sum', target: 'EQUATION' }],
      ['reference', { to: 'c2' }],
    ])
  })

  it('reads tables with head, key and notes, equations, and key figures', () => {
    const source = [
      '= One',
      'TABLE parts: Parts of a total',
      '|= Part | Share |',
      '| Idle | 30 % |',
      'KEY: a share of the total',
      'NOTE: Rounded.',
      'EQUATION sum: E = E_1',
      'CALLOUT 0.56 Wh: for each answer',
    ].join('\n')
    const blocks = readNotation(source)[0]!.blocks
    expect(blocks).toHaveLength(3)
    expect(blocks[0]).toMatchObject({
      words: 'Parts of a total',
      name: 'parts',
      rows: [
        { isHead: true, cells: ['Part', 'Share'] },
        { isHead: false, cells: ['Idle', '30 %'] },
      ],
      below: [{ attrs: { kind: 'KEY' } }, { attrs: { kind: 'NOTE' } }],
    })
    expect(blocks[1]).toMatchObject({ name: 'sum', tex: 'E = E_1' })
    expect(blocks[2]).toMatchObject({ words: 'for each answer', attrs: { kind: 'CALLOUT', keyFigure: '0.56 Wh' } })
  })

  it('does not pass over a mistake', () => {
    expect(() => readNotation('Words first.')).toThrow('before the first heading')
    expect(() => readNotation('= One {SCOP, editor}')).toThrow('Not understood')
    expect(() => contentOf('[f](#Nowhere)')).toThrow('No clause is called')
    expect(() => contentOf('{#Nowhere}')).toThrow('Nothing is called')
  })
})

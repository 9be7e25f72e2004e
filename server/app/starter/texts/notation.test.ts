import { describe, expect, it } from '@jest/globals'
import { readNotation, spansOf } from './notation.js'

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
    expect(spansOf('a **b** *c* |d| [ISO 1] [e](https://e.org) [f](#Two)', (title) => ids[title])).toEqual([
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
    ])
  })

  it('does not pass over a mistake', () => {
    expect(() => readNotation('Words first.')).toThrow('before the first heading')
    expect(() => readNotation('= One {SCOP, editor}')).toThrow('Not understood')
    expect(() => spansOf('[f](#Nowhere)')).toThrow('No clause is called')
  })
})

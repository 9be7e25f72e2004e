import { describe, expect, it } from '@jest/globals'
import type { Node } from 'prosemirror-model'
import { blocksOfMarkdown, looksLikeMarkdown } from './markdown.js'

const shown = (node: Node): string => {
  if (node.isText) return node.marks.reduce((words, { type }) => `<${type.name}>${words}</${type.name}>`, node.text!)
  const { kind, list, indent } = node.attrs
  const sort = node.type.name !== 'para' ? node.type.name : list !== 'NONE' ? `${list} ${indent}` : kind
  const content = node.isLeaf ? String(node.attrs['tex'] ?? '') : node.children.map(shown).join('')
  return `{${sort} ${content}}`
}
const read = (written: string) => blocksOfMarkdown(written).blocks.map(shown)

describe('text written as Markdown', () => {
  it.each<[string, string, string[]]>([
    ['paragraphs', 'One\ntwo\n\nthree', ['{BODY One two}', '{BODY three}']],
    ['headings', '## Scope', ['{BODY <strong>Scope</strong>}']],
    [
      'lists',
      '- a\n  - b\n    - c\n      - d\n1. e',
      ['{BULLET 0 a}', '{BULLET 1 b}', '{BULLET 2 c}', '{BULLET 2 d}', '{NUMBER 0 e}'],
    ],
    ['code', '```js\nlet x\n\n  y\n```\nz', ['{CODE let x\n\n  y}', '{BODY z}']],
    ['quotations', '> a\n> b', ['{QUOTATION a b}']],
    ['formulas', 'where $E=mc^2$ holds\n\n$$\nx\n$$', ['{BODY where {math E=mc^2} holds}', '{equation x}']],
    [
      'emphasis',
      'a **b *c* d** `e*f*` snake_case_name',
      ['{BODY a <strong>b </strong><strong><em>c</em></strong><strong> d</strong> <code>e*f*</code> snake_case_name}'],
    ],
    ['links that are safe', '[a](https://e.example) [b](javascript:x)', ['{BODY <link>a</link> b}']],
    ['prices, which are no formulas', 'from $5 to $10', ['{BODY from $5 to $10}']],
    ['markup, as words', '<script>x</script>', ['{BODY <script>x</script>}']],
  ])('has %s', (_, written, blocks) => {
    expect(read(written)).toEqual(blocks)
  })

  it('has tables, with a head row', () => {
    const [frame] = blocksOfMarkdown('| a | b |\n|---|:-:|\n| c | d | e |\nwords').blocks
    const [head, row] = frame!.child(1).children
    expect(head!.children.map(({ attrs }) => attrs['head'] as unknown)).toEqual([true, true, true])
    expect(row!.children.map(({ textContent }) => textContent)).toEqual(['c', 'd', 'e'])
  })

  it('is known by its signs, and ordinary words are not taken for it', () => {
    expect(looksLikeMarkdown('# Title\n\n- a\n- b')).toBe(true)
    expect(looksLikeMarkdown('a | b\n--|--\nc | d')).toBe(true)
    expect(looksLikeMarkdown('The group met - briefly - on 3 May.\nIt costs 5 * 3.')).toBe(false)
  })
})

import { describe, expect, it } from '@jest/globals'
import { partsOf, type List } from './blocks.js'
import type { NodeJson } from './node-json.js'

const para = (text: string, attrs: Record<string, unknown> = {}): NodeJson => ({
  type: 'para',
  attrs,
  content: [{ type: 'text', text }],
})
const item = (text: string, indent = 0, list = 'BULLET', more = {}) => para(text, { list, indent, ...more })
const words = ({ content }: NodeJson) => content![0]!.text!
const outline = (lists: readonly List[]): unknown =>
  lists.map(({ style, items }) => [style, items.map(({ block, lists: below }) => [words(block), outline(below)])])
const seen = (...blocks: NodeJson[]) =>
  partsOf(blocks).map(({ kind, number, block, lists }) => [kind, number, block ? words(block) : outline(lists!)])

describe('the parts of a clause', () => {
  it('[CL-13] makes lists in lists of paragraphs that are marked as items', () => {
    expect(
      seen(
        para('before'),
        item('a'),
        item('b', 1, 'NUMBER'),
        item('c', 2),
        item('d', 1, 'NUMBER'),
        item('e'),
        para('after'),
      ),
    ).toEqual([
      ['BODY', 1, 'before'],
      [
        'BODY',
        2,
        [
          [
            'BULLET',
            [
              [
                'a',
                [
                  [
                    'NUMBER',
                    [
                      ['b', [['BULLET', [['c', []]]]]],
                      ['d', []],
                    ],
                  ],
                ],
              ],
              ['e', []],
            ],
          ],
        ],
      ],
      ['BODY', 3, 'after'],
    ])
  })

  it('[CL-13] hangs an item that is deeper than anything before it as deep as it can', () => {
    expect(seen(item('deep', 2), item('deeper', 9), item('odd', -1, 'LETTER'))).toEqual([
      [
        'BODY',
        null,
        [
          ['BULLET', [['deep', [['BULLET', [['deeper', []]]]]]]],
          ['LETTER', [['odd', []]]],
        ],
      ],
    ])
  })

  it('[ST-7] counts notes in the clause, and one alone not', () => {
    expect(seen(para('n', { kind: 'NOTE' }), para('x', { kind: 'EXAMPLE' }), para('m', { kind: 'NOTE' }))).toEqual([
      ['NOTE', 1, 'n'],
      ['EXAMPLE', null, 'x'],
      ['NOTE', 2, 'm'],
    ])
  })

  it('keeps a list of another kind, and words that were brought back, apart', () => {
    expect(
      seen(item('a'), item('b', 0, 'BULLET', { kind: 'NOTE' }), item('c', 0, 'BULLET', { rescued: true })),
    ).toEqual([
      ['BODY', 1, [['BULLET', [['a', []]]]]],
      ['NOTE', null, [['BULLET', [['b', []]]]]],
      ['BODY', 2, 'c'],
    ])
  })

  it('takes values that it does not know for the default', () => {
    expect(seen(para('x', { kind: 'POEM', list: 'STAR', indent: 'two' }))).toEqual([['BODY', null, 'x']])
    expect(partsOf([{ type: 'unknown_block', attrs: { list: 'BULLET' } }])).toMatchObject([
      { kind: 'BODY', number: null },
    ])
  })
})

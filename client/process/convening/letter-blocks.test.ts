import { expect, it } from '@jest/globals'
import { blocksOf, piecesOf } from './letter-blocks.js'

it('reads paragraphs and points, also where no blank line parts them', () => {
  expect(blocksOf('One\nstill one\n\n- a\n- b\nTwo\n\n\n- c')).toEqual([
    { kind: 'paragraph', text: 'One\nstill one' },
    { kind: 'points', points: ['a', 'b'] },
    { kind: 'paragraph', text: 'Two' },
    { kind: 'points', points: ['c'] },
  ])
  expect(blocksOf('')).toEqual([])
})

it('finds addresses, without the full stop behind them', () => {
  expect(piecesOf('See https://example.org/a?b=1. Or /groups/x/meetings/1/registration, then go.')).toEqual([
    { text: 'See ', href: null },
    { text: 'https://example.org/a?b=1', href: 'https://example.org/a?b=1' },
    { text: '. Or ', href: null },
    { text: '/groups/x/meetings/1/registration', href: '/groups/x/meetings/1/registration' },
    { text: ', then go.', href: null },
  ])
  expect(piecesOf('and/groups/x javascript:alert(1)')).toEqual([
    { text: 'and/groups/x javascript:alert(1)', href: null },
  ])
})

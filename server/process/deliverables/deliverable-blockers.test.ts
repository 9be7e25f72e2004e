import { expect, it } from '@jest/globals'
import { deliverableBlockers } from './deliverable-blockers.js'

const one = (state: 'PROPOSED' | 'IN_DRAFTING' | 'TAKEN_UP', hasText: boolean, code: string | null = 'D.1') => ({
  code,
  title: 'Guidelines',
  state,
  hasText,
})

it('[GS-9] misses the text of what is being drafted, and of nothing else', () => {
  const lines = deliverableBlockers('fg-x', [
    one('PROPOSED', false),
    one('IN_DRAFTING', true),
    one('IN_DRAFTING', false, null),
    one('TAKEN_UP', false),
  ])
  expect(lines.map(({ args }) => args['deliverable'])).toEqual(['Guidelines'])
})

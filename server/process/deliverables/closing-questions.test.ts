import { expect, it } from '@jest/globals'
import { closingQuestions } from './closing-questions.js'

const open = { number: 1, standing: 'OPEN', replacementId: null } as const
const closed = { number: 2, standing: 'CLOSED', replacementId: null } as const
const replaced = { number: 3, standing: 'OPEN', replacementId: 'x' } as const
const published = { slug: 'l-1317', state: 'PUBLISHED' } as const
const drafted = { slug: 'l-suppl', state: 'IN_DEVELOPMENT' } as const

it('[GA-3, DV-8] asks about each open gap once an item that it became is in force, and never about others', () => {
  expect(closingQuestions([open, closed, replaced], [published, drafted])).toEqual([{ gap: open, item: published }])
  expect(closingQuestions([open], [drafted])).toEqual([])
  expect(closingQuestions([closed], [published])).toEqual([])
})

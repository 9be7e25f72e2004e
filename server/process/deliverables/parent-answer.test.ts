import { expect, it } from '@jest/globals'
import { dispositionFor, relationFor } from './parent-answer.js'

it('[DE-8] lets the parent make something of what it takes up, and nothing else', () => {
  expect(dispositionFor('TAKEN_UP', 'SUPPLEMENT')).toBe('SUPPLEMENT')
  expect(dispositionFor('TAKEN_UP', null)).toBe('UNKNOWN')
  expect(dispositionFor('TAKEN_UP', 'NOTED_ONLY')).toBeNull()
  expect(dispositionFor('NOTED', null)).toBe('NOTED_ONLY')
  expect(dispositionFor('NOTED', 'RECOMMENDATION')).toBeNull()
  expect(dispositionFor('RETURNED', null)).toBe('UNKNOWN')
  expect(dispositionFor('RETURNED', 'SUPPLEMENT')).toBeNull()
})

it('[DE-9] connects what went into a work item as input, all else as what it became', () => {
  expect(relationFor('INPUT_TO_WORK_ITEM')).toBe('INPUT_TO')
  expect(relationFor('RECOMMENDATION')).toBe('BECAME')
})

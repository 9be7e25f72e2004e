import { expect, it } from '@jest/globals'
import { readImportId, readImportView } from './import-address.js'

it('[AD-1] reads which rows are shown, and leaves out what it does not understand', () => {
  const read = (query: string) => readImportView(new URLSearchParams(query))
  expect(read('outcome=doubtful&after=x&before=y')).toEqual({ outcome: 'DOUBTFUL', after: 'x', before: null })
  expect(read('outcome=NONSENSE&before=y')).toEqual({ outcome: null, after: null, before: 'y' })
})

it('reads an id and nothing else', () => {
  expect(readImportId('01a00000-0000-7000-8000-000000000000')).toBe('01a00000-0000-7000-8000-000000000000')
  expect(readImportId('new')).toBeNull()
})

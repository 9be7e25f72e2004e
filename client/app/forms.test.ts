import { expect, it } from '@jest/globals'
import { wordsFor } from '#schema/words/index.js'
import { fieldRefusals } from './forms.js'

it('tells the days of a refusal as the pages write them, and what was mistyped as typed', () => {
  const args = { startsOn: '2026-11-24', endsOn: '2026-02-31' }
  const [refusal] = fieldRefusals([{ code: 'ENDS_BEFORE_START', args, field: 'input.endsOn' }], wordsFor('en'))
  expect(refusal).toMatchObject({ field: 'endsOn' })
  expect(refusal!.sentence).toContain('24 Nov 2026')
  expect(refusal!.sentence).toContain('2026-02-31')
})

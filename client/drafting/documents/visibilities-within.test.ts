import { expect, it } from '@jest/globals'
import { visibilitiesWithin } from './visibilities-within.js'

it('offers nothing wider than the group', () => {
  expect(visibilitiesWithin('PUBLIC')).toHaveLength(4)
  expect(visibilitiesWithin('PARTICIPANTS')).toEqual(['PARTICIPANTS', 'MANAGEMENT'])
})

import { expect, it } from '@jest/globals'
import { contributionFilter, readContributions, writeContributions } from './contribution-address.js'

it('[CN-7] reads what it writes, and names what it does not understand', () => {
  const address = 'q=rain&phase=LATE_PENDING&purpose=PROPOSAL&source=Rain+%26+Works&meeting=2&sort=number'
  const view = readContributions(new URLSearchParams(address))
  expect(writeContributions(view).toString()).toBe(address)
  expect(contributionFilter('example', view)).toEqual({
    group: 'example',
    search: 'rain',
    phase: ['LATE_PENDING'],
    purpose: ['PROPOSAL'],
    source: ['Rain & Works'],
    meeting: 2,
  })
  const odd = readContributions(new URLSearchParams('phase=late&meeting=first&sort=age&after=x&before=y'))
  expect(odd).toMatchObject({ phase: [], meeting: null, sort: 'LATEST', after: 'x', before: null })
  expect(odd.unread.map(({ name }) => name)).toEqual(['sort', 'phase', 'meeting'])
})

import { expect, it } from '@jest/globals'
import { readContributors, writeContributors } from './contributor-lines.js'

it('[ED-3] reads contributors line by line, the surname behind a bar where it is not the last word', () => {
  expect(readContributors(['Ana María | García López; ITU; Spain; editor; group 2', 'Bo Li', 'Cy Ø; ; Chile'])).toEqual(
    [
      {
        name: 'Ana María García López',
        sortName: 'García López Ana María',
        affiliation: 'ITU',
        country: 'Spain',
        mark: 'editor; group 2',
      },
      { name: 'Bo Li', sortName: null, affiliation: null, country: null, mark: null },
      { name: 'Cy Ø', sortName: null, affiliation: null, country: 'Chile', mark: null },
    ],
  )
})

it('[ED-3] writes what it reads, so that saving a form twice changes nothing', () => {
  const lines = ['Ana María | García López; ITU; Spain; editor', 'Bo Li', 'Cy Ø; ; Chile']
  expect(writeContributors(readContributors(lines))).toBe(lines.join('\n'))
})

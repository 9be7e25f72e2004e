import { expect, it } from '@jest/globals'
import { organisationNamed } from './organisation-named.js'

it('[RC-11] finds the organisation beside a name', () => {
  for (const words of ['Anna Example, Example Works', 'Anna Example (Example Works)', 'Anna Example – Example Works'])
    expect(organisationNamed(words)).toBe('Example Works')
  for (const words of ['Anna Example', 'Anna Example,', 'Jean-Luc Example', ''])
    expect(organisationNamed(words)).toBeNull()
})

import { expect, it } from '@jest/globals'
import { ownAddress } from './own-address.js'

it('takes an address of this site apart', () => {
  const url = ownAddress('/gaps?topic=WATER#list')
  expect([url?.pathname, url?.search, url?.hash]).toEqual(['/gaps', '?topic=WATER', '#list'])
})

it('knows addresses of other sites in all their disguises', () => {
  for (const text of [
    '//other.example',
    '/\\other.example',
    '/\t/other.example',
    'https://other.example',
    'gaps',
    '',
    null,
    undefined,
  ])
    expect(ownAddress(text)).toBeNull()
})

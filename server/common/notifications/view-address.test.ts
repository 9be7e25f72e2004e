import { expect, it } from '@jest/globals'
import { viewAddress } from './view-address.js'

it.each([
  ['/roadmap?topic=WATER&after=abc&state=PUBLISHED', '/roadmap?topic=WATER&state=PUBLISHED'],
  ['/gaps', '/gaps'],
  ['/gaps?q=water+use', '/gaps?q=water+use'],
  ['/search?q=caf%C3%A9', '/search?q=caf%C3%A9'],
])('[NO-2] keeps %s as %s', (given, kept) => {
  expect(viewAddress(given)).toBe(kept)
})

it.each([
  'https://example.org/roadmap',
  '//example.org/roadmap',
  '/\\example.org',
  '/roadmap\n',
  'roadmap',
  '',
  '/me',
  '/items/iso-iec-21031-2024',
  `/roadmap?q=${'a'.repeat(2000)}`,
])('[NO-2] keeps no address like %j', (given) => {
  expect(viewAddress(given)).toBeNull()
})

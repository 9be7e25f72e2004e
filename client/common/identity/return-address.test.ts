import { describe, expect, it } from '@jest/globals'
import { returnAddress } from './return-address.js'

describe('the address to return to after signing in', () => {
  it.each(['/groups/example', '/roadmap?topic=WATER&sort=-state', '/groups/example/meetings/2#key-dates', '/'])(
    'follows %s, a path of this site',
    (to) => expect(returnAddress(to)).toBe(to),
  )

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '/./%2e/..//evil.example',
    'javascript:alert(1)',
    'groups/example',
    '\n/groups',
    '',
    null,
    undefined,
  ])('goes to the start page instead of %j', (to) => expect(returnAddress(to)).toBe('/'))

  it.each(['/sign-in', '/sign-in/link?secret=x', '/register', '/sign-in?to=/me'])(
    'does not come back to %s, where one has just been',
    (to) => expect(returnAddress(to)).toBe('/'),
  )
})

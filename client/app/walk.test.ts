import { expect, it } from '@jest/globals'
import { isOtherPage } from './walk.js'

const place = (address: string) => {
  const { pathname, search } = new URL(address, 'http://localhost')
  return { pathname, search }
}
const walks = (from: string, to: string) => isOtherPage(place(from), place(to))

it('[PG-3] takes another path, or the next page of a list, for another page', () => {
  expect(walks('/gaps', '/gaps/G-01')).toBe(true)
  expect(walks('/roadmap?state=PUBLISHED', '/roadmap?state=PUBLISHED&after=abc')).toBe(true)
  expect(walks('/roadmap?after=abc', '/roadmap?before=abd')).toBe(true)
})

it('[PG-3] takes another filter, order or view of the same list for the same page', () => {
  expect(walks('/roadmap', '/roadmap?state=PUBLISHED')).toBe(false)
  expect(walks('/?view=table', '/')).toBe(false)
  expect(walks('/roadmap?after=abc', '/roadmap?state=PUBLISHED')).toBe(false)
})

import { expect, it } from '@jest/globals'
import { wordsFor } from '#schema/words/index.js'
import { atomFeed, type AtomEvent } from './atom.js'

const event = (given: Partial<AtomEvent>): AtomEvent => ({
  id: '01900000-0000-7000-8000-00000000000a',
  occurredAt: '2026-03-14T12:00:00.000Z',
  verb: 'gap.recorded',
  objectType: 'gap',
  href: '/gaps/G-01',
  label: 'G-01 Metering',
  args: {},
  group: null,
  actor: { name: 'Ada' },
  ...given,
})
const head = {
  self: 'https://example.org/gaps.atom?topic=WATER&open=true',
  page: 'https://example.org/gaps?topic=WATER&open=true',
  title: 'Gaps',
  origin: 'https://example.org',
  now: '2026-06-01T00:00:00.000Z',
}
const feed = (...events: Partial<AtomEvent>[]) => atomFeed(events.map(event), head, wordsFor('en'))

it('[EX-4] tells an event as an entry of its own name, in words, with the way to its object', () => {
  const text = feed({})
  expect(text).toContain('<id>urn:uuid:01900000-0000-7000-8000-00000000000a</id>')
  expect(text).toContain('<title>Ada recorded the gap G-01 Metering.</title>')
  expect(text).toContain('href="https://example.org/gaps/G-01"')
  expect(text).toContain('<updated>2026-03-14T12:00:00.000Z</updated>')
})

it('[EX-4] is XML whatever things are called', () => {
  const text = feed({ label: '<b> & "\u0001\ud800' })
  expect(text).toContain('&lt;b&gt; &amp; &quot;\ufffd\ufffd.')
  expect(text).toContain('topic=WATER&amp;open=true')
})

it('[EX-4] names no former member, and is a feed also without news', () => {
  expect(feed({ actor: { name: null } })).toContain('<name>A former member</name>')
  expect(feed()).toContain('<updated>2026-06-01T00:00:00.000Z</updated>')
})

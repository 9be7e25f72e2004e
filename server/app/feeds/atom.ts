import type { Words } from '#schema/words/index.js'
import { sentenceOf, type Happening } from '#schema/words/happening.js'
import { atomHead, escaped } from './xml.js'

/** An event as the feeds ask for it. */
export interface AtomEvent extends Happening {
  readonly id: string
  readonly occurredAt: string
}

/** What a feed is of. */
export interface AtomHead {
  /** Address of the feed itself, which is its permanent name. */
  readonly self: string
  /** Address of the page that shows the things it tells of. */
  readonly page: string
  readonly title: string
  readonly origin: string
  /** When there is nothing to tell, the feed is of this moment. */
  readonly now: string
}

/** Fields of an event that `atomFeed` needs. */
export const atomFields = 'id occurredAt verb objectType href label args group { name acronym } actor { name }'

/** News as RFC 4287 wants them, newest first: each event an entry that is never changed, told in the reader's language. [EX-4] */
export function atomFeed(events: readonly AtomEvent[], head: AtomHead, words: Words): string {
  const { self, page, title, origin, now } = head
  const entries = events.map((event) => {
    const { before, object, after, href } = sentenceOf(words, event)
    return `<entry>
<id>urn:uuid:${event.id}</id>
<title>${escaped(before + object + after)}</title>
<updated>${new Date(event.occurredAt).toISOString()}</updated>
<author><name>${escaped(event.actor ? (event.actor.name ?? words('activity.erased')) : words('activity.system'))}</name></author>
<link rel="alternate" href="${escaped(origin + (href ?? '/activity'))}"/>
</entry>
`
  })
  const updated = new Date(events[0]?.occurredAt ?? now).toISOString()
  const author = words('shell.name')
  return `${atomHead({ id: self, self, page, title, author, updated, language: words.locale })}${entries.join('')}</feed>
`
}

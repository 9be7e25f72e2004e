import type { Words } from '#schema/words/index.js'
import { sentenceOf, type Happening } from '#schema/words/happening.js'

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

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Text for XML: signs that XML 1.0 does not know are left out. */
const escaped = (text: string) =>
  text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- exactly these may not stand in XML
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => entities[sign]!)

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
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${words.locale}">
<id>${escaped(self)}</id>
<title>${escaped(title)}</title>
<updated>${new Date(events[0]?.occurredAt ?? now).toISOString()}</updated>
<author><name>${escaped(words('shell.name'))}</name></author>
<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>
<link rel="alternate" type="text/html" href="${escaped(page)}"/>
${entries.join('')}</feed>
`
}

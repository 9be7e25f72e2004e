const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML 1.0, in an element or between double quotes. What XML has no place for stands as U+FFFD, so that its loss shows. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- exactly these may not stand in XML
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (sign) => entities[sign]!)

/** The first lines of an Atom feed, up to its first entry; `</feed>` ends it. [RFC 4287] */
export function atomHead(given: {
  /** Permanent name of the feed. */
  readonly id: string
  /** Address of the feed itself. */
  readonly self: string
  /** Address of the page that shows what it tells of. */
  readonly page: string
  readonly title: string
  readonly author: string
  readonly updated: string
  readonly language: string
}): string {
  const { id, self, page, title, author, updated, language } = given
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${escaped(id)}</id>
<title>${escaped(title)}</title>
<updated>${updated}</updated>
<author><name>${escaped(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>
<link rel="alternate" type="text/html" href="${escaped(page)}"/>
`
}

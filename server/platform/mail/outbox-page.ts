import type { Words } from '#schema/words/index.js'

export interface OutboxLetter {
  recipient: string
  subject: string
  body: string
  createdAt: Date
}

/** The outbox as a page: nothing but HTML, newest letter first, addresses in the text can be followed. */
export function outboxPage(words: Words, letters: readonly OutboxLetter[]): string {
  const items = letters.map(
    (letter) => `<article>
<h2>${escape(letter.subject)}</h2>
<p>${escape(words('mail.outbox.to', { to: letter.recipient }))} · <time>${letter.createdAt.toISOString()}</time></p>
<pre>${withLinks(letter.body)}</pre>
</article>`,
  )
  return `<!doctype html>
<html lang="${words.language}" dir="${words.dir}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${escape(words('mail.outbox.title'))}</title>
<main>
<h1>${escape(words('mail.outbox.title'))}</h1>
<p>${escape(words('mail.outbox.about'))}</p>
${items.join('\n') || `<p>${escape(words('mail.outbox.empty'))}</p>`}
</main>
</html>
`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign]!)

const withLinks = (text: string) =>
  escape(text).replace(/https?:\/\/[^\s<>"]+/g, (address) => `<a href="${address}">${address}</a>`)

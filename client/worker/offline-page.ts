/** The page that stands where none can be had: the texts that this device keeps. A pure rule. [OF-9] */
import type { OfflinePageWords } from '../editor/offline/kept-texts.js'

export interface ListedText {
  readonly title: string
  readonly href: string
  readonly waiting: number
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

export function offlinePage(words: OfflinePageWords, texts: readonly ListedText[], styles: readonly string[]): string {
  const rows = texts.map(({ title, href, waiting }) => {
    const note = waiting > 0 ? ` <span class="soft">${escaped(`${words.waiting} ${waiting}`)}</span>` : ''
    return `<li><a href="${escaped(href)}"><bdi>${escaped(title)}</bdi></a>${note}</li>`
  })
  return `<!DOCTYPE html>
<html lang="${escaped(words.language)}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(words.title)}</title>
${styles.map((href) => `<link rel="stylesheet" href="${escaped(href)}">`).join('\n')}
</head>
<body>
<main class="offline-page">
<h1>${escaped(words.title)}</h1>
${
  rows.length === 0 ? `<p>${escaped(words.none)}</p>` : `<p>${escaped(words.lead)}</p>\n<ul>\n${rows.join('\n')}\n</ul>`
}
</main>
</body>
</html>
`
}

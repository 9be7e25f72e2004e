/**
 * The address of a link if it is safe to follow: http, https and mailto, and places in the same text (`#...`). Null for everything else
 * (`javascript:`, `data:`, relative addresses), which is shown as plain text.
 */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string') return null
  if (href.startsWith('#')) return href
  try {
    // What the browser would make of it counts: blanks and control characters inside a scheme do not hide it.
    return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol) ? href : null
  } catch {
    return null // no address at all
  }
}

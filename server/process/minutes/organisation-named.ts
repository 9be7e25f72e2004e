/**
 * The organisation that stands beside a name, after a comma, a dash or a stroke, or in brackets; null when none does: "Anna Example, Example Works",
 * "Anna Example (Example Works)". [RC-11]
 */
export function organisationNamed(words: string): string | null {
  const [, beside = ''] = /^.+?(?:\s[–—-]\s|[([/;,:])(.+)$/s.exec(words.trim()) ?? []
  return (
    beside
      .trim()
      .replace(/[)\]]$/, '')
      .trim() || null
  )
}

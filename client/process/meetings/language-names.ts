/** Languages by their names in the reader's language: "English, French". */
export function languageNames(tags: readonly string[], locale: string): string {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(tags.map((tag) => names.of(tag) ?? tag))
}

/** What the time of an action is in the record: a day, a meeting of the group by its number, or the one that comes next. */
export type DueMeant =
  | { readonly kind: 'DAY'; readonly on: string }
  | { readonly kind: 'MEETING'; readonly number: number }
  | { readonly kind: 'NEXT' }

/** What words about a time mean; null for others, such as "after the summer", which stay in the minutes alone, and for none. [RC-11] */
export function dueMeant(words: string): DueMeant | null {
  const said = words.trim().replace(/^by\s+/i, '')
  if (/^\d{4}-\d{2}-\d{2}$/.test(said)) return { kind: 'DAY', on: said }
  const number = /^(?:the\s+)?meeting\s+(\d{1,5})$/i.exec(said)?.[1]
  if (number) return { kind: 'MEETING', number: Number(number) }
  return /^(?:the\s+)?next\s+meeting$/i.test(said) ? { kind: 'NEXT' } : null
}

/** The same in words that are understood again; empty when it is due at no time. */
export function dueWords({ on, meeting }: { readonly on: string | null; readonly meeting: number | null }): string {
  if (on !== null) return on
  return meeting === null ? '' : `meeting ${meeting}`
}

/** What stands before a name and is none of it. */
const titles = /^(?:(?:mr|mrs|ms|dr|prof|professor|sir|dame|h\.e)\b\.?\s*)+/i

/**
 * The names that words about somebody may mean, the longest first: all of them, or those before a comma, a bracket, a dash or a stroke, where their
 * organisation follows; without titles. [RC-7]
 */
export function namesIn(words: string): string[] {
  const whole = words.trim().replace(/\.$/, '')
  const parts = [whole, ...[/\s[–—-]\s/, /[([/]/, /[;,:]/].map((sign) => whole.split(sign)[0]!)]
  const names = parts.flatMap((part) => [part, part.replace(titles, '')]).map((name) => name.trim())
  return [...new Set(names.filter(Boolean))].sort((one, other) => other.length - one.length)
}

/**
 * An e-mail address as it is kept: without spaces around it. Null for what cannot be one. Says nothing about whether it exists; only a mail
 * that arrives does. Case is left alone; the database compares without it.
 */
export function emailAddress(typed: string): string | null {
  const address = typed.trim()
  if (address.length < 3 || address.length > 254) return null
  const at = address.lastIndexOf('@')
  if (at < 1 || at > 64 || at === address.length - 1) return null
  return /[\s\p{C}<>()[\]\\,;:"]/u.test(address) || address.indexOf('@') !== at ? null : address
}

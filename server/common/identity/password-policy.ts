import { commonPasswords } from './common-passwords.js'

/** Why a password is not taken; the argument of the refusal PASSWORD_TOO_WEAK. */
export type PasswordWeakness = 'tooShort' | 'tooLong' | 'common' | 'likeAddress'

export const SHORTEST_PASSWORD = 12
/** Longer ones cost time to hash and make nothing safer. */
export const LONGEST_PASSWORD = 1000

/** Passwords that look alike are alike, however a keyboard composes them. */
export const normalised = (password: string): string => password.normalize('NFKC')

/** Whether a text is too long to be anybody's password. Looked at before anything else, so that a megabyte costs nothing. [ID-3] */
export const isOversized = (password: string): boolean => password.length > LONGEST_PASSWORD

/**
 * What is wrong with a new password; null when it may be used. Length counts, not kinds of characters; common passwords, their repetitions and
 * the person's own name or address are refused. [ID-3; NIST SP 800-63B-4 section 3.1.1.2]
 */
export function weaknessOf(
  password: string,
  { email, name }: { email: string; name?: string },
): PasswordWeakness | null {
  if (isOversized(password)) return 'tooLong'
  const plain = normalised(password).toLowerCase()
  if ([...plain].length < SHORTEST_PASSWORD) return 'tooShort'
  const bare = plain.replace(/[^\p{L}\p{N}]/gu, '')
  if (isCommon(plain) || isCommon(bare)) return 'common'
  const own = [email.toLowerCase(), email.toLowerCase().split('@')[0]!, (name ?? '').toLowerCase().replace(/\s/g, '')]
  const rest = own
    .filter((word) => word.length >= 4)
    .map((word) => bare.replaceAll(word.replace(/[^\p{L}\p{N}]/gu, ''), ''))
  if (rest.some((left) => [...left].length < 6 && left !== bare)) return 'likeAddress'
  return null
}

function isCommon(text: string): boolean {
  if (new Set(text).size < 4) return true
  const unit = shortestUnit(text)
  const letters = unit.replace(/\d+$/, '').replace(/^\d+/, '')
  return commonPasswords.has(unit) || commonPasswords.has(text) || (letters !== '' && commonPasswords.has(letters))
}

/** `abcabcabc` is `abc`. */
function shortestUnit(text: string): string {
  const at = (text + text).indexOf(text, 1)
  return at > 0 && at < text.length ? text.slice(0, at) : text
}

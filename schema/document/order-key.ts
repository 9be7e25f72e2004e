/**
 * Keys that order siblings. A key is a list of whole numbers, written so that plain comparison of strings compares the lists: there is always
 * room before the first, after the last and between any two.
 *
 * - A new key is a random distance away from its neighbour, so two people who insert at the same place get different keys; between two that lie close, a
 *   second random number sees to that. [CL-9]
 * - Going on in one direction (writing clause after clause, or always inserting before the last one) counts up or down and hardly
 *   lengthens keys; only alternating insertion between the last two makes them longer, by a character in every few insertions. [CL-10]
 * - Keys made together share a beginning, so what one person pastes stays together. [CL-9]
 *
 * Keys that come from elsewhere may be anything: they still sort, and `keysBetween` says null when nothing can be put between them.
 */
import { platformRandom, type Random } from './random.js'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const base = digits.length
/** How far a new key may be from its neighbour. Large against ties, small against length: 20 bits make a key of five or six characters. */
const stride = 2 ** 20
/** How far apart keys made together are: later insertions between them rarely need a longer key. */
const pitch = 2 ** 10
/** Beyond this a key goes one number deeper instead of counting on. */
const limit = 2 ** 50
/** Longer keys than this are not made: the caller gives the siblings new ones. [CL-10] */
export const longestKey = 160

/** A head tells sign and number of digits, so no written number is the beginning of another: `a` one digit, `b` two ...; `Z`, `Y` ... below zero. */
function writeNumber(value: number): string {
  const isNegative = value < 0
  let rest = isNegative ? -value - 1 : value
  let written = ''
  do {
    const digit = rest % base
    written = digits[isNegative ? base - 1 - digit : digit] + written
    rest = (rest - digit) / base
  } while (rest > 0)
  const head = isNegative ? 'Z'.charCodeAt(0) - (written.length - 1) : 'a'.charCodeAt(0) + written.length - 1
  return String.fromCharCode(head) + written
}

/** The numbers of a key, or null when it is none of ours. */
function read(key: string): number[] | null {
  const numbers: number[] = []
  for (let at = 0; at < key.length;) {
    const head = key[at]!
    const isNegative = head >= 'A' && head <= 'Z'
    if (!isNegative && !(head >= 'a' && head <= 'z')) return null
    const length = isNegative ? 'Z'.charCodeAt(0) - head.charCodeAt(0) + 1 : head.charCodeAt(0) - 'a'.charCodeAt(0) + 1
    const written = key.slice(at + 1, at + 1 + length)
    if (written.length < length || length > 9) return null
    let value = 0
    for (const letter of written) {
      const digit = digits.indexOf(letter)
      if (digit < 0) return null
      value = value * base + (isNegative ? base - 1 - digit : digit)
    }
    numbers.push(isNegative ? -value - 1 : value)
    at += 1 + length
  }
  return numbers.length > 0 && write(numbers) === key ? numbers : null
}

const write = (numbers: readonly number[]): string => numbers.map(writeNumber).join('')

function between(low: readonly number[] | null, high: readonly number[] | null, random: Random): number[] {
  const step = (room = stride) => 1 + Math.floor(random() * Math.min(stride, room))
  if (!low && !high) return [step() - 1]
  if (!high) {
    const first = low![0]!
    return first < limit ? [first + step()] : [first, ...between(low!.length > 1 ? low!.slice(1) : null, null, random)]
  }
  if (!low) {
    const first = high[0]!
    return first > -limit ? [first - step()] : [first, ...between(null, high.length > 1 ? high.slice(1) : null, random)]
  }
  let same = 0
  while (same < low.length && low[same] === high[same]) same++
  const start = low.slice(0, same)
  // The lower one is the beginning of the higher one: go below what follows.
  if (same === low.length) return [...start, ...between(null, high.slice(same), random)]
  const [a, b] = [low[same]!, high[same]!]
  if (b - a > 1) {
    const room = b - a - 1
    // Where there is little room, another who inserts here at the same time would too often hit upon the same number.
    return [...start, a + step(room), ...(room < stride ? [step() - 1] : [])]
  }
  if (low.length > same + 1) return [...start, a, ...between(low.slice(same + 1), null, random)]
  if (high.length > same + 1) return [...start, b, ...between(null, high.slice(same + 1), random)]
  return [...start, a, step() - 1]
}

/**
 * `count` keys in ascending order, all between `low` and `high`; null stands for the open end. Null when there is no room (the two are equal
 * or reversed, or one is none of ours), or when keys would grow longer than `longestKey`: then the siblings need new keys.
 */
export function keysBetween(
  low: string | null,
  high: string | null,
  count = 1,
  random: Random = platformRandom,
): string[] | null {
  const below = low === null ? null : read(low)
  const above = high === null ? null : read(high)
  if ((low !== null && !below) || (high !== null && !above)) return null
  if (low !== null && high !== null && low >= high) return null
  const stem = between(below, above, random)
  const keys = count === 1 ? [write(stem)] : Array.from({ length: count }, (_, i) => write([...stem, i * pitch]))
  return keys.some((key) => key.length > longestKey) ? null : keys
}

/** More would be no slip of the pen. */
const MOST = 150

/**
 * Keys of designations that differ from a normalised one by a slip in a number: two neighbouring digits swapped, or one digit another. Numbers
 * of less than three digits are parts and editions, and stay. [SE-6]
 */
export function nearNames(key: string): string[] {
  const words = key.split(' ')
  const near = words.flatMap((word, at) =>
    /^\d{3,8}$/.test(word) ? slips(word).map((other) => words.with(at, other).join(' ')) : [],
  )
  return [...new Set(near)].slice(0, MOST)
}

/** Swaps first: they are what people do most. */
function slips(number: string): string[] {
  const digits = [...number]
  const swapped = digits.slice(1).map((digit, i) =>
    digits
      .with(i, digit)
      .with(i + 1, digits[i]!)
      .join(''),
  )
  const changed = digits.flatMap((_, i) => [...'0123456789'].map((digit) => digits.with(i, digit).join('')))
  return [...new Set([...swapped, ...changed])].filter((other) => other !== number)
}

import type { Hue } from '../../ui/index.js'

/** Publishers that often stand side by side, each with a hue of its own; all others take theirs from their slug. */
const fixed: Readonly<Record<string, Hue>> = {
  iso: 1,
  iec: 3,
  'iso-iec-jtc1': 9,
  'itu-t': 5,
  'ieee-sa': 2,
  etsi: 4,
  'cen-cenelec': 7,
  'green-software-foundation': 11,
}

/** The hue of a body: the same on every page and for ever, since it comes from the permanent slug alone. */
export function hueOf(slug: string): Hue {
  if (Object.hasOwn(fixed, slug)) return fixed[slug]!
  let sum = 0
  for (const sign of slug) sum = (sum * 31 + sign.codePointAt(0)!) % 9973
  return ((sum % 12) + 1) as Hue
}

import { readAsOf } from '#schema/vocabulary/address.js'

/** One side of a comparison, as an address names it. */
export type SideAsked =
  | { readonly kind: 'TODAY' }
  | { readonly kind: 'NUMBER'; readonly number: number }
  | { readonly kind: 'SLUG'; readonly slug: string }
  | { readonly kind: 'MOMENT'; readonly at: string }

/** `today`, the number of an edition, a day (its end, UTC), an instant with its offset, else the address of an edition. Null for what can be none. */
export function readSide(text: string): SideAsked | null {
  const asked = text.trim()
  if (asked.toLowerCase() === 'today') return { kind: 'TODAY' }
  if (/^[1-9]\d{0,5}$/.test(asked)) return { kind: 'NUMBER', number: Number(asked) }
  const at = readAsOf(asked)
  if (at !== null) return { kind: 'MOMENT', at }
  return /^[a-z0-9-]{1,120}$/.test(asked) ? { kind: 'SLUG', slug: asked } : null
}

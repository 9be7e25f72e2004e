import type { DateSlipFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'

/** How far a date moved: "6 months later", "2 days earlier", "not moved". */
export const slipInWords = (words: Words, { amount, unit }: DateSlipFragment): string =>
  words('item.plan.slipBy', {
    size: Math.abs(amount),
    way: amount === 0 ? 'STAYS' : amount > 0 ? 'LATER' : 'EARLIER',
    unit,
  })

import { readNumber, writeNumber } from '#schema/vocabulary/numbers.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Gap } from './gap.entity.js'

/** The gap of a number that somebody named in a field, locked where asked for. Refuses: NOT_FOUND. */
export async function gapOfNumber(
  ctx: WriteCtx,
  text: string,
  field: string,
  lock?: 'for_no_key_update',
): Promise<Gap> {
  const number = readNumber('G', text)
  const gap =
    number === null ? null : await ctx.db.findOne(Gap, { where: { number }, ...(lock && { lock: { mode: lock } }) })
  if (!gap) throw refuse('NOT_FOUND', {}, { field })
  return gap
}

/** A gap whose number leads elsewhere is changed there. Refuses: GAP_REPLACED. [GA-13] */
export function requireLive({ replacementId, number }: Gap): void {
  if (replacementId !== null) throw refuse('GAP_REPLACED', { number: writeNumber('G', number) })
}

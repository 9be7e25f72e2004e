import type { Ctx } from '#server/platform/context/index.js'
import { sqlState } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { parseZone } from '#server/platform/time/index.js'

/**
 * The zone that `text` names, known to the database too: it judges by zones whose role holds today and which meetings are over, and one zone
 * that it does not know would spoil every such list. Refuses: NO_SUCH_ZONE.
 */
export async function knownZone(ctx: Ctx, text: string, field: string): Promise<string> {
  const zone = parseZone(text, field)
  try {
    await ctx.db.query('select now() at time zone $1', [zone])
  } catch (error) {
    if (sqlState(error) === '22023') throw refuse('NO_SUCH_ZONE', { zone }, { field })
    throw error
  }
  return zone
}

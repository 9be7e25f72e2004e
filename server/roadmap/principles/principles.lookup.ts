import { readNumber } from '#schema/vocabulary/numbers.js'
import type { Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Principle } from './principle.entity.js'

/** The principle of a number that somebody wrote in a field. Refuses: NOT_FOUND. */
export async function principleNumbered(ctx: Ctx, written: string, field: string): Promise<Principle> {
  const number = readNumber('P', written)
  const principle = number === null ? null : await ctx.db.findOneBy(Principle, { number })
  if (!principle) throw refuse('NOT_FOUND', {}, { field })
  return principle
}

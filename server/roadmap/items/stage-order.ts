import { isGone, isInForce, type ItemState } from '#schema/vocabulary/register.js'
import { isStageCode } from './stage-iso.js'

/** A stage as far as its place in the life of an item goes. */
export interface Step {
  readonly nativeStage: string | null
  readonly state: ItemState
}

const order: readonly ItemState[] = ['PROPOSED', 'IN_DEVELOPMENT', 'IN_APPROVAL', 'APPROVED_UNPUBLISHED']

function placeOf(state: ItemState): number | null {
  if (state === 'UNKNOWN') return null
  if (isInForce(state)) return order.length
  return isGone(state) ? order.length + 1 : order.indexOf(state)
}

/** Codes that send a text back (x.92, x.93): what follows may come earlier. */
const sendsBack = (code: string) => /\.9[23]$/.test(code)

/**
 * Whether a stage comes before the one that the item has reached, so that it is either a mistake or a correction. The common states follow each
 * other, in force and under review take turns, and what is gone stays gone; within one state only numbered stages have an order, and a code
 * that sends the text back lets it begin again. What is not known comes before nothing. [IT-12]
 */
export function isStepBack(given: Step, held: Step): boolean {
  const [to, from] = [placeOf(given.state), placeOf(held.state)]
  if (to === null || from === null) return false
  const [code, last] = [given.nativeStage?.trim() ?? '', held.nativeStage?.trim() ?? '']
  if (isStageCode(last) && sendsBack(last) && !isGone(held.state)) return false
  if (to !== from) return to < from
  const isOrdered = isStageCode(code) && isStageCode(last) && !isInForce(given.state) && !isGone(given.state)
  return isOrdered && code < last
}

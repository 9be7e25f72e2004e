import { stageFamilyOf } from '#schema/vocabulary/register.js'
import { Refusal } from '#server/platform/errors/index.js'
import { isStepBack, shortcomingOf, stateOf } from '#server/roadmap/items/index.js'
import type { Fact, Reason } from './fact.js'
import type { KnownItem } from './known-item.js'
import type { ImportSource, StagePlan } from './plan.js'

/** Where the row says that an item stands: null when it says nothing, a reason when there is no such stage. [IT-ISO] */
export function stageOf(fact: Fact, bodySlug: string, isSuperseded: boolean): StagePlan | Reason | null {
  if (fact.nativeStage === undefined && fact.status === undefined) return null
  const nativeStage = fact.nativeStage ?? null
  try {
    const { state, basis } = stateOf({
      family: stageFamilyOf(bodySlug),
      nativeStage,
      fallbackStatus: fact.status ?? null,
      isSuperseded,
    })
    return { nativeStage, state, stateBasis: basis }
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'UNOFFICIAL_STAGE' || error.code === 'UNKNOWN_STAGE')) {
      return { code: error.code, args: { code: String(error.args['code']), near: String(error.args['near']) } }
    }
    throw new Error('Reading the stage of a row failed', { cause: error })
  }
}

/**
 * The stage that a row brings an item to: null when it says nothing new, KEPT when what is known is better founded or newer, a reason when there is no such
 * stage or it comes before the one that is reached. [IT-10, IT-12]
 */
export function newStage(
  held: KnownItem,
  fact: Fact,
  bodySlug: string,
  source: ImportSource,
): StagePlan | Reason | 'KEPT' | null {
  const given = stageOf(fact, bodySlug, held.state === 'SUPERSEDED')
  if (given === null || 'code' in given) return given
  const isSame = given.state === held.state && (given.nativeStage === held.nativeStage || given.nativeStage === null)
  if (isSame) return null
  if (held.finding) {
    const finding = { basis: given.stateBasis, confidence: source.confidence, on: source.asOf }
    if (shortcomingOf(finding, held.finding) !== null) return 'KEPT'
  }
  if (isStepBack(given, held)) {
    return {
      code: 'STAGE_BEFORE_LAST',
      args: { stage: held.nativeStage ?? held.state, given: given.nativeStage ?? given.state },
    }
  }
  return given
}

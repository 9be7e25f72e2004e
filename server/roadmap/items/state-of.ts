import type { ItemState, ItemStatus, StageFamily, StateBasis } from '#schema/vocabulary/register.js'
import { cenStages } from './stage-cen.js'
import { etsiStages } from './stage-etsi.js'
import { iecStages } from './stage-iec.js'
import { ieeeStages, withoutDraftNumber } from './stage-ieee.js'
import { isoStage, isoWords, isStageCode } from './stage-iso.js'
import { ituStages } from './stage-itu.js'
import { findStage, type NativeStage } from './stage-table.js'

export interface StageFacts {
  readonly family: StageFamily
  /** The body's own code or words, as its catalogue prints them. Null: not known. */
  readonly nativeStage: string | null
  /** The coarse status beside it. Null: not known. */
  readonly fallbackStatus: ItemStatus | null
  /** Whether a SUPERSEDES relation points at the item. Looked at only when the state rests on the status "withdrawn". */
  readonly isSuperseded: boolean
}

export interface StateFinding {
  readonly state: ItemState
  /** What the page says that the state rests on. */
  readonly basis: StateBasis
  /** Key of the phase in the word catalogue (`stage.<phase>`): `ISO.40.20`. Null unless the basis is the native stage. */
  readonly phase: string | null
  /** DIS, CD and so on; null where there is none. */
  readonly abbreviation: string | null
  /** The mapping of this stage was written from memory and has not been confirmed. */
  readonly isMappedFromMemory: boolean
}

/**
 * Where an item stands in common words. The body's own stage decides; one that is missing, or that our table does not know, leaves it to
 * the status; without either the state is UNKNOWN. [IT-2, IT-3]
 * Refuses (ISO, IEC and JTC 1, for a number that is none of the 46 codes): UNOFFICIAL_STAGE, UNKNOWN_STAGE.
 */
export function stateOf({ family, nativeStage, fallbackStatus, isSuperseded }: StageFacts): StateFinding {
  const native = nativeStage?.trim() ? fromNativeStage(family, nativeStage) : null
  if (native) return native

  const state = fallbackStatus === null ? 'UNKNOWN' : fromStatus(fallbackStatus, isSuperseded)
  const basis = fallbackStatus === null ? 'UNKNOWN' : 'BY_STATUS'
  return { state, basis, phase: null, abbreviation: null, isMappedFromMemory: false }
}

const wordsOf: Readonly<Record<StageFamily, readonly NativeStage[]>> = {
  ISO: isoWords,
  JTC1: isoWords,
  IEC: iecStages,
  ITU_T: ituStages,
  IEEE: ieeeStages,
  ETSI: etsiStages,
  CEN_CENELEC: cenStages,
  OTHER: [],
}

function fromNativeStage(family: StageFamily, nativeStage: string): StateFinding | null {
  if ((family === 'ISO' || family === 'IEC' || family === 'JTC1') && isStageCode(nativeStage)) {
    const { code, state, abbreviation } = isoStage(nativeStage)
    return { state, basis: 'NATIVE_STAGE', phase: `ISO.${code}`, abbreviation, isMappedFromMemory: false }
  }
  const found = findStage(wordsOf[family], family === 'IEEE' ? withoutDraftNumber(nativeStage) : nativeStage)
  if (!found) return null
  const { state, phase, mark } = found
  return { state, basis: 'NATIVE_STAGE', phase, abbreviation: null, isMappedFromMemory: mark === 'M' }
}

function fromStatus(status: ItemStatus, isSuperseded: boolean): ItemState {
  switch (status) {
    case 'PUBLISHED':
      return 'PUBLISHED'
    case 'UNDER_DEVELOPMENT':
      return 'IN_DEVELOPMENT'
    case 'WITHDRAWN':
      return isSuperseded ? 'SUPERSEDED' : 'WITHDRAWN'
  }
}

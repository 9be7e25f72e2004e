import type { ItemState } from '#schema/vocabulary/register.js'
import { refuse } from '#server/platform/errors/index.js'
import type { NativeStage } from './stage-table.js'

/** One of the 46 international harmonized stage codes. [IT-ISO] */
export interface IsoStage {
  readonly code: string
  readonly state: ItemState
  /** What practitioners call a project there; null where sources disagree or there is no such word. */
  readonly abbreviation: string | null
}

const row = (code: string, state: ItemState, abbreviation: string | null = null): IsoStage => ({
  code,
  state,
  abbreviation,
})

/** All 46, in order; their phases in words are `stage.ISO.<code>`. Codes ending in .98 are abandoned work, whatever the stage. */
export const isoStages: readonly IsoStage[] = [
  row('00.00', 'PROPOSED', 'PWI'),
  row('00.20', 'PROPOSED', 'PWI'),
  row('00.60', 'PROPOSED', 'PWI'),
  row('00.98', 'CANCELLED'),
  row('00.99', 'PROPOSED', 'PWI'),
  row('10.00', 'PROPOSED', 'NP'),
  row('10.20', 'PROPOSED', 'NP'),
  row('10.60', 'PROPOSED', 'NP'),
  row('10.92', 'PROPOSED', 'NP'),
  row('10.98', 'CANCELLED'),
  row('10.99', 'IN_DEVELOPMENT', 'AWI'),
  row('20.00', 'IN_DEVELOPMENT', 'AWI'),
  row('20.20', 'IN_DEVELOPMENT', 'WD'),
  row('20.60', 'IN_DEVELOPMENT', 'WD'),
  row('20.98', 'CANCELLED'),
  row('20.99', 'IN_DEVELOPMENT', 'WD'),
  row('30.00', 'IN_DEVELOPMENT', 'CD'),
  row('30.20', 'IN_DEVELOPMENT', 'CD'),
  row('30.60', 'IN_DEVELOPMENT', 'CD'),
  row('30.92', 'IN_DEVELOPMENT', 'CD'),
  row('30.98', 'CANCELLED'),
  row('30.99', 'IN_DEVELOPMENT', 'CD'),
  row('40.00', 'IN_APPROVAL', 'DIS'),
  row('40.20', 'IN_APPROVAL', 'DIS'),
  row('40.60', 'IN_APPROVAL', 'DIS'),
  row('40.92', 'IN_APPROVAL', 'DIS'),
  row('40.93', 'IN_APPROVAL', 'DIS'),
  row('40.98', 'CANCELLED'),
  row('40.99', 'IN_APPROVAL', 'DIS'),
  row('50.00', 'IN_APPROVAL', 'FDIS'),
  row('50.20', 'IN_APPROVAL', 'FDIS'),
  row('50.60', 'IN_APPROVAL', 'FDIS'),
  row('50.92', 'IN_APPROVAL', 'FDIS'),
  row('50.98', 'CANCELLED'),
  row('50.99', 'APPROVED_UNPUBLISHED', 'FDIS'),
  row('60.00', 'APPROVED_UNPUBLISHED'),
  row('60.60', 'PUBLISHED'),
  row('90.20', 'UNDER_REVIEW'),
  row('90.60', 'UNDER_REVIEW'),
  row('90.92', 'UNDER_REVIEW'),
  row('90.93', 'PUBLISHED'),
  row('90.99', 'UNDER_REVIEW'),
  row('95.20', 'UNDER_REVIEW'),
  row('95.60', 'UNDER_REVIEW'),
  row('95.92', 'PUBLISHED'),
  row('95.99', 'WITHDRAWN'),
]

const byCode = new Map(isoStages.map((stage) => [stage.code, stage]))

/** Whether a native stage is written as a number (`60.60`) rather than a word. */
export const isStageCode = (nativeStage: string): boolean => /^\d\d\.\d\d$/.test(nativeStage.trim())

/**
 * The stage of a numeric code of ISO, IEC or JTC 1. [IT-ISO]
 * Refuses: UNOFFICIAL_STAGE (29.xx, the "pre-CD" of some software), UNKNOWN_STAGE (any other that is not one of the 46).
 */
export function isoStage(code: string): IsoStage {
  const trimmed = code.trim()
  const stage = byCode.get(trimmed)
  if (stage) return stage
  const shown = { code: trimmed.slice(0, 20), near: nearCodes(trimmed).join(', ') }
  throw refuse(/^29\.\d\d$/.test(trimmed) ? 'UNOFFICIAL_STAGE' : 'UNKNOWN_STAGE', shown, { field: 'nativeStage' })
}

/** The official codes on either side of one that is not: 20.99 and 30.00 for 29.20. */
export function nearCodes(code: string): string[] {
  const after = isoStages.findIndex((stage) => stage.code > code.trim())
  const [before, next] = after < 0 ? [isoStages.at(-1), undefined] : [isoStages[after - 1], isoStages[after]]
  return [before, next].flatMap((stage) => (stage ? [stage.code] : []))
}

/**
 * Where a catalogue gives a word instead of a code. PRF is left out: sources disagree whether it is 60.00 or one of 50.x. TR, TS and PAS
 * skip the enquiry and go from CD to the approval draft.
 */
export const isoWords: readonly NativeStage[] = [
  { phase: 'ISO.PWI', names: ['pwi'], state: 'PROPOSED', mark: 'C' },
  { phase: 'ISO.NP', names: ['np', 'nwip'], state: 'PROPOSED', mark: 'C' },
  { phase: 'ISO.AWI', names: ['awi'], state: 'IN_DEVELOPMENT', mark: 'C' },
  { phase: 'ISO.WD', names: ['wd'], state: 'IN_DEVELOPMENT', mark: 'C' },
  { phase: 'ISO.CD', names: ['cd', 'cd tr', 'cd ts'], state: 'IN_DEVELOPMENT', mark: 'C' },
  { phase: 'ISO.DIS', names: ['dis'], state: 'IN_APPROVAL', mark: 'C' },
  { phase: 'ISO.FDIS', names: ['fdis', 'dtr', 'dts', 'dpas'], state: 'IN_APPROVAL', mark: 'C' },
]

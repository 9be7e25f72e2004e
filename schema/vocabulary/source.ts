import { readerOf } from './closed-list.js'

/** VERIFIED: found in a public source. MEMORY: believed by whoever wrote it down, not checked; shown as unconfirmed. */
export const CONFIDENCES = ['VERIFIED', 'MEMORY'] as const
export type Confidence = (typeof CONFIDENCES)[number]
export const readConfidence = readerOf('confidence', CONFIDENCES)

/** Where a fact from outside comes from. [SO-1] */
export interface Source {
  /** A web address, a document, or a catalogue with its snapshot date. Null: nobody has named one. */
  readonly source: string | null
  readonly confidence: Confidence
  /** Date of the evidence, as precise as it is: `2026`, `2026-03` or `2026-03-15`. Null: not known. */
  readonly asOf: string | null
  /** Id of the person who checked it last. Null: nobody here has. */
  readonly checkedBy: string | null
  /** Calendar day (`2026-09-15`) by which to look again. Null: no such day was set. */
  readonly checkAgainOn: string | null
}

/** Whether the day to look again has passed. On that day itself the fact is due but not yet stale. [SO-2] */
export const isStale = (source: Pick<Source, 'checkAgainOn'>, today: string): boolean =>
  source.checkAgainOn !== null && today > source.checkAgainOn

/** Whether the fact must look unconfirmed wherever it is shown. [SO-3] */
export const isUnconfirmed = (source: Pick<Source, 'confidence'>): boolean => source.confidence === 'MEMORY'

/** A partial ISO 8601 date whose month and day exist: `2026`, `2026-03`, `2026-03-15`. */
export function isPartialDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? []
  if (!year) return false
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)
}

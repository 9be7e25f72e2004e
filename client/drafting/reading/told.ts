import type { MathTree } from '#schema/report/index.js'
import type { NodeJson } from './node-json.js'

/** What the server computed for the reader: numbers, targets, formulas. */
export interface Told {
  readonly kind?: string
  readonly number?: string
  readonly clause?: string
  readonly at?: string
  readonly math?: MathTree
}

export const toldOf = ({ attrs }: NodeJson): Told => (attrs?.['told'] ?? {}) as Told

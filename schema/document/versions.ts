/** Versions of the document schema, and how a text gets from one to the next. [CL-14] */
import * as Y from 'yjs'
import { readTree } from './clauses.js'
import { inventory, lostBetween } from './inventory.js'
import { schemaVersion } from './schema.js'
import { aboutOf } from './shared-types.js'
import { canonical } from './raw.js'

/** Brings a text from the version before to `to`. It may add and rewrite; it must leave deleted clauses alone, for an edit brings them back. */
export interface UpgradeStep {
  readonly to: number
  /** What changed in the document schema, in one sentence. */
  readonly what: string
  run(doc: Y.Doc): void
}

/** One step a version, in order; the last is the version that this program writes. */
export const upgradeSteps: readonly UpgradeStep[] = [
  { to: 1, what: 'A text that says no version has the first one.', run: () => undefined },
  {
    to: 2,
    what: 'Frames, tables, pictures, equations, footnotes, citations and cross-references came.',
    run: () => undefined,
  },
  {
    to: 3,
    what: 'Who set the status of a clause, keys of figures, and the form of the text (type, numbering) came.',
    run: () => undefined,
  },
  { to: 4, what: 'Records in minutes came.', run: () => undefined },
]

const versionKey = 'schema'
/** Origin of the transaction in which a text is brought to a newer version. */
export const upgradeOrigin = 'upgrade'

/** The version that a text says it has; 0 when it says none. */
export function documentVersion(doc: Y.Doc): number {
  const version: unknown = aboutOf(doc).get(versionKey)
  return Number.isSafeInteger(version) && (version as number) > 0 ? (version as number) : 0
}

/** Thrown when a step would lose something: a fault in the step. The text is as it was. */
export class LossyUpgrade extends Error {
  override readonly name = 'LossyUpgrade'

  constructor(
    readonly from: number,
    readonly to: number,
    /** Words, marks and clauses that would be missing, or `tree`, when clauses would appear, vanish or move. */
    readonly lost: readonly string[],
  ) {
    super(
      `bringing a text from schema version ${from} to ${to} would lose ${lost.length}: ${lost.slice(0, 5).join(', ')}`,
    )
  }
}

/**
 * Brings a text to the newest version, or to that of `steps`, and answers whether anything was written. The steps run on a copy; only when
 * nothing is missing from it are its changes applied, as one update. A text of a newer version is left alone. The server alone calls it.
 */
export function upgradeDocument(doc: Y.Doc, steps: readonly UpgradeStep[] = upgradeSteps): boolean {
  const from = documentVersion(doc)
  const due = steps.filter(({ to }) => to > from).sort((a, b) => a.to - b.to)
  const to = due.at(-1)?.to
  if (to === undefined) return false

  const copy = new Y.Doc({ gc: false })
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const [heldBefore, linesBefore] = [inventory(copy), canonical(readTree(copy).lines)]
  copy.transact(() => {
    for (const step of due) step.run(copy)
    aboutOf(copy).set(versionKey, to)
  })
  const lost = lostBetween(heldBefore, inventory(copy))
  if (canonical(readTree(copy).lines) !== linesBefore) lost.push('tree')
  if (lost.length > 0) throw new LossyUpgrade(from, to, lost)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc)), upgradeOrigin)
  return true
}

/** Says in a new, empty text which version it has. */
export function stampVersion(doc: Y.Doc, origin: unknown = null): void {
  doc.transact(() => aboutOf(doc).set(versionKey, schemaVersion), origin)
}

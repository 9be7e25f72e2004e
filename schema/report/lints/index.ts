/** The checks that a text goes through before a meeting sees it, each with its rule (ST-1 to ST-15 in docs/rules/drafting.md). Pure. */
import type { Node } from 'prosemirror-model'
import { labelsOf, type LabelMode } from '../labels.js'
import { citationsOf } from '../references.js'
import { reportOf, type ReportType } from '../report.js'
import { abbreviations, terms } from './entries.js'
import { citations, frames, obligations, otherGroups } from './content.js'
import { doubled } from './doubled.js'
import type { CitedItem, Lint, LintRule } from './lint.js'
import { brokenReferences, editorNotes, keywords, lists, nones, slots, titles } from './structure.js'

export { lintCodes, type CitedItem, type Lint, type LintCode } from './lint.js'
export { copyOfNext, isDoubled } from './doubled.js'
export { keywordsOf, mandatorySlots } from './structure.js'

const rules: readonly LintRule[] = [
  slots,
  nones,
  titles,
  keywords,
  terms,
  citations,
  frames,
  obligations,
  abbreviations,
  editorNotes,
  doubled,
  lists,
  brokenReferences,
  otherGroups,
]

export interface LintOptions {
  readonly type?: ReportType
  readonly mode?: LabelMode
  readonly items?: ReadonlyMap<string, CitedItem | null>
  readonly ownNames?: readonly string[]
}

/** All that is to be put right, in the order of the text; what is missing altogether comes first. */
export function lintsOf(
  doc: Node,
  { type = 'REPORT', mode = 'CONTINUOUS', items = new Map(), ownNames = [] }: LintOptions = {},
): Lint[] {
  const report = reportOf(doc, type)
  const text = { report, labels: labelsOf(report, mode), citations: citationsOf(report), items, ownNames }
  const place = new Map(report.clauses.map(({ id }, i) => [id, i]))
  const rank = ({ clause, block }: Lint) => (clause === null ? -1 : place.get(clause)! * 100_000 + (block ?? -1) + 1)
  return rules.flatMap((rule) => rule(text)).sort((a, b) => rank(a) - rank(b))
}

import type { FigureNumbers } from '#schema/vocabulary/groups.js'
import type { LabelMode } from '#schema/vocabulary/documents.js'
import type { RulesetId } from '#schema/vocabulary/process.js'
import { rulesetById } from '#server/process/rulesets/index.js'

const modes: Readonly<Record<FigureNumbers, LabelMode>> = { RUNNING: 'CONTINUOUS', BY_CLAUSE: 'BY_CLAUSE' }

/** How tables and figures are counted in a new text of a group: as it has chosen, else as its rules say. [GS-11] */
export const labelsOf = (group: {
  readonly figureNumbers: FigureNumbers | null
  readonly ruleset: RulesetId
}): LabelMode => modes[group.figureNumbers ?? rulesetById(group.ruleset).defaults.figureNumbers]

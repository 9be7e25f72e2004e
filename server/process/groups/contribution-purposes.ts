import type { RulesetId } from '#schema/vocabulary/process.js'
import { rulesetById } from '#server/process/rulesets/index.js'

/** For what contributions to a group may be handed in: as it has chosen, else as its rules say. [CO-3, GS-11] */
export const purposesOf = (group: {
  readonly purposes: readonly string[] | null
  readonly ruleset: RulesetId
}): readonly string[] => group.purposes ?? rulesetById(group.ruleset).defaults.contributionPurposes

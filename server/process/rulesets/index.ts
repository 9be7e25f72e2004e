/** The rules of A.7, ISO and others as data, each with its source. A group pins one; `deadlines` computes with it. */
export { rulesetById, rulesets } from './rulesets.js'
export type {
  Citation,
  ClauseTopic,
  DeadlineRule,
  Exemption,
  LifetimeRule,
  OffsetCase,
  Ruleset,
  RulesetDefaults,
} from './ruleset.js'

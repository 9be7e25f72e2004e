/** Contributions: numbered inputs of a group, their revisions and sources. */
export { Contribution } from './contribution.entity.js'
export { ContributionVerbsModule, ContributionSweeper } from './contribution-verbs.module.js'
export type { CoverDetails, GivenContact } from './contribution-covers.service.js'
export {
  contributionsById,
  contributionsByMeeting,
  revisionsByContribution,
  sourcesByContribution,
} from './contributions.loader.js'
export { ContributionsModule } from './contributions.module.js'
export { phaseSql, visibleContributions } from './contributions.reads.js'
export { Contributions, type ReserveContribution, type UpdateContribution } from './contributions.service.js'
export { Cosigning } from './cosigning.service.js'
export { HandingIn, type SubmitContribution } from './handing-in.service.js'
export { LateContributions, type SettleContribution } from './late-contributions.service.js'

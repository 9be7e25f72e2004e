/** Contributions: numbered inputs of a group, their revisions and sources. */
export { Contribution } from './contribution.entity.js'
export { contributionsById, contributionsByMeeting } from './contributions.loader.js'
export { ContributionsModule } from './contributions.module.js'
export { visibleContributions } from './contributions.reads.js'

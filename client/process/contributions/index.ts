/** Contributions: their list, their pages, and how they are handed in. */
export {
  admitContributionRoute,
  contributionListRoute,
  contributionRoute,
  editContributionRoute,
  holdContributionRoute,
  newContributionRoute,
  reviseContributionRoute,
  submitContributionRoute,
  withdrawContributionRoute,
} from './contributions.route.js'
export { PhaseChip } from './marks.js'

import type { NativeStage } from './stage-table.js'

/** A last-call letter of the AAP list is found with and without the name of the process: `LC`, `AAP LC`. */
const letters = (...codes: string[]) => codes.flatMap((code) => [code, `aap ${code}`, `aap-${code}`])

/**
 * ITU-T: the work programme, the AAP list and the catalogue of Recommendations. "Agreed" is the last step for Supplements and Technical
 * Reports, which nobody approves: they are out once agreed. NA (not approved) is left out, for it does not say what comes next. [IT-ITU]
 */
export const ituStages: readonly NativeStage[] = [
  { phase: 'ITU_T.UNDER_STUDY', names: ['under study'], state: 'IN_DEVELOPMENT', mark: 'V' },
  {
    phase: 'ITU_T.CARRIED_OVER',
    names: ['carried to next study period', 'issued from previous study period'],
    state: 'IN_DEVELOPMENT',
    mark: 'V',
  },
  { phase: 'ITU_T.CONSENTED', names: ['consented'], state: 'IN_APPROVAL', mark: 'V' },
  { phase: 'ITU_T.DETERMINED', names: ['determined'], state: 'IN_APPROVAL', mark: 'V' },
  { phase: 'ITU_T.LAST_CALL', names: ['last call', ...letters('lc')], state: 'IN_APPROVAL', mark: 'M' },
  { phase: 'ITU_T.LAST_CALL_JUDGEMENT', names: letters('lj'), state: 'IN_APPROVAL', mark: 'M' },
  { phase: 'ITU_T.COMMENT_RESOLUTION', names: letters('cr'), state: 'IN_APPROVAL', mark: 'M' },
  { phase: 'ITU_T.ADDITIONAL_REVIEW', names: ['additional review', ...letters('ar')], state: 'IN_APPROVAL', mark: 'M' },
  { phase: 'ITU_T.ADDITIONAL_REVIEW_JUDGEMENT', names: letters('aj'), state: 'IN_APPROVAL', mark: 'M' },
  { phase: 'ITU_T.AT_STUDY_GROUP', names: letters('sg'), state: 'IN_APPROVAL', mark: 'M' },
  { phase: 'ITU_T.MOVED_TO_TAP', names: ['tap', 'aap tap'], state: 'IN_APPROVAL', mark: 'M' },
  {
    phase: 'ITU_T.APPROVED',
    names: ['approved', ...letters('a', 'at', 'ac')],
    state: 'APPROVED_UNPUBLISHED',
    mark: 'M',
  },
  { phase: 'ITU_T.AGREED', names: ['agreed'], state: 'PUBLISHED', mark: 'C' },
  { phase: 'ITU_T.IN_FORCE', names: ['in force'], state: 'PUBLISHED', mark: 'C' },
  {
    phase: 'ITU_T.IN_FORCE_PREPUBLISHED',
    names: ['in force prepublished', 'in force, prepublished', 'prepublished'],
    state: 'PUBLISHED',
    mark: 'C',
  },
  { phase: 'ITU_T.SUPERSEDED', names: ['superseded'], state: 'SUPERSEDED', mark: 'C' },
  { phase: 'ITU_T.WITHDRAWN', names: ['withdrawn', 'deleted'], state: 'WITHDRAWN', mark: 'C' },
  { phase: 'ITU_T.DISCONTINUED', names: ['discontinued'], state: 'CANCELLED', mark: 'V' },
]

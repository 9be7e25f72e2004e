import type { NativeStage } from './stage-table.js'

/** ETSI: the words of its work programme. A deliverable adopted for publication is approved and not yet out. [IT-ETSI] */
export const etsiStages: readonly NativeStage[] = [
  { phase: 'ETSI.START_OF_WORK', names: ['start of work'], state: 'IN_DEVELOPMENT', mark: 'M' },
  { phase: 'ETSI.EARLY_DRAFT', names: ['early draft'], state: 'IN_DEVELOPMENT', mark: 'M' },
  { phase: 'ETSI.STABLE_DRAFT', names: ['stable draft'], state: 'IN_DEVELOPMENT', mark: 'M' },
  { phase: 'ETSI.FINAL_DRAFT', names: ['final draft for approval'], state: 'IN_APPROVAL', mark: 'M' },
  { phase: 'ETSI.ENQUIRY', names: ['public enquiry', 'start of public enquiry'], state: 'IN_APPROVAL', mark: 'M' },
  { phase: 'ETSI.VOTE', names: ['vote', 'start of vote', 'membership vote'], state: 'IN_APPROVAL', mark: 'M' },
  {
    phase: 'ETSI.ADOPTED',
    names: ['final deliverable adopted for publication', 'adopted for publication'],
    state: 'APPROVED_UNPUBLISHED',
    mark: 'C',
  },
  { phase: 'ETSI.PUBLISHED', names: ['published', 'publication'], state: 'PUBLISHED', mark: 'C' },
  { phase: 'ETSI.HISTORICAL', names: ['historical'], state: 'WITHDRAWN', mark: 'M' },
  { phase: 'ETSI.WITHDRAWN', names: ['withdrawn'], state: 'WITHDRAWN', mark: 'M' },
  { phase: 'ETSI.STOPPED', names: ['stopped', 'work item stopped'], state: 'CANCELLED', mark: 'M' },
]

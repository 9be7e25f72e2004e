import type { NativeStage } from './stage-table.js'

/** IEEE SA: the steps from PAR to publication and the statuses of its pages. Drafts (`Draft D3`) are read as one stage. [IT-IEEE] */
export const ieeeStages: readonly NativeStage[] = [
  { phase: 'IEEE.PAR_SUBMITTED', names: ['par submitted'], state: 'PROPOSED', mark: 'C' },
  { phase: 'IEEE.ACTIVE_PAR', names: ['active par'], state: 'IN_DEVELOPMENT', mark: 'V' },
  { phase: 'IEEE.DRAFT', names: ['draft'], state: 'IN_DEVELOPMENT', mark: 'C' },
  { phase: 'IEEE.SA_BALLOT', names: ['sa ballot', 'ballot'], state: 'IN_APPROVAL', mark: 'C' },
  { phase: 'IEEE.RECIRCULATION', names: ['recirculation'], state: 'IN_APPROVAL', mark: 'C' },
  { phase: 'IEEE.REVCOM', names: ['revcom'], state: 'IN_APPROVAL', mark: 'C' },
  { phase: 'IEEE.SASB_APPROVED', names: ['sasb approved', 'approved'], state: 'APPROVED_UNPUBLISHED', mark: 'C' },
  { phase: 'IEEE.ACTIVE', names: ['active', 'active standard'], state: 'PUBLISHED', mark: 'V' },
  { phase: 'IEEE.SUPERSEDED', names: ['superseded'], state: 'SUPERSEDED', mark: 'V' },
  { phase: 'IEEE.INACTIVE_WITHDRAWN', names: ['inactive-withdrawn'], state: 'WITHDRAWN', mark: 'V' },
  { phase: 'IEEE.INACTIVE_RESERVED', names: ['inactive-reserved'], state: 'WITHDRAWN', mark: 'V' },
]

/** `Draft D1 (2024-02)` and `D3.1` are both "draft": the number of a draft says nothing about where it stands. */
export const withoutDraftNumber = (nativeStage: string): string =>
  nativeStage.replace(/^\s*(?:draft\s+)?D\d+(?:\.\d+)*/i, 'draft')

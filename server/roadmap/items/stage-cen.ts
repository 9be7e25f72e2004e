import type { NativeStage } from './stage-table.js'

/**
 * CEN and CENELEC number their stages like ISO but not alike: 99.60 is theirs, and the 46-code check does not hold. Mapped by code, mostly
 * from memory; a code not listed falls back to the status. [IT-CEN]
 */
export const cenStages: readonly NativeStage[] = [
  { phase: 'CEN.PRELIMINARY', names: ['00.60', 'preliminary'], state: 'PROPOSED', mark: 'M' },
  { phase: 'CEN.ADOPTED', names: ['10.99'], state: 'IN_DEVELOPMENT', mark: 'M' },
  { phase: 'CEN.DRAFTING', names: ['20.60', '30.60', '30.99', 'under drafting'], state: 'IN_DEVELOPMENT', mark: 'M' },
  { phase: 'CEN.ENQUIRY', names: ['40.20', '40.60'], state: 'IN_APPROVAL', mark: 'M' },
  { phase: 'CEN.VOTE', names: ['50.20', '50.60', 'under approval'], state: 'IN_APPROVAL', mark: 'M' },
  { phase: 'CEN.RATIFIED', names: ['60.55', 'approved'], state: 'APPROVED_UNPUBLISHED', mark: 'M' },
  { phase: 'CEN.PUBLISHED', names: ['60.60', 'published'], state: 'PUBLISHED', mark: 'M' },
  { phase: 'CEN.REVIEW', names: ['90.20', '90.60', '90.92'], state: 'UNDER_REVIEW', mark: 'M' },
  { phase: 'CEN.CONFIRMED', names: ['90.93'], state: 'PUBLISHED', mark: 'M' },
  { phase: 'CEN.WITHDRAWN', names: ['99.60', 'withdrawn'], state: 'WITHDRAWN', mark: 'C' },
  {
    phase: 'CEN.ABANDONED',
    names: ['00.98', '10.98', '20.98', '30.98', '40.98', '50.98'],
    state: 'CANCELLED',
    mark: 'M',
  },
]

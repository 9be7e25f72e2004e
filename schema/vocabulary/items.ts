import { readerOf } from './closed-list.js'

/** Where an item stands, in words common to all bodies. In force are PUBLISHED and UNDER_REVIEW. [IT-2] */
export const ITEM_STATES = [
  'PROPOSED',
  'IN_DEVELOPMENT',
  'IN_APPROVAL',
  'APPROVED_UNPUBLISHED',
  'PUBLISHED',
  'UNDER_REVIEW',
  'SUPERSEDED',
  'WITHDRAWN',
  'CANCELLED',
  'UNKNOWN',
] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** A reader may rely on it today. An item under review stays in force until the review says otherwise. [IT-4] */
export const isInForce = (state: ItemState): boolean => state === 'PUBLISHED' || state === 'UNDER_REVIEW'

/** On its way and not yet in force: from a proposal to a text that is approved and not yet out. [IT-4] */
export const isInDevelopment = (state: ItemState): boolean =>
  state === 'PROPOSED' || state === 'IN_DEVELOPMENT' || state === 'IN_APPROVAL' || state === 'APPROVED_UNPUBLISHED'

/** No longer, or never, to be relied on. [IT-4] */
export const isGone = (state: ItemState): boolean =>
  state === 'SUPERSEDED' || state === 'WITHDRAWN' || state === 'CANCELLED'

/** What a state rests on: the body's own stage, the coarse status beside it, or nothing. [IT-3] */
export const STATE_BASES = ['NATIVE_STAGE', 'BY_STATUS', 'UNKNOWN'] as const
export type StateBasis = (typeof STATE_BASES)[number]

/** The coarse status that catalogues give where they give no stage. */
export const ITEM_STATUSES = ['PUBLISHED', 'UNDER_DEVELOPMENT', 'WITHDRAWN'] as const
export type ItemStatus = (typeof ITEM_STATUSES)[number]
export const readItemStatus = readerOf('item status', ITEM_STATUSES)

export const ITEM_TYPES = [
  'INTERNATIONAL_STANDARD',
  'TECHNICAL_REPORT',
  'TECHNICAL_SPECIFICATION',
  'RECOMMENDATION',
  'SUPPLEMENT',
  'EUROPEAN_STANDARD',
  'ETSI_STANDARD',
  'STANDARD',
  'RECOMMENDED_PRACTICE',
  'GUIDE',
  'WORKSHOP_AGREEMENT',
  'NATIONAL_SPECIFICATION',
  'INDUSTRY_SPECIFICATION',
  'REPORTING_STANDARD',
  'REGULATION',
  'CODE_OF_CONDUCT',
  'BENCHMARK',
  'WHITE_PAPER',
  'REPORT',
  'ROADMAP',
  'POLICY_INSTRUMENT',
] as const
export type ItemType = (typeof ITEM_TYPES)[number]
export const readItemType = readerOf('item type', ITEM_TYPES)

/** What an item or a gap is about: the rows of the coverage map. */
export const TOPICS = [
  'TERMINOLOGY',
  'MEASUREMENT_ENERGY',
  'CARBON',
  'WATER',
  'MATERIALS_CIRCULARITY',
  'LIFECYCLE_ASSESSMENT',
  'DATA_CENTRE_KPI',
  'REPORTING_DISCLOSURE',
  'HARDWARE',
  'SOFTWARE_EFFICIENCY',
  'TRAINING',
  'INFERENCE',
  'NET_POSITIVE_ENABLEMENT',
  'PROCUREMENT',
  'BIODIVERSITY',
  'REBOUND_EFFECTS',
  'GOVERNANCE',
] as const
export type Topic = (typeof TOPICS)[number]
export const readTopic = readerOf('topic', TOPICS)

/** The AI life-cycle stages that an item covers (not its own stage in its body): the columns of the coverage map, in this order. */
export const LIFECYCLE_STAGES = [
  'DATA_COLLECTION',
  'MODEL_DEVELOPMENT',
  'TRAINING',
  'DEPLOYMENT_INFERENCE',
  'MAINTENANCE',
  'HARDWARE_EXTRACTION',
  'MANUFACTURE',
  'USE',
  'END_OF_LIFE',
] as const
export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number]
export const readLifecycleStage = readerOf('life-cycle stage', LIFECYCLE_STAGES)

export const LIFECYCLE_SIDES = ['SOFTWARE', 'HARDWARE'] as const
export type LifecycleSide = (typeof LIFECYCLE_SIDES)[number]

/** Whether a stage belongs to the life of the model or to the life of the machine that runs it. */
export const sideOfStage: Readonly<Record<LifecycleStage, LifecycleSide>> = {
  DATA_COLLECTION: 'SOFTWARE',
  MODEL_DEVELOPMENT: 'SOFTWARE',
  TRAINING: 'SOFTWARE',
  DEPLOYMENT_INFERENCE: 'SOFTWARE',
  MAINTENANCE: 'SOFTWARE',
  HARDWARE_EXTRACTION: 'HARDWARE',
  MANUFACTURE: 'HARDWARE',
  USE: 'HARDWARE',
  END_OF_LIFE: 'HARDWARE',
}

/** What an item measures or limits. An item with none is a horizontal text, such as a vocabulary. */
export const IMPACTS = ['ENERGY', 'GHG', 'WATER', 'MATERIALS', 'LAND_BIODIVERSITY', 'E_WASTE'] as const
export type Impact = (typeof IMPACTS)[number]
export const readImpact = readerOf('impact', IMPACTS)

/** What happened on a date of an item. */
export const DATE_KINDS = [
  'LAUNCHED',
  'REGISTERED',
  'PAR_APPROVED',
  'DRAFT',
  'ADOPTED_FOR_PUBLICATION',
  'ADOPTED',
  'APPROVED',
  'RATIFIED',
  'PUBLISHED',
  'ENTRY_INTO_FORCE',
  'AMENDED',
] as const
export type DateKind = (typeof DATE_KINDS)[number]
export const readDateKind = readerOf('kind of date', DATE_KINDS, 'camel')

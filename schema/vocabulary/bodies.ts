import { readerOf } from './closed-list.js'

export const BODY_KINDS = ['SDO', 'COMMITTEE', 'WORKING_GROUP', 'FOCUS_GROUP', 'ORGANISATION'] as const
export type BodyKind = (typeof BODY_KINDS)[number]
export const readBodyKind = readerOf('kind of body', BODY_KINDS)

/** Whose stage vocabulary an item's native stage is written in. OTHER has none that we know. [IT-3] */
export const STAGE_FAMILIES = ['ISO', 'IEC', 'JTC1', 'ITU_T', 'IEEE', 'ETSI', 'CEN_CENELEC', 'OTHER'] as const
export type StageFamily = (typeof STAGE_FAMILIES)[number]

const familyOfPublisher: Readonly<Record<string, StageFamily>> = {
  iso: 'ISO',
  iec: 'IEC',
  'iso-iec-jtc1': 'JTC1',
  'itu-t': 'ITU_T',
  'ieee-sa': 'IEEE',
  etsi: 'ETSI',
  'cen-cenelec': 'CEN_CENELEC',
}

/** The stage family of a publisher, by the permanent slug of its body. A body we know no stages of is OTHER. */
export const stageFamilyOf = (bodySlug: string): StageFamily =>
  Object.hasOwn(familyOfPublisher, bodySlug) ? familyOfPublisher[bodySlug]! : 'OTHER'

import type { NativeStage } from './stage-table.js'

/** IEC's own names over the ISO numbers, and the words of its catalogue. Numbers are read by `stage-iso.ts`. [IT-IEC] */
export const iecStages: readonly NativeStage[] = [
  { phase: 'IEC.PWI', names: ['pwi'], state: 'PROPOSED', mark: 'C' },
  { phase: 'IEC.PNW', names: ['pnw', 'np'], state: 'PROPOSED', mark: 'C' },
  { phase: 'IEC.ANW', names: ['anw', 'awi'], state: 'IN_DEVELOPMENT', mark: 'C' },
  { phase: 'IEC.WD', names: ['wd'], state: 'IN_DEVELOPMENT', mark: 'C' },
  { phase: 'IEC.CD', names: ['cd', '1cd', '2cd', '3cd'], state: 'IN_DEVELOPMENT', mark: 'C' },
  { phase: 'IEC.CDV', names: ['cdv'], state: 'IN_APPROVAL', mark: 'C' },
  { phase: 'IEC.FDIS', names: ['fdis', 'dtr', 'dts', 'dpas'], state: 'IN_APPROVAL', mark: 'C' },
  { phase: 'IEC.PPUB', names: ['ppub', 'published'], state: 'PUBLISHED', mark: 'C' },
  { phase: 'IEC.REPLACED', names: ['replaced'], state: 'SUPERSEDED', mark: 'C' },
  { phase: 'IEC.WPUB', names: ['wpub', 'withdrawn'], state: 'WITHDRAWN', mark: 'M' },
  { phase: 'IEC.DELPUB', names: ['delpub'], state: 'WITHDRAWN', mark: 'M' },
  { phase: 'IEC.DEL', names: ['del', 'deleted'], state: 'CANCELLED', mark: 'M' },
  { phase: 'IEC.CAN', names: ['can', 'cancelled'], state: 'CANCELLED', mark: 'M' },
  { phase: 'IEC.MERGED', names: ['merged'], state: 'CANCELLED', mark: 'M' },
]

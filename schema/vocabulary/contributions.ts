/** The closed lists of contributions. The lists are SDL enums of the same members. Meanings and sources: docs/rules/process.md. */
import type { ContributionStanding } from './process.js'

/** Where a contribution stands by what its source did. */
export const contributionStates = ['RESERVED', 'SUBMITTED', 'WITHDRAWN', 'LAPSED'] as const
export type ContributionState = (typeof contributionStates)[number]

/** What a contribution is usually handed in for; several may be meant. A group may choose others, in words of its own. [CO-3, GS-11] */
export const contributionPurposes = ['DISCUSSION', 'INFORMATION', 'PROPOSAL'] as const

/** Where an invitation to sign with the others stands. */
export const cosigningStates = ['INVITED', 'ACCEPTED', 'DECLINED'] as const
export type CosigningState = (typeof cosigningStates)[number]

/** Version of the words to which whoever hands in agrees. The words: `contribution.consentText.<version>`; old ones stay there. [CO-6] */
export const CONSENT_VERSION = '2026-1'

/** What can be done with a contribution, besides reading it. */
export const contributionActs = [
  'EDIT',
  'WRITE',
  'UPLOAD',
  'SUBMIT',
  'REVISE',
  'INVITE',
  'WITHDRAW',
  'ADMIT',
  'HOLD',
] as const
export type ContributionAct = (typeof contributionActs)[number]

/** Whose part somebody acts: of those who hand it in, or of chair and secretariat. */
export const contributionParties = ['SOURCE', 'MANAGEMENT'] as const
export type ContributionParty = (typeof contributionParties)[number]

/** State and standing together. `SUBMITTED` alone: handed in for no meeting, so that there was no deadline. */
export const contributionPhases = [
  'RESERVED',
  'SUBMITTED',
  'ON_TIME',
  'LATE_PENDING',
  'ADMITTED_LATE',
  'HELD_FOR_NEXT',
  'WITHDRAWN',
  'LAPSED',
] as const
export type ContributionPhase = (typeof contributionPhases)[number]

export const phaseOf = (state: ContributionState, standing: ContributionStanding | null): ContributionPhase =>
  state === 'SUBMITTED' ? (standing ?? 'SUBMITTED') : state

/** Whether an on-time contribution is marked, since what was handed in last came after the deadline. It is not late for that. [D-L-3] */
export const isRevisedLate = (
  standing: ContributionStanding | null,
  last: { readonly number: number; readonly isAfterDeadline: boolean } | null,
): boolean => standing === 'ON_TIME' && last !== null && last.number > 0 && last.isAfterDeadline

const before = ['EDIT', 'WRITE', 'UPLOAD', 'SUBMIT', 'INVITE', 'WITHDRAW'] as const
const after = ['WRITE', 'UPLOAD', 'REVISE', 'INVITE', 'WITHDRAW'] as const
const over = { SOURCE: [], MANAGEMENT: [] } as const

/** Phase → what each party may do in it. The one table behind the verbs, the buttons and the help. [CN-6] */
export const contributionTable: Readonly<
  Record<ContributionPhase, Readonly<Record<ContributionParty, readonly ContributionAct[]>>>
> = {
  RESERVED: { SOURCE: before, MANAGEMENT: before },
  SUBMITTED: { SOURCE: after, MANAGEMENT: after },
  ON_TIME: { SOURCE: after, MANAGEMENT: after },
  LATE_PENDING: { SOURCE: after, MANAGEMENT: [...after, 'ADMIT', 'HOLD'] },
  ADMITTED_LATE: { SOURCE: after, MANAGEMENT: [...after, 'HOLD'] },
  HELD_FOR_NEXT: { SOURCE: after, MANAGEMENT: after },
  WITHDRAWN: over,
  LAPSED: over,
}

/** What the end of the meeting leaves: the chair can still send on what nobody decided. */
const stillPossible: readonly ContributionAct[] = ['HOLD']

/** Whether a party may do this in this phase. */
export const mayAct = (
  party: ContributionParty,
  act: ContributionAct,
  phase: ContributionPhase,
  isMeetingOver: boolean,
): boolean => contributionTable[phase][party].includes(act) && (!isMeetingOver || stillPossible.includes(act))

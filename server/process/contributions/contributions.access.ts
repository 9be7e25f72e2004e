import {
  contributionActs,
  contributionTable,
  mayAct,
  phaseOf,
  type ContributionAct,
  type ContributionParty,
} from '#schema/vocabulary/contributions.js'
import {
  holds,
  isAdministrator,
  isVisible,
  managesGroup,
  permissions,
  type Test,
  type Visibility,
} from '#server/common/access/index.js'
import type { Viewer } from '#server/platform/context/index.js'
import { narrower, type GroupScope, type StandardsGroup } from '#server/process/groups/index.js'
import type { Meeting } from '#server/process/meetings/index.js'
import type { Contribution } from './contribution.entity.js'

/** A contribution as the permission table sees it: as hidden as the most hidden of itself, its meeting and its group. [GR-3] */
export interface ContributionScope extends GroupScope {
  /** Ids of those who act for its source: who took the number, and its contacts with an account. */
  readonly hands: readonly string[]
}

export const contributionScope = (
  contribution: Pick<Contribution, 'visibility' | 'reservedBy'>,
  group: StandardsGroup,
  meeting: Meeting | null,
  contacts: readonly (string | null)[],
): ContributionScope => ({
  groupId: group.id,
  visibility: [meeting?.visibility ?? 'PUBLIC', group.visibility].reduce<Visibility>(narrower, contribution.visibility),
  hands: [contribution.reservedBy, ...contacts].filter((id) => id !== null),
})

const isSource: Test<ContributionScope> = ({ personId }, { hands }) => personId !== null && hands.includes(personId)

const parties: Readonly<Record<ContributionParty, readonly (readonly Test<ContributionScope>[])[]>> = {
  SOURCE: [[isVisible, isSource]],
  MANAGEMENT: [[isVisible, managesGroup], [isAdministrator]],
}

/** Whose part a viewer acts. */
export const partiesOf = (viewer: Viewer, scope: ContributionScope): ContributionParty[] =>
  (Object.keys(parties) as ContributionParty[]).filter((party) =>
    parties[party].some((line) => line.every((test) => test(viewer, scope, undefined as never))),
  )

/** Who may do this in some phase: the lines of the one table, without the phases. */
const inSomePhase = (act: ContributionAct) =>
  (Object.keys(parties) as ContributionParty[])
    .filter((party) => Object.values(contributionTable).some((row) => row[party].includes(act)))
    .flatMap((party) => parties[party])

/** `reserve` is asked of a group. What can be done in which phase: schema/vocabulary/contributions.ts. [CN-1, CN-6] */
export const contributionAccess = permissions<ContributionScope>({
  'contribution.read': [[isVisible]],
  'contribution.reserve': [[isVisible, managesGroup], [isVisible, holds('CONTRIBUTOR', 'EDITOR')], [isAdministrator]],
  ...Object.fromEntries(contributionActs.map((act) => [`contribution.${act.toLowerCase()}`, inSomePhase(act)])),
})

/** Whether one of a viewer's parts lets them do this where the contribution stands. */
export const mayNow = (
  viewer: Viewer,
  scope: ContributionScope,
  act: ContributionAct,
  contribution: Pick<Contribution, 'state' | 'standing'>,
  isMeetingOver: boolean,
): boolean =>
  partiesOf(viewer, scope).some((party) =>
    mayAct(party, act, phaseOf(contribution.state, contribution.standing), isMeetingOver),
  )

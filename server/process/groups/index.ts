/** Groups at work, their roles, terms of reference and lifetimes. */
export { everybody, management, NEAR_DAYS, type Blocker, type ComingNext, type Concerned } from './blocker.js'
export { Blockers, type BlockerSource } from './blockers.service.js'
export { dayOf, inOrder, optionalDayOf, optionalTextOf, textOf } from './checked-input.js'
export { GroupRole } from './group-role.entity.js'
export { StandardsGroup } from './group.entity.js'
export { deadlineSettingsOf, termsRules, toBePostedBy, type DeadlineChoices } from './group-deadlines.js'
export { groupDefaults, type GroupDefault } from './group-defaults.js'
export { GroupSettings, type GroupChanges } from './group-settings.service.js'
export { mayBecome, groupSteps } from './group-states.js'
export { narrower, scopeOf, visibilityAtStart, type GroupScope } from './groups.access.js'
export {
  extensionsByGroup,
  groupsById,
  groupsBySlug,
  subgroupsByGroup,
  subgroupsById,
  termsByGroup,
} from './groups.loader.js'
export { GroupsModule } from './groups.module.js'
export { visibleGroups, type Counted } from './groups.reads.js'
export { Groups, type EstablishGroup, type RecordTerms } from './groups.service.js'
export { GroupTextsModule } from './group-texts.module.js'
export { purposesOf } from './contribution-purposes.js'
export { labelsOf } from './figure-labels.js'
export { meetingKindOf } from './meeting-kind.js'
export { knownZone } from './known-zone.reads.js'
export { LifetimeExtension } from './lifetime-extension.entity.js'
export { ownSource } from './own-source.js'
export { countsInGroupAs } from './role-days.js'
export { Roles, type AssignRole } from './roles.service.js'
export { loadStandings } from './standings.loader.js'
export { Subgroup } from './subgroup.entity.js'
export { TermsOfReference } from './terms.entity.js'
export { termsDeadlines, type TermsDeadline, type TermsSection, type TermsSections } from './terms-of-reference.js'

import {
  holds,
  isAdministrator,
  isVisible,
  managesGroup,
  permissions,
  visibilities,
  type Visibility,
} from '#server/common/access/index.js'

/** A group as the permission table sees it. */
export interface GroupScope {
  /** Its own id: people hold their roles in it. */
  readonly groupId: string
  readonly visibility: Visibility
}

/** The scope of a group row. */
export const scopeOf = (group: { readonly id: string; readonly visibility: Visibility }): GroupScope => ({
  groupId: group.id,
  visibility: group.visibility,
})

/** The narrower of two visibilities: what belongs to a hidden thing is hidden with it. [GR-3] */
export const narrower = (one: Visibility, other: Visibility): Visibility =>
  visibilities.indexOf(one) > visibilities.indexOf(other) ? one : other

/** Who sees what is started in a group unless something else is said: as the group has chosen, never more than may see the group. [GS-11] */
export const visibilityAtStart = (group: {
  readonly defaultVisibility: Visibility | null
  readonly visibility: Visibility
}): Visibility => narrower(group.defaultVisibility ?? group.visibility, group.visibility)

/**
 * `edit`: name, ruleset, terms of reference, extensions, state: what the parent decides and the site's administrators enter. `settings`: working
 * defaults and working groups, which the group chooses itself. [GS-1]
 */
export const groupAccess = permissions<GroupScope>({
  'group.read': [[isVisible]],
  'group.edit': [[isAdministrator]],
  // Steps in the life of a group; in which state each is open: group-states.ts. [FG-2]
  'group.establish': [[isAdministrator]],
  'group.startProvisionally': [[isAdministrator]],
  'group.confirm': [[isAdministrator]],
  'group.extend': [[isAdministrator]],
  'group.conclude': [[isAdministrator]],
  'group.settings': [[isVisible, holds('CHAIR', 'SECRETARIAT')], [isAdministrator]],
  'group.manageRoles': [[isVisible, holds('CHAIR', 'SECRETARIAT')], [isAdministrator]],
  'group.callMeeting': [[isVisible, managesGroup], [isAdministrator]],
  // Who speaks for the group to other bodies. [LS-8]
  'group.draftStatement': [[isVisible, managesGroup], [isVisible, holds('LIAISON_OFFICER')], [isAdministrator]],
  // Whoever may write in the group's texts may start one.
  'group.startText': [[isVisible, managesGroup], [isVisible, holds('EDITOR')], [isAdministrator]],
})

import type { GroupRoleKind, GroupState } from '#schema/vocabulary/groups.js'
import type { CalendarDay } from '#server/platform/time/index.js'

interface RoleDays {
  /** First day; null when unknown, which does not end it. */
  readonly fromOn: CalendarDay | null
  /** Day after the last; null while it lasts or when unknown. */
  readonly toOn: CalendarDay | null
}

/** Whether a role's own days include `day`. */
export const isHeldOn = ({ fromOn, toOn }: RoleDays, day: CalendarDay): boolean =>
  (fromOn === null || fromOn <= day) && (toOn === null || day < toOn)

/** Whether somebody holds the office on `day`: a concluded group has offices no more, even where the end of a role is not known. [GR-4] */
export const isCurrentOn = (role: RoleDays, day: CalendarDay, state: GroupState): boolean =>
  state !== 'CONCLUDED' && isHeldOn(role, day)

const offices: readonly GroupRoleKind[] = ['CHAIR', 'VICE_CHAIR', 'SECRETARIAT']

/**
 * What a role in a group or in one of its working groups counts for in the group as a whole: the chair of a working group does not chair the
 * group, but takes part in it; an editor is one everywhere. [GR-2]
 */
export const countsInGroupAs = (role: GroupRoleKind, subgroupId: string | null): GroupRoleKind =>
  subgroupId !== null && offices.includes(role) ? 'PARTICIPANT' : role

import type { GroupState } from '#schema/vocabulary/groups.js'
import type { CalendarDay } from '#server/platform/time/index.js'
import { isHeldOn } from './role-days.js'

/** What is needed of a role to tell who takes part. */
interface RoleSeen {
  readonly personId: string
  readonly fromOn: CalendarDay | null
  readonly toOn: CalendarDay | null
}

/** Until when a group has had people in office. */
interface GroupSeen {
  readonly state: GroupState
  /** Null while it works or when unknown. */
  readonly concludedOn: CalendarDay | null
}

/** Somebody who takes part, with what they held on the day, in the order given. */
export interface Participant<Role> {
  readonly personId: string
  readonly roles: readonly Role[]
}

/**
 * Who took part in a group on `day`, each once with all their roles of that day. A concluded group has nobody from its last day on, and where that
 * is not known, from `today` on. [PA-2, GR-1, GR-4, GS-6]
 */
export function participantsOn<Role extends RoleSeen>(
  roles: readonly Role[],
  day: CalendarDay,
  today: CalendarDay,
  { state, concludedOn }: GroupSeen,
): Participant<Role>[] {
  if (state === 'CONCLUDED' && day >= (concludedOn ?? today)) return []
  const held = Map.groupBy(
    roles.filter((role) => isHeldOn(role, day)),
    ({ personId }) => personId,
  )
  return [...held].map(([personId, theirs]) => ({ personId, roles: theirs }))
}

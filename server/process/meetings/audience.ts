import type { GroupRoleKind } from '#schema/vocabulary/groups.js'
import type { ReminderAudience } from '#schema/vocabulary/reminders.js'

/** In which capacity somebody is told: by a role of the group, or because a room above named them (who is registered). */
export type Capacity = GroupRoleKind | 'REGISTERED'

/** Somebody whom a meeting concerns. */
export interface Concerned {
  readonly personId: string
  readonly as: readonly Capacity[]
}

const management: readonly Capacity[] = ['CHAIR', 'VICE_CHAIR', 'SECRETARIAT']
const drafters: readonly Capacity[] = [...management, 'EDITOR', 'CONTRIBUTOR', 'LIAISON_OFFICER']

/** Those of the people whom a meeting concerns that one audience is made of. [RM-2] */
export const audienceOf = (people: readonly Concerned[], audience: ReminderAudience): readonly Concerned[] => {
  if (audience === 'EVERYBODY') return people
  const among = audience === 'MANAGEMENT' ? management : drafters
  return people.filter(({ as }) => as.some((one) => among.includes(one)))
}

/** The same people under all their capacities, each person once. */
export function gathered(people: readonly Concerned[]): readonly Concerned[] {
  const byPerson = Map.groupBy(people, ({ personId }) => personId)
  return [...byPerson].map(([personId, parts]) => ({ personId, as: [...new Set(parts.flatMap(({ as }) => as))] }))
}

/** How many are told in which capacity, the management first. Who has two counts in both. */
export function countByCapacity(people: readonly Concerned[]): { as: Capacity; people: number }[] {
  const order: readonly Capacity[] = [...drafters, 'PARTICIPANT', 'REGISTERED']
  return order
    .map((as) => ({ as, people: people.filter((one) => one.as.includes(as)).length }))
    .filter(({ people: count }) => count > 0)
}

/** What is needed of a role to tell whose turn it is or was. */
export interface RoleSeen {
  role: string
  isCurrent: boolean
  from: string | null
  to: string | null
}

const rank = ['CHAIR', 'VICE_CHAIR', 'SECRETARIAT', 'EDITOR', 'LIAISON_OFFICER', 'CONTRIBUTOR', 'PARTICIPANT']

const rankOf = ({ role }: RoleSeen) => (rank.includes(role) ? rank.indexOf(role) : rank.length)

/**
 * Roles held today, by office; and those held before (or with dates that nobody knows), by office and then the latest first. Within an office
 * the order given is kept.
 */
export function thenAndNow<Role extends RoleSeen>(roles: readonly Role[]): { now: Role[]; then: Role[] } {
  const byOffice = (one: Role, other: Role) => rankOf(one) - rankOf(other)
  const byOfficeAndDay = (one: Role, other: Role) =>
    byOffice(one, other) || (other.to ?? other.from ?? '').localeCompare(one.to ?? one.from ?? '')
  return {
    now: roles.filter(({ isCurrent }) => isCurrent).sort(byOffice),
    then: roles.filter(({ isCurrent }) => !isCurrent).sort(byOfficeAndDay),
  }
}

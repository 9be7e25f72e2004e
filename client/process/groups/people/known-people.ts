import type { GiveRolePageQuery } from '#schema/generated/operations.js'

type Role = NonNullable<GiveRolePageQuery['group']>['roles'][number]

/** Somebody who can be chosen, with the affiliation under which they would hold the role; null: the one that they have on its first day. */
export interface KnownPerson {
  readonly value: string
  readonly name: string
  readonly affiliation: string | null
}

/** Everybody who holds or held a role, once, by name; and once more under each affiliation, where there are several. Erased people are left out. */
export function knownPeople(roles: readonly Role[]): KnownPerson[] {
  const people = new Map(roles.map(({ person }) => [person.id, person]))
  return [...people.values()]
    .flatMap(({ id, name, affiliations }) => {
      if (name === null) return []
      const several = affiliations.length > 1 ? affiliations : []
      return [
        { value: id, name, affiliation: null },
        ...several.map((one) => ({ value: `${id} ${one.id}`, name, affiliation: one.label })),
      ]
    })
    .sort((one, other) => one.name.localeCompare(other.name))
}

/** Person and affiliation of a choice. */
export function chosenPerson(value: string): { personId: string; affiliationId?: string } {
  const [personId = '', affiliationId] = value.split(' ')
  return affiliationId ? { personId, affiliationId } : { personId }
}

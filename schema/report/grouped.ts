/** The members of a list by a key, in their order. `Map.groupBy` is younger than the browsers that may open a text. A rule. */
export function grouped<K, T>(list: readonly T[], keyOf: (member: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const member of list) {
    const key = keyOf(member)
    const group = groups.get(key)
    if (group) group.push(member)
    else groups.set(key, [member])
  }
  return groups
}

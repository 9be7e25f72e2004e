/**
 * Who is in a text, and where, made of what their programs say of themselves (awareness). Pure. What others say is not trusted: a state of another shape
 * counts as nobody, and only the name and id that the server set are shown. [CS-7]
 */

/** How many colours there are for people: the categories of the charts, each with enough contrast in both themes. */
export const caretHues = 8

/** Where somebody is, as the binding understands it; opaque here. */
export interface SharedPlace {
  /** The clause. */
  readonly c: string
  readonly r: unknown
}

export interface Session {
  readonly client: number
  readonly anchor: SharedPlace
  readonly head: SharedPlace
}

export interface PersonHere {
  readonly id: string
  readonly name: string
  /** 1 to `caretHues`; the same for everybody who sees the same people. */
  readonly hue: number
  readonly isSelf: boolean
  /** One for each window in which they have put their caret into the text; own windows are left out. */
  readonly sessions: readonly Session[]
  /** Clauses they are in. */
  readonly clauses: readonly string[]
}

const fields = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

function placeIn(value: unknown): SharedPlace | null {
  const { c, r } = fields(value)
  if (typeof c !== 'string') return null
  return r === null || (typeof r === 'object' && !Array.isArray(r)) ? { c, r } : null
}

/** A number from a text, evenly spread. */
function hashOf(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) >>> 0
  return hash
}

/** Each person's own colour where it is free, else the next one; the first to be asked are those with the lowest id. */
function huesOf(ids: readonly string[]): Map<string, number> {
  const hues = new Map<string, number>()
  const taken = new Set<number>()
  for (const id of [...ids].sort()) {
    let hue = hashOf(id) % caretHues
    for (let step = 0; step < caretHues && taken.has(hue); step++) hue = (hue + 1) % caretHues
    taken.add(hue)
    hues.set(id, hue + 1)
  }
  return hues
}

/** Everybody who is in the text, oneself first, then by name. `self` is the own client. */
export function peopleIn(states: ReadonlyMap<number, unknown>, self: number): PersonHere[] {
  const people = new Map<string, { name: string; isSelf: boolean; sessions: Session[]; clauses: Set<string> }>()
  for (const [client, state] of [...states].sort(([a], [b]) => a - b)) {
    const { user, caret } = fields(state)
    const { id, name } = fields(user)
    if (typeof id !== 'string' || typeof name !== 'string') continue
    const person = people.get(id) ?? { name, isSelf: false, sessions: [], clauses: new Set<string>() }
    people.set(id, person)
    if (client === self) person.isSelf = true
    const [anchor, head] = [placeIn(fields(caret)['anchor']), placeIn(fields(caret)['head'])]
    if (!anchor || !head) continue
    person.clauses.add(head.c)
    if (client !== self) person.sessions.push({ client, anchor, head })
  }
  const hues = huesOf([...people.keys()])
  return [...people]
    .map(([id, { name, isSelf, sessions, clauses }]) => ({
      id,
      name,
      hue: hues.get(id)!,
      isSelf,
      sessions,
      clauses: [...clauses],
    }))
    .sort((a, b) => Number(b.isSelf) - Number(a.isSelf) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** The others by clause: what the outline shows. */
export function othersByClause(people: readonly PersonHere[]): ReadonlyMap<string, readonly PersonHere[]> {
  const byClause = new Map<string, PersonHere[]>()
  for (const person of people) {
    if (person.isSelf) continue
    for (const clause of person.clauses) byClause.set(clause, [...(byClause.get(clause) ?? []), person])
  }
  return byClause
}

/** Two letters for a face: of the first and the last name. */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/u)
  const first = (part: string | undefined) => [...(part ?? '')][0] ?? ''
  return (first(parts[0]) + (parts.length > 1 ? first(parts.at(-1)) : '')).toUpperCase()
}

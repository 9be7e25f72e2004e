/** What must be the same for events to be told together. */
export interface Gatherable {
  readonly verb: string
  /** ISO instant. */
  readonly occurredAt: string
  readonly actor: { readonly name: string | null } | null
  readonly group: { readonly name: string } | null
}

/** Two can be told one by one. */
const MANY = 3

/**
 * Events of one act (the same actor in the same second) that are alike in verb and group put together, where the first of them stands: loading
 * a register is one line a kind, not one a thing. Fewer than three stay where they are, and so do verbs that `mayGather` does not name.
 */
export function gather<E extends Gatherable>(events: readonly E[], mayGather: (verb: string) => boolean): E[][] {
  return acts(events).flatMap((act) => {
    const alike = Map.groupBy(act, ({ verb, group }) => `${verb} ${group?.name ?? ''}`)
    return act.flatMap((event) => {
      const all = alike.get(`${event.verb} ${event.group?.name ?? ''}`)!
      if (all.length < MANY || !mayGather(event.verb)) return [[event]]
      return event === all[0] ? [all] : []
    })
  })
}

/** Neighbours by the same actor in the same second. */
function acts<E extends Gatherable>(events: readonly E[]): E[][] {
  const found: E[][] = []
  for (const event of events) {
    const last = found.at(-1)
    if (last && last[0]!.actor?.name === event.actor?.name && second(last[0]!) === second(event)) last.push(event)
    else found.push([event])
  }
  return found
}

const second = ({ occurredAt }: Gatherable) => occurredAt.slice(0, 19)

/** One row under which a document stands. */
export interface Place {
  readonly agendaItemId: string
  readonly position: number
  readonly isPrimary: boolean
  readonly presenterId: string | null
  readonly presentedBy: string | null
  /** ISO instant; null before it was treated there. */
  readonly treatedAt: string | null
}

/** All rows under which a document stands. */
export type Places = readonly Place[]

/** Whether a document stands where it was put: under the same rows, the same of them its own. Order and presenters may have changed. [DL-8] */
export function standsAt(now: Places, then: Places): boolean {
  const rows = (places: Places) =>
    places
      .map(({ agendaItemId, isPrimary }) => `${agendaItemId} ${isPrimary}`)
      .sort()
      .join()
  return rows(now) === rows(then)
}

/**
 * Where a document stands when it is put under a row: there alone, or there as well. The first row is its own; the row that was its own stays so
 * when another is added. What is known of a row that stays is kept. [DL-5]
 */
export function placedUnder(now: Places, agendaItemId: string, position: number, isAlso: boolean): Places {
  const there = now.find((place) => place.agendaItemId === agendaItemId)
  if (isAlso && there) return now
  const others = isAlso ? now : []
  // Who presents it goes along when it moves; that it was treated under another row does not.
  const own = now.find((place) => place.isPrimary)
  const carried = isAlso ? null : own
  return [
    ...others,
    {
      agendaItemId,
      position: there?.position ?? position,
      isPrimary: !others.some((place) => place.isPrimary),
      presenterId: there?.presenterId ?? carried?.presenterId ?? null,
      presentedBy: there?.presentedBy ?? carried?.presentedBy ?? null,
      treatedAt: there?.treatedAt ?? null,
    },
  ]
}

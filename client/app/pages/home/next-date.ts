interface AnyDate {
  readonly closesAt: string
  readonly hasPassed: boolean
}

/** The date that comes next, of those that have not passed; null when all have. */
export function nextDate<D extends AnyDate>(dates: readonly D[]): D | null {
  const open = dates.filter(({ hasPassed }) => !hasPassed)
  return open.reduce<D | null>((first, date) => (first && first.closesAt <= date.closesAt ? first : date), null)
}

/** What a paste left out, or made something else of: counted by sort, for a short list. */
export const droppedSorts = [
  'SCRIPT',
  'STYLE',
  'COMMENT',
  'PICTURE',
  'EMBEDDED',
  'FIELD',
  'LINK',
  'HEADING',
  'LIST_LEVEL',
  'NESTED_TABLE',
  'SPAN',
] as const
export type DroppedSort = (typeof droppedSorts)[number]

export interface Dropped {
  readonly sort: DroppedSort
  readonly count: number
}

export class DroppedList {
  private readonly counts = new Map<DroppedSort, number>()

  add(sort: DroppedSort, count = 1): void {
    if (count > 0) this.counts.set(sort, (this.counts.get(sort) ?? 0) + count)
  }

  get all(): readonly Dropped[] {
    return droppedSorts.flatMap((sort) => (this.counts.has(sort) ? [{ sort, count: this.counts.get(sort)! }] : []))
  }
}

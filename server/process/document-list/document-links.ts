/** A document leads to another: its revision, or the one it was merged into. */
export interface Link {
  readonly from: string
  readonly to: string
}

/**
 * Where following the links from a document ends; the document itself when it leads nowhere. Each document leads to one other at most, so there is
 * one end. Null when the links lead in a circle. [DL-3]
 */
export function endOf(start: string, links: readonly Link[]): string | null {
  const next = new Map(links.map(({ from, to }) => [from, to]))
  const seen = new Set<string>()
  let at = start
  for (;;) {
    if (seen.has(at)) return null
    seen.add(at)
    const to = next.get(at)
    if (to === undefined) return at
    at = to
  }
}

/** Whether a new link would lead in a circle, which no list may have: then no document would be the one that counts. [DL-3] */
export function closesCircle({ from, to }: Link, links: readonly Link[]): boolean {
  return (
    from === to ||
    endOf(
      to,
      links.filter((link) => link.from !== from),
    ) === from
  )
}

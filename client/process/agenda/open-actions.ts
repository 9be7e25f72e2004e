import { openActionsRow } from '#schema/vocabulary/agenda.js'

interface Row {
  readonly id: string
  readonly title: string
  readonly subject: { readonly kind: string; readonly id: string } | null
}

/** Open actions that no row of the agenda is about yet. [AG-10] */
export const notOnAgenda = <Action extends { readonly id: string }>(
  actions: readonly Action[],
  rows: readonly Row[],
): Action[] => {
  const there = new Set(rows.flatMap(({ subject }) => (subject?.kind === 'ACTION' ? [subject.id] : [])))
  return actions.filter(({ id }) => !there.has(id))
}

/** The row that a ready-made agenda has for them; null where there is none. */
export const rowForActions = (rows: readonly Row[]): string | null =>
  rows.find(({ title }) => title === openActionsRow)?.id ?? null

import type { AgendaOutcome, AgendaProgress } from '#schema/vocabulary/agenda.js'

interface Treated {
  readonly id: string
  readonly parentId: string | null
  readonly progress: AgendaProgress
  readonly outcome: AgendaOutcome | null
}

/**
 * The rows of the last meeting that go on at the next: those put off, and, where that meeting is over and was led here, those that nobody came to.
 * Of what was not handled only rows with none under them: a heading has nothing to go on with. [AG-6]
 */
export function goOn<T extends Treated>(rows: readonly T[], isOver: boolean): T[] {
  const isHeading = new Set(rows.map(({ parentId }) => parentId))
  const wasLed = rows.some(({ progress, outcome }) => progress !== 'NOT_BEGUN' || outcome !== null)
  return rows.filter(
    ({ id, progress, outcome }) =>
      outcome === 'DEFERRED' ||
      outcome === 'CARRIED_TO_NEXT' ||
      (isOver && wasLed && outcome === null && progress !== 'DONE' && !isHeading.has(id)),
  )
}

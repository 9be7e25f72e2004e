import type { OpenOverlapCaseInput } from '#schema/generated/operations.js'
import { COOPERATION_MODES, MOST_ITEMS, OVERLAP_VERDICTS } from '#schema/vocabulary/register.js'
import type { SentForm } from '../../app/forms.js'
import type { RefusalSeen } from '../../api/index.js'

/** Rows for items beyond those named already: without scripts a form cannot grow. */
export const spareRows = 2
/** So many rows are read. */
const mostRows = MOST_ITEMS + spareRows

const oneOf = <T extends string>(list: readonly T[], value: string): T | null =>
  list.find((known) => known === value) ?? null

/** The rows that name an item, each with its place. */
export const itemRows = (sent: SentForm) =>
  Array.from({ length: mostRows }, (_, at) => ({
    at,
    item: sent.text(`item-${at}`),
    scope: sent.optional(`scope-${at}`),
    clause: sent.optional(`clause-${at}`),
    source: sent.optional(`source-${at}`),
    asOf: sent.optional(`asOf-${at}`),
  })).filter(({ item }) => item !== '')

/** A case as it was typed. */
export const caseFields = (sent: SentForm) =>
  ({
    items: itemRows(sent).map(({ item, scope, clause, source, asOf }) => ({ item, scope, clause, source, asOf })),
    verdict: oneOf(OVERLAP_VERDICTS, sent.text('verdict')),
    evidence: sent.optional('evidence'),
    source: sent.optional('source'),
    evidenceOn: sent.optional('evidenceOn'),
    isConfirmed: sent.isTicked('isConfirmed'),
    mode: oneOf(COOPERATION_MODES, sent.text('mode')),
    owner: sent.optional('owner'),
  }) satisfies Partial<OpenOverlapCaseInput>

/** A refused item is told at its row: `input.items.1.item` is the second row that was filled in; too few are told at the first empty one. */
export const atItsRow = (refusals: readonly RefusalSeen[], sent: SentForm): RefusalSeen[] =>
  refusals.map((refusal) => {
    const rows = itemRows(sent)
    const [, place, part] = /items\.(\d+)\.(\w+)$/.exec(refusal.field ?? '') ?? []
    const row = place && rows[Number(place)]
    if (row) return { ...refusal, field: `${part}-${row.at}` }
    if (refusal.field !== 'input.items') return refusal
    const empty = Array.from({ length: mostRows }, (_, at) => at).find((at) => rows.every((one) => one.at !== at))
    return { ...refusal, field: `item-${empty ?? 0}` }
  })

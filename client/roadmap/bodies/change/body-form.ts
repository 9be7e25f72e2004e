import { BODY_KINDS } from '#schema/vocabulary/register.js'
import type { SentForm } from '../../../app/forms.js'
import type { RefusalSeen } from '../../../api/index.js'
import { sentSource } from '../../parts/index.js'

/** Rows for names beyond those that are there: without scripts a form cannot grow. */
export const spareRows = 2
/** The most rows that are read. */
const mostRows = 60

/** The names in other languages that were filled in, each with the place of its row. */
export const nameRows = (sent: SentForm) =>
  Array.from({ length: mostRows }, (_, at) => ({
    at,
    lang: sent.text(`lang-${at}`),
    name: sent.text(`name-${at}`),
    acronym: sent.optional(`acronym-${at}`),
  })).filter(({ lang, name }) => lang !== '' || name !== '')

/** All that a form says of a body besides its present name. */
export const sentFacts = (sent: SentForm) => ({
  kind: BODY_KINDS.find((kind) => kind === sent.text('kind')) ?? ('ORGANISATION' as const),
  parent: sent.optional('parent'),
  coParent: sent.optional('coParent'),
  url: sent.optional('url'),
  role: sent.optional('role'),
  numbering: sent.optional('numbering'),
  dissolvedOn: sent.optional('dissolvedOn'),
  successor: sent.optional('successor'),
  names: nameRows(sent).map(({ lang, name, acronym }) => ({ lang, name, acronym })),
  source: sentSource(sent),
})

/** A refused name is told at its row: `input.names.1.lang` is the second row that was filled in. */
export function atItsRow(refusal: RefusalSeen, sent: SentForm): RefusalSeen {
  const [, place, part] = /names\.(\d+)\.(\w+)$/.exec(refusal.field ?? '') ?? []
  const row = place && nameRows(sent)[Number(place)]
  return row ? { ...refusal, field: `${part}-${row.at}` } : refusal
}

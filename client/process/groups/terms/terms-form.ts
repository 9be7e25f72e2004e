import type { Obligation, OffsetUnit, TermsSectionInput } from '#schema/generated/operations.js'
import { termsSectionKeys } from '#schema/vocabulary/groups.js'
import { obligations } from '#schema/vocabulary/process.js'
import type { SentForm } from '../../../app/forms.js'
import type { FieldRefusal } from '../../../ui/index.js'

export const offsetUnits = ['CALENDAR_DAYS', 'WEEKS', 'MONTHS', 'WORKING_DAYS'] as const satisfies OffsetUnit[]

/** Rows for deadlines beyond those that are there: without scripts a form cannot grow. */
export const spareDeadlines = 3
const mostDeadlines = 40

/** The row of a deadline as it was filled in. */
interface DeadlineRow {
  readonly at: number
  readonly section: string
  readonly obligation: Obligation | undefined
  readonly count: string
  readonly unit: OffsetUnit | undefined
}

const deadlineRows = (sent: SentForm): DeadlineRow[] =>
  Array.from({ length: mostDeadlines }, (_, at) => ({
    at,
    section: sent.text(`section-${at}`),
    obligation: obligations.find((one) => one === sent.text(`obligation-${at}`)),
    count: sent.text(`count-${at}`),
    unit: offsetUnits.find((one) => one === sent.text(`unit-${at}`)),
  })).filter(({ obligation, count }) => obligation !== undefined || count !== '')

/** Rows that are filled in by half, or hold no number, as refusals beside their fields. */
export const wrongDeadlines = (sent: SentForm, sentence: string): FieldRefusal[] =>
  deadlineRows(sent).flatMap(({ at, obligation, count }) =>
    obligation === undefined
      ? [{ field: `obligation-${at}`, sentence }]
      : /^\d{1,3}$/.test(count)
        ? []
        : [{ field: `count-${at}`, sentence }],
  )

/** All sections as the form has them; a deadline goes to the section that its row names. */
export const sentSections = (sent: SentForm): TermsSectionInput[] =>
  termsSectionKeys.map((key) => ({
    key,
    text: sent.optional(key),
    see: sent.optional(`see-${key}`),
    deadlines: deadlineRows(sent).flatMap(({ section, obligation, count, unit }) =>
      section === key && obligation ? [{ obligation, count: Number(count), unit: unit ?? 'WEEKS' }] : [],
    ),
  }))

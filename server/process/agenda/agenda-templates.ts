import { endRows, openActionsRow, patentRow, type AgendaTemplateKey } from '#schema/vocabulary/agenda.js'

/** A row of a ready-made agenda, with those under it. */
export interface TemplateRow {
  readonly title: string
  readonly minutes?: number
  /** Stands for the objectives of the meeting: one row each is put here instead, where it has any. [ME-3] */
  readonly isObjectives?: true
  readonly rows?: readonly TemplateRow[]
}

/** A row of a filled template, as it would be added. */
export interface FilledRow {
  readonly title: string
  readonly minutes: number | null
  readonly rows: readonly FilledRow[]
}

const opening: TemplateRow = {
  title: 'Opening of the meeting',
  minutes: 15,
  rows: [
    { title: 'Welcome and introductions' },
    { title: 'Approval of the agenda' },
    { title: 'Allocation of documents' },
  ],
}
const closing: readonly TemplateRow[] = [
  { title: patentRow, minutes: 5 },
  { title: 'Any other business', minutes: 10 },
  { title: endRows[0]!, minutes: 10 },
  { title: endRows[1]!, minutes: 15 },
]

/** What the first meeting of a focus group settles. [ME-3; Circular 191, para 5] */
const firstObjectives: readonly TemplateRow[] = [
  { title: 'Topics within the scope of the group', minutes: 60 },
  { title: 'Appointment of the management team', minutes: 20 },
  { title: 'Structure: working groups and their chairs', minutes: 30 },
  { title: 'Plan of deliverables: timeline, scope, editors, responsible working groups', minutes: 60 },
  { title: 'Working methods, after Recommendation ITU-T A.7', minutes: 20 },
  { title: 'Plan and frequency of future meetings', minutes: 20 },
]

/** Ready-made agendas, in words of our own. A chair looks at one before it is taken, and changes it afterwards like any other. [AG-9] */
export const agendaTemplates: Readonly<Record<AgendaTemplateKey, readonly TemplateRow[]>> = {
  FIRST_MEETING: [
    opening,
    { title: 'Terms of reference: why the group was set up', minutes: 20 },
    { title: 'Objectives of the first meeting', isObjectives: true, rows: firstObjectives },
    { title: 'Contributions received', minutes: 60 },
    ...closing,
  ],
  ORDINARY_MEETING: [
    opening,
    { title: 'Report of the last meeting', minutes: 10 },
    { title: openActionsRow, minutes: 20 },
    { title: 'Incoming liaison statements', minutes: 20 },
    { title: 'Objectives of the meeting', isObjectives: true },
    { title: 'Contributions', minutes: 90 },
    { title: 'Deliverables and their drafts', minutes: 90 },
    { title: 'Outgoing liaison statements', minutes: 15 },
    ...closing,
  ],
}

/** A template for one meeting: its objectives stand where the template leaves room for them; without any the template's own stand there. [AG-9] */
export function filled(rows: readonly TemplateRow[], objectives: readonly string[]): FilledRow[] {
  return rows.flatMap(({ title, minutes = null, isObjectives, rows: under = [] }): FilledRow[] => {
    if (!isObjectives) return [{ title, minutes, rows: filled(under, []) }]
    const own = objectives.map((objective) => ({ title: objective.slice(0, 300), minutes: null, rows: [] }))
    const inside = own.length > 0 ? own : filled(under, [])
    return inside.length > 0 ? [{ title, minutes, rows: inside }] : []
  })
}

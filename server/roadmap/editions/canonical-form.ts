/**
 * The register as a file of which a hash is taken. Form 1: UTF-8 text, one JSON value a line, each line ended by a line feed. JSON is written as
 * RFC 8785 has it for our values: no blanks, members by the order of the UTF-16 code units of their names. The first line says what follows:
 * `{"asOf":…,"form":1,"tables":{table: [columns]}}`; then comes each row as `["table",{…}]`, tables in the order of their names, rows in the order of
 * their ids. Instants are UTC; what is not known is null. Anybody can take the SHA-256 of the file without us. [ED-7]
 */
export const CANONICAL_FORM = 1

/** Tables of the register, of which an edition keeps every row, whatever page shows it. A new one that belongs here is added here. */
export const registerTables = [
  'body',
  'body_name',
  'gap',
  'gap_body',
  'gap_closure',
  'gap_closure_item',
  'gap_coverage',
  'gap_principle',
  'gap_progress',
  'gap_replacement',
  'gap_replacement_link',
  'item',
  'item_name',
  'item_plan',
  'item_stage',
  'item_title',
  'overlap_case',
  'overlap_case_item',
  'overlap_case_step',
  'principle',
  'principle_stand',
  'principle_wording',
  'relation',
] as const

/** Columns that say nothing of the register: made from others, or kept by the database for itself. */
export const leftOut: ReadonlySet<string> = new Set(['recorded_at', 'search'])

/** Which rows and columns an edition keeps; written down with it, so that it can be recomputed when the tables have grown. */
export interface SnapshotForm {
  readonly form: number
  /** ISO instant with milliseconds. */
  readonly asOf: string
  readonly tables: Readonly<Record<string, readonly string[]>>
}

export const headLine = (form: SnapshotForm): string => `${canonicalJson(form)}\n`
export const rowLine = (table: string, row: Readonly<Record<string, unknown>>): string =>
  `${canonicalJson([table, row])}\n`

/** JSON with sorted members and without blanks. Takes what JSON can hold. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`
}

import { stringify } from 'csv-stringify/sync'
import type { Words } from '#schema/words/index.js'
import type { Columns, Value } from './feed.js'

/** A row as JSON holds it: null is unknown, lists are lists. */
export const record = <Row>(columns: Columns<Row>, row: Row, origin: string, words: Words): Record<string, Value> =>
  Object.fromEntries(Object.entries(columns).map(([key, valueOf]) => [key, valueOf(row, origin, words)]))

/**
 * Lines of a table (RFC 4180). A cell that a spreadsheet would take for a formula gets a leading apostrophe; what nobody knows is the word for
 * it, so that it is neither blank nor nought. [EX-2, EX-3]
 */
export const csvLines = (rows: readonly (readonly Value[])[], words: Words): string =>
  stringify(
    rows.map((row) => row.map((value) => cell(value, words))),
    // A lone CR or LF would not be quoted by itself, and readers take it for the end of the row.
    { record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ },
  )

/** Names of the columns; one that the register names, like P-01, goes by that. */
export const headsOf = (keys: readonly string[], words: Words): string[] =>
  keys.map((key) => (words.has(`export.${key}`) ? words.dynamic(`export.${key}`) : key))

/** The head of a table: the mark that makes spreadsheets read UTF-8, then the names of the columns. */
export const csvHead = (keys: readonly string[], words: Words): string =>
  '\uFEFF' + csvLines([headsOf(keys, words)], words)

/** A value as a cell says it: the word for what nobody knows, lists with semicolons. [EX-3] */
export function cell(value: Value, words: Words): string {
  if (value === null) return words('export.unknown')
  if (typeof value === 'boolean') return words(value ? 'export.yes' : 'export.no')
  return typeof value === 'object' ? value.join('; ') : String(value)
}

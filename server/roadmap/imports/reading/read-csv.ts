import { CsvError, parse } from 'csv-parse/sync'
import { IMPORT_LIMITS } from '#schema/vocabulary/imports.js'
import { refuse } from '#server/platform/errors/index.js'
import { decodeText } from './decode-text.js'
import type { RawFile } from './raw-row.js'
import { recordsOf } from './table-rows.js'

/**
 * A table of separated values (RFC 4180). The separator is whichever of comma, semicolon and tab the headings have most of.
 * Refuses: IMPORT_ENCODING, IMPORT_EMPTY, IMPORT_TOO_WIDE, IMPORT_TOO_LONG, IMPORT_UNREADABLE. [IM-1]
 */
export function readCsv(bytes: Uint8Array): RawFile {
  const text = decodeText(bytes)
  try {
    const records = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      trim: true,
      to: IMPORT_LIMITS.rows + 2,
      max_record_size: 4 * IMPORT_LIMITS.columns * IMPORT_LIMITS.cell,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return {
      kind: 'TABLE',
      rows: recordsOf(records.map(({ record, info }) => ({ line: info.lines, cells: record.map(withoutGuard) }))),
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number((error as { lines?: unknown }).lines ?? 1)
    throw refuse('IMPORT_UNREADABLE', { why: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'QUOTE' : 'TABLE', line })
  }
}

const separators = [',', ';', '\t']

function separatorOf(text: string): string {
  const heads =
    text
      .slice(0, 20_000)
      .replace(/"[^"]*"/g, '')
      .split(/\r?\n/)
      .find((line) => line.trim() !== '') ?? ''
  const [best] = separators
    .map((separator) => ({ separator, count: heads.split(separator).length }))
    .sort((one, other) => other.count - one.count)
  return best!.separator
}

/** The apostrophe that our own files put before what a spreadsheet would take for a formula. [EX-2] */
const withoutGuard = (cell: string): string =>
  /^'[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell

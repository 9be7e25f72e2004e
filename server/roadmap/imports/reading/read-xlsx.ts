import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { IMPORT_LIMITS } from '#schema/vocabulary/imports.js'
import { refuse } from '#server/platform/errors/index.js'
import type { RawFile } from './raw-row.js'
import { recordsOf, requireLength, requireWidth } from './table-rows.js'
import { zipEntries } from './zip-entries.js'

/**
 * The first sheet of a workbook. What it would unpack to is looked at first, then how far its cells reach, and only then is it read.
 * Refuses: IMPORT_BOMB, IMPORT_EMPTY, IMPORT_TOO_WIDE, IMPORT_TOO_LONG, IMPORT_UNREADABLE. [IM-1]
 */
export async function readXlsx(bytes: Uint8Array): Promise<RawFile> {
  const entries = zipEntries(bytes)
  const sheets = entries.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
  if (sheets.length === 0) throw refuse('IMPORT_UNREADABLE', { why: 'WORKBOOK', line: 1 })
  let data: readonly (readonly unknown[])[]
  try {
    for (const xml of Object.values(unzipSync(bytes, { filter: isHonestSheet(entries) }))) requireBounds(xml)
    data = (await readSheet(bytes.slice().buffer, { parseNumber: (digits) => digits, trim: true })) as typeof data
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error
    throw Object.assign(refuse('IMPORT_UNREADABLE', { why: 'WORKBOOK', line: 1 }), { cause: error })
  }
  return { kind: 'TABLE', rows: recordsOf(data.map((cells, at) => ({ line: at + 1, cells: cells.map(textOf) }))) }
}

/** Unpacks sheets alone; the size that each claims is the room it gets. */
const isHonestSheet =
  (entries: ReturnType<typeof zipEntries>) =>
  ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (originalSize > IMPORT_LIMITS.unpackedBytes)
      throw refuse('IMPORT_BOMB', {
        megabytes: Math.round(originalSize / 1024 ** 2),
        limit: IMPORT_LIMITS.unpackedBytes / 1024 ** 2,
      })
    return entries.some((entry) => entry.name === name) && /^xl\/worksheets\/[^/]+\.xml$/.test(name)
  }

/** Refuses a sheet by the addresses of its cells: one in the last corner would make a table of 17 thousand million. */
function requireBounds(xml: Uint8Array): void {
  const text = new TextDecoder().decode(xml)
  for (const [, letters, digits] of text.matchAll(/<c\b[^>]*\br="([A-Z]{1,3})(\d{1,7})"/g)) {
    let column = 0
    for (const letter of letters!) column = column * 26 + letter.charCodeAt(0) - 64
    requireWidth(column, Number(digits))
    // The headings are one more.
    requireLength(Number(digits) - 1)
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell).trim()
}

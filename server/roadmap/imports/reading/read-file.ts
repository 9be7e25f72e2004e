import { IMPORT_LIMITS, type ImportFormat } from '#schema/vocabulary/imports.js'
import { refuse } from '#server/platform/errors/index.js'
import type { RawFile } from './raw-row.js'
import { readCsv } from './read-csv.js'
import { readJson } from './read-json.js'
import { readRelaton } from './read-relaton.js'
import { readXlsx } from './read-xlsx.js'

/** The format of a file, by what it begins with and then by its name. Refuses: IMPORT_FORMAT, IMPORT_EMPTY, FILE_TOO_LARGE. */
export function formatOf(name: string, bytes: Uint8Array): ImportFormat {
  if (bytes.length === 0) throw refuse('IMPORT_EMPTY', {}, { field: 'input.file' })
  if (bytes.length > IMPORT_LIMITS.bytes) {
    throw refuse('IMPORT_TOO_LARGE', { limit: `${IMPORT_LIMITS.bytes / 1024 ** 2} MB` }, { field: 'input.file' })
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'XLSX'
  const [, ending = ''] = /\.([a-z]+)$/i.exec(name.trim()) ?? []
  const known = byEnding[ending.toLowerCase()]
  if (!known) throw refuse('IMPORT_FORMAT', { ending: ending.slice(0, 12) }, { field: 'input.file' })
  return known
}

const byEnding: Readonly<Record<string, ImportFormat>> = {
  csv: 'CSV',
  tsv: 'CSV',
  tab: 'CSV',
  txt: 'CSV',
  xlsx: 'XLSX',
  json: 'JSON',
  yaml: 'RELATON',
  yml: 'RELATON',
}

/** The rows of a file. Refuses as the reader of its format does. */
export function readFile(format: ImportFormat, bytes: Uint8Array): RawFile | Promise<RawFile> {
  switch (format) {
    case 'CSV':
      return readCsv(bytes)
    case 'XLSX':
      return readXlsx(bytes)
    case 'JSON':
      return readJson(bytes)
    case 'RELATON':
      return readRelaton(bytes)
  }
}

import { IMPORT_LIMITS } from '#schema/vocabulary/imports.js'
import { refuse } from '#server/platform/errors/index.js'
import { decodeText } from './decode-text.js'
import type { RawFile } from './raw-row.js'
import { requireLength, requireWidth } from './table-rows.js'

/**
 * A list of records, plain or as our own files have it (`{"rows": [...]}`). Refuses: IMPORT_ENCODING, IMPORT_EMPTY, IMPORT_TOO_WIDE, IMPORT_TOO_LONG,
 * IMPORT_UNREADABLE. [IM-1]
 */
export function readJson(bytes: Uint8Array): RawFile {
  const text = decodeText(bytes)
  let data: unknown
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const place = Number(/position (\d+)/.exec(error.message)?.[1] ?? 0)
    throw refuse('IMPORT_UNREADABLE', { why: 'JSON', line: text.slice(0, place).split('\n').length })
  }
  const rows = Array.isArray(data) ? data : (data as { rows?: unknown } | null)?.rows
  if (!Array.isArray(rows)) throw refuse('IMPORT_UNREADABLE', { why: 'NO_LIST', line: 1 })
  if (rows.length === 0) throw refuse('IMPORT_EMPTY')
  requireLength(rows.length)
  return { kind: 'TABLE', rows: rows.map((row: unknown, at) => ({ number: at + 1, raw: recordOf(row, at + 1) })) }
}

function recordOf(row: unknown, number: number): Record<string, unknown> {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    throw refuse('IMPORT_UNREADABLE', { why: 'NO_RECORD', line: number })
  }
  requireWidth(Object.keys(row).length, number)
  for (const [head, value] of Object.entries(row)) {
    const length = typeof value === 'string' ? value.length : (JSON.stringify(value)?.length ?? 0)
    if (length > IMPORT_LIMITS.cell) {
      throw refuse('IMPORT_UNREADABLE', {
        why: 'CELL',
        line: number,
        what: head.slice(0, 80),
        limit: IMPORT_LIMITS.cell,
      })
    }
  }
  return row as Record<string, unknown>
}

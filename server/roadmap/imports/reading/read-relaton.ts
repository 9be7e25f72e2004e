import { parseAllDocuments } from 'yaml'
import { IMPORT_LIMITS } from '#schema/vocabulary/imports.js'
import { refuse } from '#server/platform/errors/index.js'
import { decodeText } from './decode-text.js'
import type { RawFile } from './raw-row.js'
import { requireLength } from './table-rows.js'

/** How often anchors may be repeated in one document; records of bodies have none. */
const mostAliases = 20

/**
 * Records of the open bibliographic model Relaton, as YAML: one document, several behind one another, or a list of them. Nothing but plain data is
 * made of it, and anchors that repeat each other are not followed. Refuses: IMPORT_ENCODING, IMPORT_EMPTY, IMPORT_TOO_LONG, IMPORT_BOMB,
 * IMPORT_UNREADABLE. [IM-1]
 */
export function readRelaton(bytes: Uint8Array): RawFile {
  const text = decodeText(bytes)
  const documents = parseAllDocuments(text, { schema: 'core', customTags: null, uniqueKeys: true, logLevel: 'silent' })
  if (!Array.isArray(documents)) throw refuse('IMPORT_EMPTY')
  const rows: unknown[] = []
  for (const document of documents) {
    const [error] = document.errors
    if (error) throw refuse('IMPORT_UNREADABLE', { why: 'YAML', line: error.linePos?.[0].line ?? 1 })
    const [strange] = document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
    if (strange) throw refuse('IMPORT_UNREADABLE', { why: 'TAG', line: strange.linePos?.[0].line ?? 1 })
    rows.push(...recordsIn(plain(document)))
    requireLength(rows.length)
  }
  if (rows.length === 0) throw refuse('IMPORT_EMPTY')
  return {
    kind: 'RELATON',
    rows: rows.map((row, at) => {
      if (typeof row !== 'object' || row === null || Array.isArray(row)) {
        throw refuse('IMPORT_UNREADABLE', { why: 'NO_RECORD', line: at + 1 })
      }
      if (JSON.stringify(row).length > IMPORT_LIMITS.cell * 10) {
        throw refuse('IMPORT_UNREADABLE', { why: 'RECORD', line: at + 1, limit: IMPORT_LIMITS.cell * 10 })
      }
      return { number: at + 1, raw: row as Record<string, unknown> }
    }),
  }
}

function plain(document: { toJS(options: { maxAliasCount: number }): unknown }): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases })
  } catch (error) {
    // The reader says so of anchors that were repeated too often, and of one that is not there.
    if (error instanceof ReferenceError) {
      if (/excessive alias/i.test(error.message)) throw refuse('IMPORT_ALIASES', { limit: mostAliases })
      throw refuse('IMPORT_UNREADABLE', { why: 'YAML', line: 1 })
    }
    throw error
  }
}

function recordsIn(data: unknown): unknown[] {
  if (data === null || data === undefined) return []
  if (Array.isArray(data)) return data as unknown[]
  const { items, root } = data as { items?: unknown; root?: { items?: unknown } }
  if (Array.isArray(items)) return items as unknown[]
  return Array.isArray(root?.items) ? (root.items as unknown[]) : [data]
}

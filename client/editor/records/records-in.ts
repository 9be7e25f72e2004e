/** Which paragraphs of the text shown are records. */
import type { Node } from 'prosemirror-model'
import { isRecordKind, type RecordKind } from '#schema/vocabulary/documents.js'

export interface ShownRecord {
  readonly record: string
  readonly kind: RecordKind
  readonly pos: number
  readonly node: Node
}

/** In reading order. Only paragraphs of clauses count, not those of tables and figures: the same as in the text itself (schema/document/records.ts). */
export function recordsIn(doc: Node): ShownRecord[] {
  const found: ShownRecord[] = []
  doc.forEach((clause, at) => {
    clause.forEach((node, offset) => {
      const { kind, record } = node.attrs
      if (node.type.name === 'para' && isRecordKind(kind))
        found.push({ record: String(record), kind, pos: at + 1 + offset, node })
    })
  })
  return found
}

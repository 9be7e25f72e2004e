import { Injectable } from '@nestjs/common'
import * as Y from 'yjs'
import { readTree, recordsOf, type RecordInText } from '#schema/document/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'

/** What the text of minutes says, as far as it is stored. */
export interface TextOfMinutes {
  readonly records: readonly RecordInText[]
  /** Ids of the clauses in reading order, each with those it stands under, the nearest first. */
  readonly clauses: readonly { readonly id: string; readonly above: readonly string[] }[]
}

/** Reads minutes. They are a few pages, so this is done where it is needed. */
@Injectable()
export class MinutesText {
  constructor(private readonly texts: Texts) {}

  async read(documentId: string): Promise<TextOfMinutes> {
    const doc = new Y.Doc()
    for (const update of await this.texts.read(documentId)) Y.applyUpdate(doc, update)
    const above: string[] = []
    const clauses = readTree(doc).lines.map(({ id, level }) => {
      above.length = Math.min(above.length, level - 1)
      const found = { id, above: above.toReversed() }
      above[level - 1] = id
      return found
    })
    const records = recordsOf(doc)
    doc.destroy()
    return { records, clauses }
  }
}

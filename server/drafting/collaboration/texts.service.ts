import { Injectable } from '@nestjs/common'
import type { WriteCtx } from '#server/platform/context/index.js'
import { LiveDocuments } from './live-documents.service.js'
import { partsOf } from './checked-update.js'
import { UpdateLog } from './update-log.store.js'
import { packed } from './wire.js'

/** What stands in shared texts, for other rooms. */
@Injectable()
export class Texts {
  constructor(
    private readonly log: UpdateLog,
    private readonly live: LiveDocuments,
  ) {}

  /** Writes the first text of a document, in the transaction that opens it. `update` is in Yjs' first format. */
  async seed(ctx: WriteCtx, documentId: string, update: Uint8Array): Promise<void> {
    const parts = partsOf(update)
    if (!parts) throw new Error('The first text of a document is no Yjs update')
    const clients = [...new Set(parts.structs.map(({ id }) => id.client))]
    await this.log.seed(ctx.db, documentId, packed([update]), clients)
  }

  /** What is on disk of a text, as updates to be applied in order. Reading changes nothing. Who may read it is asked before. */
  async read(documentId: string): Promise<Uint8Array[]> {
    const { snapshot, tail } = await this.log.load(documentId)
    return [...(snapshot ? [snapshot.served] : []), ...tail.flatMap(({ updates }) => updates)]
  }

  /** The same with all that was ever deleted. */
  async readWithDeleted(documentId: string): Promise<Uint8Array[]> {
    const { snapshot, tail } = await this.log.load(documentId)
    return [...(snapshot ? [snapshot.state] : []), ...tail.flatMap(({ updates }) => updates)]
  }

  /** Folds what is in the log of a text into a snapshot. */
  fold(documentId: string): Promise<void> {
    return this.live.fold(documentId)
  }
}

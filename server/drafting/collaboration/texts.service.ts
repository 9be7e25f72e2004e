import { Injectable } from '@nestjs/common'
import type { EditAnswer, EditArgs, Edits } from '#schema/document/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { LiveDocuments } from './live-documents.service.js'
import { partsOf } from './checked-update.js'
import { Rescue } from './rescue.service.js'
import { UpdateLog } from './update-log.store.js'
import { packed } from './wire.js'

/** What stands in shared texts, for other rooms. */
@Injectable()
export class Texts {
  constructor(
    private readonly log: UpdateLog,
    private readonly live: LiveDocuments,
    private readonly rescue: Rescue,
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

  /**
   * Has the server write in a text, in the transaction of a verb and in nobody's name: everybody who has it open sees it once that is committed. The
   * edit is one of `schema/document/edits.ts`, by name, and runs in a thread; what it answers is answered. Call it last: until the
   * transaction ends nothing else is stored in this text. Who may is asked before. [WT-7]
   */
  edit<Name extends keyof Edits>(
    ctx: WriteCtx,
    documentId: string,
    name: Name,
    ...args: EditArgs<Name>
  ): Promise<EditAnswer<Name>> {
    return this.rescue.edit(ctx.db, documentId, name, args)
  }

  /** Folds what is in the log of a text into a snapshot. */
  fold(documentId: string): Promise<void> {
    return this.live.fold(documentId)
  }
}

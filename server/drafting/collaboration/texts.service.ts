import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { EditAnswer, EditArgs, Edits } from '#schema/document/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { LiveDocuments } from './live-documents.service.js'
import { NOTHING_STORED, standingsOf } from './texts.loader.js'
import { partsOf } from './checked-update.js'
import { Rescue } from './rescue.service.js'
import { UpdateLog } from './update-log.store.js'
import { packed } from './wire.js'

/** What stands in shared texts, for other rooms. */
@Injectable()
export class Texts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: UpdateLog,
    private readonly live: LiveDocuments,
    private readonly rescue: Rescue,
  ) {}

  /**
   * Writes the first text of a document, in the transaction that opens it. `update` is in Yjs' first format; `owners` says which Yjs clients in it
   * are whose, the others are the server's own.
   */
  async seed(
    ctx: WriteCtx,
    documentId: string,
    update: Uint8Array,
    owners: ReadonlyMap<number, string> = new Map(),
  ): Promise<void> {
    const parts = partsOf(update)
    if (!parts) throw new Error('The first text of a document is no Yjs update')
    const clients = [...new Set(parts.structs.map(({ id }) => id.client))]
    await this.log.seed(ctx.db, documentId, packed([update]), clients, owners)
  }

  /** What is on disk of a text, as updates to be applied in order. Reading changes nothing. Who may read it is asked before. */
  async read(documentId: string): Promise<Uint8Array[]> {
    const { snapshot, tail } = await this.log.load(documentId)
    return [...(snapshot ? [snapshot.served] : []), ...tail.flatMap(({ updates }) => updates)]
  }

  /** The same, with the version that it is: `<epoch>.<number of the last stored group>`. */
  async stored(documentId: string): Promise<{ version: string; updates: Uint8Array[] }> {
    const { epoch, lastSeq, snapshot, tail } = await this.log.load(documentId)
    const updates = [...(snapshot ? [snapshot.served] : []), ...tail.flatMap(({ updates }) => updates)]
    return { version: `${epoch}.${lastSeq}`, updates }
  }

  /** The version of a text that is stored now. Cheap. */
  async version(documentId: string): Promise<string> {
    const [standing] = await standingsOf(this.dataSource.manager, [documentId])
    return standing?.version ?? NOTHING_STORED
  }

  /** The same for several texts, in one question. */
  async versions(documentIds: readonly string[]): Promise<Map<string, string>> {
    const standings = await standingsOf(this.dataSource.manager, documentIds)
    const known = new Map(standings.map(({ documentId, version }) => [documentId, version]))
    return new Map(documentIds.map((id) => [id, known.get(id) ?? NOTHING_STORED]))
  }

  /** The same with all that was ever deleted. */
  async readWithDeleted(documentId: string): Promise<Uint8Array[]> {
    const { snapshot, tail } = await this.log.loadWhole(documentId)
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

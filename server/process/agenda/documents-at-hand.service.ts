import { Injectable } from '@nestjs/common'
import { listLoader, type Ctx } from '#server/platform/context/index.js'

/** A document that lies on the table while a row is treated. */
export interface DocumentAtHand {
  readonly id: string
  /** As it is called in the room: its number. Null when it has none. */
  readonly number: string | null
  readonly title: string
  /** Whoever hands it in, as printed; null when that is not told. */
  readonly source: string | null
  /** Address on this site; null when it has no page. */
  readonly href: string | null
  /** Where what was handed in is read; null while nothing was. */
  readonly readHref: string | null
  /** The key of its file; null when it was written here. */
  readonly fileId: string | null
}

/** Rows of agendas → their documents, in the order in which they are treated. One query for many rows; only what the viewer may see. */
export type FindDocuments = (ctx: Ctx, itemIds: readonly string[]) => Promise<Map<string, DocumentAtHand[]>>

/** Which documents belong to a row: higher rooms, which allocate them, hand in how they are found. */
@Injectable()
export class DocumentsAtHand {
  private readonly finders: FindDocuments[] = []

  /** Hands in one more place where documents of a row are found. */
  findWith(find: FindDocuments): void {
    this.finders.push(find)
  }

  /** The documents of a row, of all places. */
  of(ctx: Ctx, itemId: string): Promise<DocumentAtHand[]> {
    return this.byItem(ctx).load(itemId)
  }

  private readonly byItem = listLoader<string, DocumentAtHand>(async (ctx, ids) => {
    const found = await Promise.all(this.finders.map((find) => find(ctx, ids)))
    return new Map(ids.map((id) => [id, found.flatMap((documents) => documents.get(id) ?? [])]))
  })
}

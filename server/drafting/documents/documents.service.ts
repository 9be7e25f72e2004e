import { Injectable } from '@nestjs/common'
import type { DocumentKind } from '#schema/vocabulary/collaboration.js'
import { Access, type Visibility } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise, sqlState } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { SharedDocument } from './document.entity.js'

export interface OpenDocument {
  readonly groupId: string
  readonly kind: DocumentKind
  readonly title: string
  /** Version of the document schema that its first text is written in. */
  readonly schemaVersion: number
  readonly visibility: Visibility
  /** Absent: when the group is one. */
  readonly isExample?: boolean
}

/** What a text holds before anybody writes in it; a room above knows. Called in the transaction that opens it. */
export type Beginning = (ctx: WriteCtx, document: SharedDocument) => Promise<void>

const longestTitle = 500

/** The verbs on shared texts as things. What is written in them: the room `collaboration`. */
@Injectable()
export class Documents {
  private readonly beginnings: Beginning[] = []

  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
  ) {}

  /** Hands in how texts begin that people start. Called by the room that knows, when its module is made. */
  beginWith(beginning: Beginning): void {
    this.beginnings.push(beginning)
  }

  /** Starts a text that people then write: opens it and lets it begin as its group has chosen. Refuses as `open`. */
  async start(ctx: WriteCtx, input: OpenDocument): Promise<SharedDocument> {
    const document = await this.open(ctx, input)
    for (const begin of this.beginnings) await begin(ctx, document)
    return document
  }

  /**
   * Opens a shared text in a group, empty, for whoever brings the first text along. Management and editors of the group, administrators.
   * Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, TEXT_MISSING, TEXT_TOO_LONG, BAD_INPUT (more visible than the group).
   */
  async open(ctx: WriteCtx, input: OpenDocument): Promise<SharedDocument> {
    this.access.require(ctx, 'document.edit', input)
    return this.make(ctx, input)
  }

  /**
   * Opens a text for people who write in it by name, and may see it however hidden it is. The room that needs it has asked its own permission.
   * Refuses: NOT_FOUND, TEXT_MISSING, TEXT_TOO_LONG, BAD_INPUT.
   */
  async openFor(ctx: WriteCtx, writers: readonly string[], input: OpenDocument): Promise<SharedDocument> {
    const document = await this.make(ctx, input)
    await this.setWriters(ctx, document.id, writers)
    return document
  }

  /** Says who writes in a text by name from now on. The room that keeps the text for them has asked its own permission. */
  async setWriters(ctx: WriteCtx, documentId: string, writers: readonly string[]): Promise<void> {
    await ctx.db.query('delete from document_writer where document_id = $1 and person_id <> all($2::uuid[])', [
      documentId,
      writers,
    ])
    await ctx.db.query(
      'insert into document_writer (document_id, person_id) select $1, unnest($2::uuid[]) on conflict do nothing',
      [documentId, writers],
    )
  }

  private async make(ctx: WriteCtx, input: OpenDocument): Promise<SharedDocument> {
    const document = Object.assign(new SharedDocument(), {
      id: newId(),
      groupId: input.groupId,
      kind: input.kind,
      title: titleOf(input.title),
      schemaVersion: input.schemaVersion,
      isExample: input.isExample ?? false,
      visibility: input.visibility,
      frozenAt: null,
      revision: 1,
    })
    try {
      await ctx.db.insert(SharedDocument, document)
    } catch (error) {
      if (sqlState(error) === '23503') throw refuse('NOT_FOUND', {}, { field: 'input.groupId' })
      if (sqlState(error) !== '23514') throw error
      throw refuse(
        'BAD_INPUT',
        { detail: 'a text cannot be more visible than its group' },
        { field: 'input.visibility' },
      )
    }
    await this.record(ctx, 'document.opened', document, { kind: document.kind })
    // The database knows whether the group is an example; then its texts are.
    return ctx.db.findOneByOrFail(SharedDocument, { id: document.id })
  }

  /** Gives it another title. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, TEXT_MISSING, TEXT_TOO_LONG. */
  async rename(ctx: WriteCtx, input: { id: string; expectedRevision: number; title: string }): Promise<SharedDocument> {
    const document = await this.lock(ctx, input.id)
    this.access.require(ctx, 'document.edit', document)
    const changed = await revise(ctx.db, SharedDocument, document.id, input.expectedRevision, {
      title: titleOf(input.title),
    })
    await this.record(ctx, 'document.renamed', changed)
    return changed
  }

  /**
   * Says which version of the document schema a text needs from now on; programs that know less are cut off. It never goes down.
   * Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED. [CS-6]
   */
  async raiseSchema(ctx: WriteCtx, input: { id: string; schemaVersion: number }): Promise<SharedDocument> {
    const document = await this.lock(ctx, input.id)
    this.access.require(ctx, 'document.edit', document)
    if (input.schemaVersion <= document.schemaVersion) return document
    const { schemaVersion } = input
    const changed = await revise(ctx.db, SharedDocument, document.id, document.revision, { schemaVersion })
    await this.record(ctx, 'document.schemaRaised', changed, { from: document.schemaVersion, to: schemaVersion })
    return changed
  }

  /**
   * Closes a text for writing, or with null opens it again; everybody who has it open is told at once. The room whose text it is has asked its own
   * permission. Refuses: NOT_FOUND. [WT-12]
   */
  async setFrozen(ctx: WriteCtx, id: string, frozenAt: Date | null): Promise<SharedDocument> {
    const document = await this.lock(ctx, id)
    const changed = await revise(ctx.db, SharedDocument, id, document.revision, { frozenAt })
    if (frozenAt) await this.record(ctx, 'document.frozen', changed)
    else await this.record(ctx, 'document.thawed', changed)
    return changed
  }

  private async lock(ctx: WriteCtx, id: string): Promise<SharedDocument> {
    const document = await ctx.db.findOne(SharedDocument, { where: { id }, lock: { mode: 'for_no_key_update' } })
    if (!document) throw refuse('NOT_FOUND')
    return document
  }

  private record(
    ctx: WriteCtx,
    verb: `document.${string}`,
    document: SharedDocument,
    args: Record<string, unknown> = {},
  ): Promise<void> {
    const { id, groupId, visibility } = document
    return this.activity.record(ctx, { verb, object: { type: 'document', id }, groupId, visibility, args })
  }
}

function titleOf(given: string): string {
  const title = given.trim()
  if (title === '') throw refuse('TEXT_MISSING', {}, { field: 'input.title' })
  if (title.length > longestTitle) {
    throw refuse('TEXT_TOO_LONG', { length: title.length, limit: longestTitle }, { field: 'input.title' })
  }
  return title
}

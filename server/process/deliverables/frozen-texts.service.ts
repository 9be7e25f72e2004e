import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { Injectable } from '@nestjs/common'
import { SharedDocument } from '#server/drafting/documents/index.js'
import { Readings, type ReadClause } from '#server/drafting/reading/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import type { Finding } from './deliverable-version.entity.js'
import { Freezing } from './freezing.service.js'
import { clausesOf, marksOf, readFrozenFile, type FrozenText } from './frozen-text.js'
import type { FrozenEntity, FrozenVersion } from './frozen-version.entity.js'

/** What is kept of a text that is frozen, whatever it is frozen as. [DV-4] */
export interface FrozenColumns extends Readonly<Omit<FrozenVersion, 'id' | 'number' | 'frozenAt' | 'frozenBy'>> {
  readonly findings: readonly Finding[]
}

/** Shared texts frozen as files with a hash, and those files read again: for deliverables, reports and minutes. */
@Injectable()
export class FrozenTexts {
  constructor(
    private readonly readings: Readings,
    private readonly freezing: Freezing,
  ) {}

  /** A text as it is stored now. `ownNames`: by which the group that writes is known. Refuses: NO_TEXT_YET. */
  async freeze(document: SharedDocument | null, ownNames: readonly string[]): Promise<FrozenColumns> {
    const read = document && (await this.readings.of(document))
    if (!document || !read || read.clauses.length === 0) throw refuse('NO_TEXT_YET')
    const { clauses, form, words, version } = read
    const { id, kind, title, schemaVersion } = document
    const frozen = await this.freezing.freeze({ document: { id, kind, title, schemaVersion }, form, clauses, ownNames })
    return {
      documentId: id,
      title,
      textVersion: version,
      textHash: Buffer.from(frozen.textHash),
      clauseCount: clauses.length,
      wordCount: words,
      findings: frozen.findings,
      hash: Buffer.from(frozen.hash),
      sizeBytes: frozen.sizeBytes,
      body: Buffer.from(frozen.body),
    }
  }

  /** Whether the live text says something else than what was frozen of it; null when there is no live text any more. [DV-5] */
  async hasChanged(
    ctx: Ctx,
    { documentId, textHash }: Pick<FrozenVersion, 'documentId' | 'textHash'>,
  ): Promise<boolean | null> {
    const document = await ctx.db.findOneBy(SharedDocument, { id: documentId })
    if (!document) return null
    const { clauses } = await this.readings.during(ctx, document)
    return !createHash('sha256').update(marksOf(document.title, clauses)).digest().equals(textHash)
  }

  /** The file of a version as it is kept: compressed. Who may see it is asked before. */
  async body(ctx: Ctx, entity: FrozenEntity, id: string): Promise<Buffer> {
    const { body } = await ctx.db.findOneOrFail(entity, { where: { id }, select: { id: true, body: true } })
    return body
  }

  /** The file of a version, of which the hash is taken. Who may see it is asked before. */
  async file(ctx: Ctx, entity: FrozenEntity, id: string): Promise<Buffer> {
    return gunzipSync(await this.body(ctx, entity, id))
  }

  async read(ctx: Ctx, entity: FrozenEntity, id: string): Promise<FrozenText> {
    return readFrozenFile((await this.file(ctx, entity, id)).toString('utf8'))
  }

  async clauses(ctx: Ctx, entity: FrozenEntity, id: string): Promise<ReadClause[]> {
    return clausesOf(await this.read(ctx, entity, id))
  }

  /** Whether the file that is kept is what it was when its hash was taken. */
  async isIntact(ctx: Ctx, entity: FrozenEntity, { id, hash }: Pick<FrozenVersion, 'id' | 'hash'>): Promise<boolean> {
    const file = await this.file(ctx, entity, id)
    return createHash('sha256').update(file).digest().equals(hash)
  }
}

import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { Injectable } from '@nestjs/common'
import { SharedDocument } from '#server/drafting/documents/index.js'
import { Readings, type ReadClause } from '#server/drafting/reading/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import type { Finding } from './deliverable-version.entity.js'
import { Freezing } from './freezing.service.js'
import { clausesOf, marksOf, readFrozenFile } from './frozen-text.js'

/** What is kept of a text that is frozen, whatever it is frozen as. [DV-4] */
export interface FrozenColumns {
  readonly documentId: string
  readonly title: string
  /** Which stored state of the text it is. */
  readonly textVersion: string
  readonly textHash: Buffer
  readonly clauseCount: number
  readonly wordCount: number
  readonly findings: readonly Finding[]
  readonly hash: Buffer
  readonly sizeBytes: number
  readonly body: Buffer
}

/** Shared texts frozen as files with a hash, and those files read again: for deliverables, and for reports. */
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
    { documentId, textHash }: { readonly documentId: string; readonly textHash: Buffer },
  ): Promise<boolean | null> {
    const document = await ctx.db.findOneBy(SharedDocument, { id: documentId })
    if (!document) return null
    const { clauses } = await this.readings.during(ctx, document)
    return !createHash('sha256').update(marksOf(document.title, clauses)).digest().equals(textHash)
  }

  /** The clauses in a file, which is given compressed. */
  clausesIn(body: Buffer): ReadClause[] {
    return clausesOf(readFrozenFile(gunzipSync(body).toString('utf8')))
  }

  /** The hash of a file as it is kept, taken now. */
  hashOf(body: Buffer): Buffer {
    return createHash('sha256').update(gunzipSync(body)).digest()
  }
}

import { Injectable } from '@nestjs/common'
import { documentsById, type SharedDocument } from '#server/drafting/documents/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { clauseNames, type PlacedClause } from './clause-names.js'

type Read = (document: SharedDocument) => Promise<readonly PlacedClause[]>

/** The clause of a draft that a contribution is about, if it is about one. */
export interface Concerned {
  readonly concernsDocumentId: string | null
  readonly concernsClauseId: string | null
}

/**
 * Names of the clauses that contributions are about. Numbers are not stored, so the drafts are read. That takes the machinery of shared writing,
 * which is plugged in where it runs (concerned-clauses.module.ts). [DL-7]
 */
@Injectable()
export class ConcernedClauses {
  private read: Read = () =>
    Promise.reject(new Error('No reader of texts is plugged in: import ConcernedClausesModule'))

  /** Says how texts are read. */
  readWith(read: Read): void {
    this.read = read
  }

  /** For each of these the names of its clause and of all above it; each draft is read once. Nothing of a draft that the viewer may not see. */
  async names(ctx: Ctx, all: readonly Concerned[]): Promise<(readonly string[])[]> {
    const ids = new Set(all.flatMap((one) => (one.concernsClauseId === null ? [] : (one.concernsDocumentId ?? []))))
    const texts = new Map(
      await Promise.all(
        [...ids].map(async (id) => {
          const document = await documentsById(ctx).load(id)
          return [id, document && (await this.read(document))] as const
        }),
      ),
    )
    return all.map(({ concernsDocumentId, concernsClauseId }) => {
      const text = texts.get(concernsDocumentId ?? '')
      return text && concernsClauseId !== null ? clauseNames(text, concernsClauseId) : []
    })
  }
}

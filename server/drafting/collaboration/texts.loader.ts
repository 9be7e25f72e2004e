import type { EntityManager } from 'typeorm'
import { loader } from '#server/platform/context/index.js'
import { queryRows } from '#server/platform/database/index.js'

/** How a text stands in the log. */
export interface TextStanding {
  readonly documentId: string
  /** `<epoch>.<number of the last stored group>`: another one whenever something was stored. */
  readonly version: string
  /** When something was last stored, as far as the log tells: at the latest then. Null when nothing was. */
  readonly changedAt: Date | null
}

/** The version of a text in which nothing was ever stored. */
export const NOTHING_STORED = '1.0'

/** Texts without a log are left out. */
export const standingsOf = (db: EntityManager, documentIds: readonly string[]): Promise<TextStanding[]> =>
  queryRows<TextStanding>(
    db,
    `select l.document_id as "documentId", l.epoch || '.' || l.last_seq as version,
            coalesce((select max(u.stored_at) from document_update u where u.document_id = l.document_id), s.made_at) as "changedAt"
     from document_log l left join document_snapshot s on s.document_id = l.document_id
     where l.document_id = any($1::uuid[])`,
    [documentIds],
  )

/** How texts stand; null for those in which nothing was ever stored. Reached through a text that the viewer sees. */
export const textStandings = loader<string, TextStanding>(
  async (ctx, ids) => new Map((await standingsOf(ctx.db, ids)).map((standing) => [standing.documentId, standing])),
)

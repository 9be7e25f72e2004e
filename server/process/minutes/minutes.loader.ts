import { groupBy, listLoader, loader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows } from '#server/platform/database/index.js'
import { documentsById } from '#server/drafting/documents/index.js'
import { frozenVersionsBy } from '#server/process/deliverables/index.js'
import { Minutes } from './minutes.entity.js'
import { MinutesRecord } from './minutes-record.entity.js'
import { MinutesVersion } from './minutes-version.entity.js'

async function minutesWhere(ctx: Ctx, column: string, ids: readonly string[]): Promise<Minutes[]> {
  const p = new Params()
  const sql = `select ${columnsOf(ctx.db, Minutes, 'm')} from minutes m where m.${column} = any(${p.add(ids)}::uuid[])`
  const rows = await selectRows<Minutes>(ctx.db, sql, p, null)
  // Minutes are seen by whoever sees their text.
  const seen = await Promise.all(rows.map(({ documentId }) => documentsById(ctx).load(documentId)))
  return rows.filter((_, at) => seen[at] !== null)
}

/** Minutes by meeting; null while there are none that the viewer may see. */
export const minutesByMeeting = loader<string, Minutes>(
  async (ctx, ids) => new Map((await minutesWhere(ctx, 'meeting_id', ids)).map((row) => [row.meetingId, row])),
)

/** Minutes by text; null for texts that are none, or that the viewer may not see. */
export const minutesByDocument = loader<string, Minutes>(
  async (ctx, ids) => new Map((await minutesWhere(ctx, 'document_id', ids)).map((row) => [row.documentId, row])),
)

/** Records of minutes that are kept, the first kept first. Reached through minutes that the viewer sees. */
export const recordsByDocument = listLoader<string, MinutesRecord>(async (ctx, ids) => {
  const p = new Params()
  const sql = `select ${columnsOf(ctx.db, MinutesRecord, 'r')} from minutes_record r
    where r.document_id = any(${p.add(ids)}::uuid[]) order by r.kept_at, r.id`
  return groupBy(await selectRows<MinutesRecord>(ctx.db, sql, p, null), ({ documentId }) => documentId)
})

/** Minutes as they were frozen, the newest first. Reached through minutes that the viewer sees. */
export const versionsByMinutes = frozenVersionsBy(MinutesVersion, 'meetingId')

import { visibleSql } from '#server/common/access/index.js'
import { loader } from '#server/platform/context/index.js'
import { columnsOf, Params } from '#server/platform/database/index.js'
import { SharedDocument } from './document.entity.js'

/** Shared texts by id; null for those that the viewer may not see. */
export const documentsById = loader<string, SharedDocument>(async (ctx, ids) => {
  const p = new Params()
  const visible = visibleSql(ctx.viewer, 'd.visibility', 'd.group_id', p)
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, SharedDocument, 'd')} from document d
     where ${visible} and d.id = any(${p.add(ids)}::uuid[])`,
    p.values,
  )) as SharedDocument[]
  return new Map(rows.map((row) => [row.id, row]))
})

import { visibleSql } from '#server/common/access/index.js'
import { groupBy, listLoader, loader } from '#server/platform/context/index.js'
import { columnsOf, Params, tableAt } from '#server/platform/database/index.js'
import { SharedDocument } from './document.entity.js'
import { writtenBy } from './documents.access.js'

/** Shared texts by id; null for those that the viewer may not see. */
export const documentsById = loader<string, SharedDocument>(async (ctx, ids) => {
  const p = new Params()
  const own = writtenBy(ctx.viewer)
  const isOwn = own.length > 0 ? ` or d.id = any(${p.add(own)}::uuid[])` : ''
  const visible = `(${visibleSql(ctx.viewer, 'd.visibility', 'd.group_id', p)}${isOwn})`
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, SharedDocument, 'd')} from document d
     where ${visible} and d.id = any(${p.add(ids)}::uuid[])`,
    p.values,
  )) as SharedDocument[]
  return new Map(rows.map((row) => [row.id, row]))
})

/**
 * Shared texts of groups, by title: those that there were at an instant and that the viewer may see, then and now. What hides a text today hides
 * it in the past, too. [GR-3]
 */
export const documentsByGroup = listLoader<string, SharedDocument>(async (ctx, groupIds, asOf) => {
  const p = new Params()
  const then = tableAt('document', 'd', asOf, p)
  const visible = ['d', 'now'].map((alias) => visibleSql(ctx.viewer, `${alias}.visibility`, `${alias}.group_id`, p))
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, SharedDocument, 'd')} from ${then} join document now on now.id = d.id
     where ${visible.join(' and ')} and d.group_id = any(${p.add(groupIds)}::uuid[])
     order by d.title collate natural_name, d.id`,
    p.values,
  )) as SharedDocument[]
  return groupBy(rows, ({ groupId }) => groupId)
})

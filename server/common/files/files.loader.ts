import { listLoader, loader, type Ctx } from '#server/platform/context/index.js'
import { columnsOf } from '#server/platform/database/index.js'
import { StoredFile } from './file.entity.js'

/** Files by id, whoever may see them: ask the scope before anything of them is shown. */
export const filesById = loader<string, StoredFile>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, StoredFile, 'f')} from file f where f.id = any($1::uuid[])`,
    [ids],
  )) as StoredFile[]
  return new Map(rows.map((row) => [row.id, row]))
})

/** Files that stand, of things of one type that the viewer may see, oldest first. */
export function filesOf(type: string): (ctx: Ctx, ids: string) => Promise<StoredFile[]> {
  const lists = listLoader<string, StoredFile>(async (ctx, ids) => {
    const rows = (await ctx.db.query(
      `select ${columnsOf(ctx.db, StoredFile, 'f')} from file f
       where f.scope_type = $1 and f.scope_id = any($2::uuid[]) and f.withdrawn_at is null order by f.id`,
      [type, ids],
    )) as StoredFile[]
    return Map.groupBy(rows, (row) => row.scopeId)
  })
  return (ctx, id) => lists(ctx).load(id)
}

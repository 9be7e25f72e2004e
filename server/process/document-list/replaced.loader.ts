import { groupBy, listLoader } from '#server/platform/context/index.js'
import { Params } from '#server/platform/database/index.js'
import { visibleContributions } from '#server/process/contributions/index.js'

/** Contribution → the documents in whose place it stands, as far as the viewer may see them. */
export const replacedBy = listLoader<string, { id: string; number: string }>(async (ctx, ids) => {
  const p = new Params()
  const { from, where } = visibleContributions(ctx.viewer, p)
  const rows = (await ctx.db.query(
    `select d.revised_to_id as successor, c.id, c.number from listed_document d join (${from}) on c.id = d.contribution_id
     where ${where} and d.revised_to_id = any(${p.add(ids)}::uuid[]) order by c.sequence, c.id`,
    p.values,
  )) as { successor: string; id: string; number: string }[]
  return groupBy(rows, ({ successor }) => successor)
})

import { listLoader, loader } from '#server/platform/context/index.js'
import { columnsOf } from '#server/platform/database/index.js'
import { Affiliation } from './affiliation.entity.js'

/** A person as others may see them. */
export interface PersonRow {
  id: string
  /** Null when the person was erased. */
  name: string | null
  sortName: string | null
  erasedAt: Date | null
  revision: number | null
}

/** People by id. */
export const peopleById = loader<string, PersonRow>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select p.id, f.name, f.sort_name as "sortName", p.erased_at as "erasedAt", f.revision
     from person p left join person_profile f on f.person_id = p.id where p.id = any($1)`,
    [ids],
  )) as PersonRow[]
  return new Map(rows.map((row) => [row.id, row]))
})

/** All affiliations of people, newest first, those without a first day last. */
export const affiliationsOf = listLoader<string, Affiliation>(async (ctx, personIds) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, Affiliation, 'a')} from affiliation a where a.person_id = any($1)
     order by a.from_on desc nulls last, a.id desc`,
    [personIds],
  )) as Affiliation[]
  return Map.groupBy(rows, (row) => row.personId)
})

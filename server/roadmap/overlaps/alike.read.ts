import { ITEM_STATES } from '#schema/vocabulary/register.js'
import type { Ctx } from '#server/platform/context/index.js'
import { Params, queryRows } from '#server/platform/database/index.js'
import { liveStates } from './cases.list.js'
import { isCompared, settlingRelations, wordGroups, type Compared } from './likeness.js'

/** An item that is compared with the others. */
export interface LookedAt extends Compared {
  readonly id: string
  readonly revision: number
  readonly bodyId: string
  readonly isCompared: boolean
}

/** Another item that may be like it. */
export interface Candidate extends Compared {
  readonly id: string
  /** How much the letters of the titles are alike, 0 to 1. */
  readonly trigrams: number
}

const list = (values: readonly string[]) => `('${values.join("', '")}')`
const compared = list(ITEM_STATES.filter(isCompared))
const settling = list(settlingRelations)

/** So many candidates come from each index. */
const MOST = 40

/** Items that nobody has looked at in their present state, in the order in which they came; so many at most. */
export const itemsToLookAt = (ctx: Ctx, limit: number): Promise<LookedAt[]> =>
  queryRows<LookedAt>(
    ctx.db,
    `select i.id, i.revision, i.body_id as "bodyId", i.title, i.scope_note as scope, i.state in ${compared} as "isCompared"
     from item i left join overlap_look l on l.item_id = i.id
     where l.item_id is null or l.item_revision <> i.revision order by i.id limit $1`,
    [limit],
  )

/** How many items wait to be looked at. */
export async function countToLookAt(ctx: Ctx): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    ctx.db,
    `select count(*)::int as count from item i left join overlap_look l on l.item_id = i.id
     where l.item_id is null or l.item_revision <> i.revision`,
    [],
  )
  return row!.count
}

/**
 * Items of other bodies that may be like one, by the indexes of trigrams (titles) and of full text (titles and scopes): so the register is never compared with itself whole.
 * Left out: what is gone, what is related in a way that settles the question, what stands in a live case with it, what was settled for good. [OV-6]
 */
export function candidatesFor(ctx: Ctx, item: LookedAt): Promise<Candidate[]> {
  const p = new Params()
  const id = p.add(item.id)
  const title = p.add(item.title ?? '')
  const groups = wordGroups(item.title).map((words) =>
    words.map((word) => `'${word.replaceAll(/['\\]/g, ' ')}'`).join(' & '),
  )
  const query = groups.map((group) => `(${group})`).join(' | ')
  const byWords = query
    ? `union (select i.id from item i where i.search @@ to_tsquery('english', ${p.add(query)}) and i.id <> ${id} limit ${MOST})`
    : ''
  return queryRows<Candidate>(
    ctx.db,
    `select i.id, i.title, i.scope_note as scope, similarity(plain(coalesce(i.title, '')), plain(${title})) as trigrams
     from (
       (select i.id from item i where plain(coalesce(i.title, '')) % plain(${title}) and i.id <> ${id}
        order by similarity(plain(coalesce(i.title, '')), plain(${title})) desc, i.id limit ${MOST})
       ${byWords}
       union (select case when s.a_id = ${id} then s.b_id else s.a_id end from overlap_suggestion s
        where s.state = 'OPEN' and ${id} in (s.a_id, s.b_id))) found
     join item i on i.id = found.id
     where i.body_id <> ${p.add(item.bodyId)} and i.state in ${compared}
       and not exists (select from relation r where r.ended_at is null and r.type in ${settling}
         and ((r.from_id = ${id} and r.to_id = i.id) or (r.from_id = i.id and r.to_id = ${id})))
       and not exists (select from overlap_suggestion s where s.state <> 'OPEN'
         and s.a_id = least(i.id, ${id}::uuid) and s.b_id = greatest(i.id, ${id}::uuid))
       and not exists (select from overlap_case_item x join overlap_case_item y on y.case_id = x.case_id
         join overlap_case o on o.id = x.case_id
         where x.item_id = ${id} and y.item_id = i.id and o.state in ${liveStates})`,
    p.values,
  )
}

/** Open suggestions that a relation or a case has made idle since. */
export const idleSuggestions = `
  select s.id from overlap_suggestion s where s.state = 'OPEN' and (
    exists (select from relation r where r.ended_at is null and r.type in ${settling}
      and ((r.from_id = s.a_id and r.to_id = s.b_id) or (r.from_id = s.b_id and r.to_id = s.a_id))))`

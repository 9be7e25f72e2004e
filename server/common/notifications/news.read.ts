import { visibleSql } from '#server/common/access/index.js'
import {
  ActivityEvent,
  horizonSql,
  type Concern,
  type Concerns,
  type HorizonRow,
  type Place,
} from '#server/common/activity/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params } from '#server/platform/database/index.js'

/** Something that is followed, and from when on its events are news. */
export interface Followed {
  readonly id: string
  readonly concern: Concern
  readonly fromTransaction: number
}

export interface News {
  /** Newest first, as many as were asked for at most. */
  readonly events: ActivityEvent[]
  readonly count: number
  /** How many concern each thing, by the id of the follow. One event may concern several. */
  readonly countOf: ReadonlyMap<string, number>
  /** Behind the last of all these: where the next news begin. */
  readonly upTo: Place
}

/**
 * What others did to what somebody follows, behind a place, as far as they may see it now. Only what lies before the oldest transaction that still
 * runs, so that whoever goes on from `upTo` misses nothing and reads nothing twice. [NO-3, VI-1]
 */
export async function newsOf(
  ctx: Ctx,
  concerns: Concerns,
  followed: readonly Followed[],
  since: Place,
  first: number,
): Promise<News> {
  const [{ horizon }] = (await ctx.db.query(horizonSql)) as [HorizonRow]
  const upTo = {
    transactionId: Math.max(horizon, since.transactionId),
    seq: horizon > since.transactionId ? 0 : since.seq,
  }
  if (followed.length === 0) return { events: [], count: 0, countOf: new Map(), upTo }
  const p = new Params()
  const each = followed.map(
    ({ id, concern, fromTransaction }) =>
      `select ${p.add(id)}::uuid as follow_id, e.seq from fresh e
       where e.transaction_id >= ${p.add(fromTransaction)}::bigint and (${concerns.sql(concern, p)})`,
  )
  const [found] = (await ctx.db.query(
    `with fresh as materialized (
       select e.* from event e
       where (e.transaction_id, e.seq) > (${p.add(since.transactionId)}::bigint, ${p.add(since.seq)}::bigint)
         and e.transaction_id < ${p.add(horizon)}::bigint
         and e.actor_id is distinct from ${p.add(ctx.viewer.personId)}::uuid
         and ${visibleSql(ctx.viewer, 'e.visibility', 'e.group_id', p)}),
     hit as materialized (${each.join(' union all ')})
     select (select count(distinct seq)::int from hit) as count,
       (select coalesce(jsonb_object_agg(follow_id, n), '{}') from (select follow_id, count(*)::int as n from hit group by 1) c) as counts,
       array(select distinct seq from hit order by seq desc limit ${p.add(first)}::int) as seqs`,
    p.values,
  )) as [{ count: number; counts: Record<string, number>; seqs: number[] }]
  const events = (await ctx.db.query(
    `select ${columnsOf(ctx.db, ActivityEvent, 'e')} from event e where e.seq = any($1::bigint[]) order by e.seq desc`,
    [found.seqs],
  )) as ActivityEvent[]
  return { events, count: found.count, countOf: new Map(Object.entries(found.counts)), upTo }
}

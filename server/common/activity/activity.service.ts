import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { visibleSql, type Visibility } from '#server/common/access/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { columnsOf, newId, Params } from '#server/platform/database/index.js'
import { pageSql, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { Concerns, type Concern } from './concerns.js'
import { ActivityEvent } from './event.entity.js'
import { horizonSql, type HorizonRow } from './horizon.js'

/** What a verb hands to the record. */
export interface Happening {
  verb: `${string}.${string}`
  object: { type: string; id: string }
  groupId?: string | null
  visibility?: Visibility
  /** Ids, numbers, days, codes. No personal data: the record cannot forget. */
  args?: Record<string, unknown>
}

export interface ActivityFilter {
  groupId?: string | null
  objectType?: string | null
  objectId?: string | null
  /** Only what concerns this. Pages of the record know it; listeners do not. */
  concern?: Concern | null
}

const newestFirst: Keyset = {
  name: 'activity',
  terms: [{ expr: 'e.seq', type: 'number', direction: 'DESC' }],
}

/** A place in the order of transactions. */
export interface Place {
  transactionId: number
  seq: number
}

/** Channel on which each process hears that events were committed. */
export const EVENTS_CHANNEL = 'events'

@Injectable()
export class Activity {
  constructor(private readonly concerns: Concerns) {}

  /** Records an event in the verb's own transaction. Other processes are told by the database when it commits. */
  async record(ctx: WriteCtx, happening: Happening): Promise<void> {
    await ctx.db.query(
      `insert into event (id, occurred_at, actor_id, verb, object_type, object_id, group_id, visibility, args)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        newId(),
        ctx.now,
        ctx.viewer.personId,
        happening.verb,
        happening.object.type,
        happening.object.id,
        happening.groupId ?? null,
        happening.visibility ?? 'PUBLIC',
        JSON.stringify(happening.args ?? {}),
      ],
    )
    // The same payload within one transaction is announced once, however many events it records.
    await ctx.db.query(`select pg_notify('${EVENTS_CHANNEL}', '')`)
  }

  /** A page of what happened, newest first, as far as the viewer may see it. Refuses: BAD_CURSOR. */
  async page(ctx: Ctx, filter: ActivityFilter, page: Page): Promise<Connection<ActivityEvent>> {
    const p = new Params()
    const where = [visibleSql(ctx.viewer, 'e.visibility', 'e.group_id', p)]
    if (filter.groupId) where.push(`e.group_id = ${p.add(filter.groupId)}`)
    if (filter.objectType) where.push(`e.object_type = ${p.add(filter.objectType)}`)
    if (filter.objectId) where.push(`e.object_id = ${p.add(filter.objectId)}`)
    if (filter.concern) where.push(`(${this.concerns.sql(filter.concern, p)})`)
    const sql = pageSql(newestFirst, page, p.values.length + 1)
    p.values.push(...sql.params)
    where.push(sql.where)
    const rows = (await ctx.db.query(
      `select ${columnsOf(ctx.db, ActivityEvent, 'e')} from event e
       where ${where.join(' and ')} order by ${sql.orderBy} limit ${sql.limit}`,
      p.values,
    )) as ActivityEvent[]
    return toConnection(rows, page, newestFirst, (event) => [event.seq])
  }

  /**
   * Committed events behind a place, in the order of transactions, whoever may see them: for what runs on behalf of nobody. An event is
   * given only when all older transactions have ended, so that a reader who goes on from the last one misses none.
   */
  async since(db: EntityManager, place: Place, limit: number): Promise<ActivityEvent[]> {
    const [settled] = (await db.query(horizonSql)) as [HorizonRow]
    return db.query(
      `select ${columnsOf(db, ActivityEvent, 'e')} from event e
       where (e.transaction_id, e.seq) > ($1::bigint, $2::bigint) and e.transaction_id < $4::bigint
       order by e.transaction_id, e.seq limit $3`,
      [place.transactionId, place.seq, limit, settled.horizon],
    ) as Promise<ActivityEvent[]>
  }

  /** Whether committed events behind a place wait for an older transaction to end. */
  async isHeldBack(db: EntityManager, place: Place): Promise<boolean> {
    const [settled] = (await db.query(horizonSql)) as [HorizonRow]
    const [row] = (await db.query(
      `select exists (select from event e
         where (e.transaction_id, e.seq) > ($1::bigint, $2::bigint) and e.transaction_id >= $3::bigint) as held`,
      [place.transactionId, place.seq, settled.horizon],
    )) as { held: boolean }[]
    return row!.held
  }

  /** The place behind all that has happened so far. */
  async end(db: EntityManager): Promise<Place> {
    const [settled] = (await db.query(horizonSql)) as [HorizonRow]
    return { transactionId: settled.horizon, seq: 0 }
  }
}

import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { Access } from '#server/common/access/index.js'
import { RegisterRevision } from '#server/common/activity/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { inTransaction, newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { changesOf, type SubjectFace } from './edition-diff.js'
import type { Edition } from './edition.entity.js'
import { editionsByNumber, editionsBySlug } from './editions.list.js'
import { compared, type Compared, type Moment } from './faces.read.js'
import { readSide } from './side.js'

/** One side of a comparison: an edition and the instant it keeps, or a moment of the register; `at` is null for today. */
export interface Side {
  readonly edition: Edition | null
  readonly at: Moment
}

/** A comparison that was made and is kept: the earlier side first. */
export interface Comparison {
  readonly id: string
  readonly from: Side
  readonly to: Side
}

/** Things whose two faces are held in memory at once. */
const BATCH = 500
/** Comparisons that are kept. The oldest give way: each can be made again. */
const KEPT = 40
/** A moment that has passed for so long is settled: no transaction can still write behind it. */
const SETTLED_MILLISECONDS = 15 * 60_000

/**
 * What changed between two moments. It is worked out once, in batches of the things that changed, by the rule in edition-diff.ts, and kept: pages,
 * filters and files of it are reads of one table, however many things changed. Two frozen editions are compared once for as long as they are kept; with
 * today, anew when the register changed. [ED-8, ED-9]
 */
@Injectable()
export class Comparisons {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: Access,
    private readonly revision: RegisterRevision,
  ) {}

  /** Refuses: NOT_FOUND for a side that is none or may not be seen, NOTHING_KEPT. */
  async between(ctx: Ctx, from: string, to: string): Promise<Comparison> {
    const one = await this.side(ctx, from, 'from')
    const other = await this.side(ctx, to, 'to')
    const [earlier, later] = isAfter(one.at, other.at) ? [other, one] : [one, other]
    // Today and today: nothing can have happened since.
    return { id: await this.made(ctx, earlier.at ?? 'infinity', later.at), from: earlier, to: later }
  }

  private async side(ctx: Ctx, text: string, field: string): Promise<Side> {
    const asked = readSide(text)
    if (!asked) throw refuse('NOT_FOUND', {}, { field })
    if (asked.kind === 'TODAY') return { edition: null, at: null }
    if (asked.kind === 'MOMENT') {
      // Rows carry the clock of the database, and what lies ahead of it is today.
      const [{ isPast }] = (await ctx.db.query('select $1::timestamptz < clock_timestamp() as "isPast"', [
        asked.at,
      ])) as [{ isPast: boolean }]
      return { edition: null, at: isPast ? asked.at : null }
    }
    const edition =
      asked.kind === 'NUMBER'
        ? await editionsByNumber(ctx).load(asked.number)
        : await editionsBySlug(ctx).load(asked.slug)
    if (!edition || !this.access.may(ctx, 'edition.read', edition)) throw refuse('NOT_FOUND', {}, { field })
    // What is not frozen shows the register as it is.
    if (edition.state !== 'FROZEN') return { edition, at: null }
    if (edition.registerAt === null) throw refuse('NOTHING_KEPT', { label: edition.label }, { field })
    return { edition, at: edition.registerAt.toISOString() }
  }

  /** The id of the comparison of two moments, which is made when nobody has. Not a verb: what is kept says nothing that history does not. */
  private async made(ctx: Ctx, from: string, to: Moment): Promise<string> {
    const key = `${from}..${to ?? 'today'}${await this.stamp(ctx, to)}`
    const find = async (db: EntityManager) => {
      const [row] = (await db.query('select id from edition_comparison where key = $1', [key])) as { id: string }[]
      return row?.id
    }
    return (
      (await find(ctx.db)) ??
      inTransaction(this.dataSource, async (db) => {
        // One at a time: whoever waited finds what the other made, and nobody keeps several connections at work.
        await db.query(`select pg_advisory_xact_lock(hashtextextended('edition.comparison', 0))`)
        return (await find(db)) ?? this.make(db, key, from, to)
      })
    )
  }

  /** What a comparison that is not settled depends on besides its moments: how often the register has changed. */
  private async stamp(ctx: Ctx, latest: Moment): Promise<string> {
    const [row] = (await ctx.db.query(
      'select clock_timestamp() - $1::timestamptz > make_interval(secs => $2) as "isSettled"',
      [latest, SETTLED_MILLISECONDS / 1000],
    )) as [{ isSettled: boolean | null }]
    if (row.isSettled) return ''
    const { current } = this.revision
    if (current !== null) return `@${current}`
    const [counted] = (await ctx.db.query(
      `select count(*)::int as revision from event where visibility = 'PUBLIC'`,
    )) as [{ revision: number }]
    return `@${counted.revision}`
  }

  private async make(db: EntityManager, key: string, from: string, to: Moment): Promise<string> {
    const id = newId()
    await db.query('insert into edition_comparison (id, key) values ($1, $2)', [id, key])
    for (const kind of compared) {
      const ids = await kind.candidates(db, from, to)
      for (let at = 0; at < ids.length; at += BATCH) {
        await keep(db, id, await changedIn(db, kind, ids.slice(at, at + BATCH), from, to))
      }
    }
    await db.query(
      `delete from edition_comparison where id in (select id from edition_comparison order by made_at desc offset $1)`,
      [KEPT],
    )
    return id
  }
}

const isAfter = (one: Moment, other: Moment) => other !== null && (one === null || one > other)

async function changedIn(db: EntityManager, kind: Compared, ids: readonly string[], from: string, to: Moment) {
  const before = byId(await kind.read(db, from, ids))
  const after = byId(await kind.read(db, to, ids))
  return ids.flatMap((id) => changesOf(before.get(id) ?? null, after.get(id) ?? null))
}

const byId = (faces: readonly SubjectFace[]) => new Map(faces.map((face) => [face.id, face]))

async function keep(db: EntityManager, id: string, changes: ReturnType<typeof changesOf>): Promise<void> {
  if (changes.length === 0) return
  await db.query(
    `insert into edition_change (comparison_id, key, kind, rank, sort, subject, subject_id, label, href, topics, bodies, args)
     select $1, c.key, c.kind, c.rank, c.sort, c.subject, c."subjectId", c.label, c.href, c.topics, c.bodies, c.args
     from jsonb_to_recordset($2::jsonb) as c(key text, kind text, rank smallint, sort text, subject text, "subjectId" uuid, label text, href text,
       topics text[], bodies text[], args jsonb)`,
    [id, JSON.stringify(changes)],
  )
}

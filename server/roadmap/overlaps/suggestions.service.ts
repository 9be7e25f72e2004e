import { Injectable } from '@nestjs/common'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { givenText } from '#server/roadmap/provenance/index.js'
import { candidatesFor, countToLookAt, idleSuggestions, itemsToLookAt, type LookedAt } from './alike.read.js'
import { isSuggested, likenessOf } from './likeness.js'
import { OverlapSuggestion } from './overlap-suggestion.entity.js'
import './overlaps.access.js'

export interface Sought {
  /** Items that were looked at. */
  readonly looked: number
  /** Pairs that are suggested since. */
  readonly found: number
  /** Pairs that are not suggested any more. */
  readonly gone: number
  /** Items that still wait to be looked at. */
  readonly waiting: number
}

/** So many of the pairs of one item are suggested: those most alike. */
const MOST_OF_AN_ITEM = 8

/** Titles whose trigrams are less alike are found by their words or not at all: below, the index of a large register finds far too many. */
const LEAST_TRIGRAMS = 0.4

/** Pairs of items that look alike: how they are found, and how one is dismissed. */
@Injectable()
export class OverlapSuggestions {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
  ) {}

  /**
   * Looks at up to `limit` items that have changed since they were looked at. Two that look at once do not do the same work: the second does nothing.
   * [OV-6] Refuses: SIGN_IN_REQUIRED, FORBIDDEN.
   */
  async seek(ctx: WriteCtx, limit: number): Promise<Sought> {
    this.access.require(ctx, 'overlap.edit', null)
    const [lock] = (await ctx.db.query(
      `select pg_try_advisory_xact_lock(hashtextextended('overlap.seek', 0)) as "isOurs"`,
    )) as [{ isOurs: boolean }]
    if (!lock.isOurs) return { looked: 0, found: 0, gone: 0, waiting: await countToLookAt(ctx) }
    await ctx.db.query(`select set_config('pg_trgm.similarity_threshold', $1, true)`, [String(LEAST_TRIGRAMS)])
    const [, idle] = (await ctx.db.query(`delete from overlap_suggestion where id in (${idleSuggestions})`)) as [
      unknown,
      number,
    ]
    const items = await itemsToLookAt(ctx, limit)
    let [found, gone] = [0, idle]
    for (const item of items) {
      const changed = await this.lookAt(ctx, item)
      found += changed.found
      gone += changed.gone
    }
    if (found + gone > 0) {
      const object = { type: 'suggestions', id: newId() }
      await this.activity.record(ctx, { verb: 'overlap.suggested', object, args: { found, gone } })
    }
    return { looked: items.length, found, gone, waiting: await countToLookAt(ctx) }
  }

  /**
   * Settles that a pair is no overlap, for good: it is never suggested again. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE,
   * SUGGESTION_SETTLED, TEXT_MISSING, TEXT_TOO_LONG. [OV-7]
   */
  async dismiss(
    ctx: WriteCtx,
    { id, expectedRevision, reason }: { id: string; expectedRevision: number; reason: string },
  ): Promise<OverlapSuggestion> {
    this.access.require(ctx, 'overlap.edit', null)
    const held = await ctx.db.findOne(OverlapSuggestion, { where: { id }, lock: { mode: 'for_no_key_update' } })
    if (!held) throw refuse('NOT_FOUND', {}, { field: 'input.id' })
    if (held.state !== 'OPEN') throw refuse('SUGGESTION_SETTLED')
    const dismissed = await revise(ctx.db, OverlapSuggestion, id, expectedRevision, {
      state: 'DISMISSED',
      reason: givenText(reason, 2000, 'input.reason'),
      settledBy: ctx.viewer.personId,
      settledAt: ctx.now,
    })
    await this.activity.record(ctx, { verb: 'overlap.dismissed', object: { type: 'suggestion', id }, args: {} })
    return dismissed
  }

  /** Accepts the open pairs among the items of a case. [OV-7] */
  async accept(ctx: WriteCtx, caseId: string, itemIds: readonly string[]): Promise<void> {
    await ctx.db.query(
      `update overlap_suggestion set state = 'ACCEPTED', case_id = $1, settled_by = $2, settled_at = $3, revision = revision + 1
       where state = 'OPEN' and a_id = any($4::uuid[]) and b_id = any($4::uuid[])`,
      [caseId, ctx.viewer.personId, ctx.now, itemIds],
    )
  }

  /** Suggests what is like one item now, and takes back what is not any more. */
  private async lookAt(ctx: WriteCtx, item: LookedAt): Promise<{ found: number; gone: number }> {
    const candidates = item.isCompared && item.title !== null ? await candidatesFor(ctx, item) : []
    const alike = candidates
      .map((other) => ({ id: other.id, ...likenessOf(item, other, other.trigrams) }))
      .filter(isSuggested)
      .toSorted((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    const held = (await ctx.db.query(
      `select id, case when a_id = $1 then b_id else a_id end as other from overlap_suggestion
       where state = 'OPEN' and $1 in (a_id, b_id)`,
      [item.id],
    )) as { id: string; other: string }[]
    const known = new Set(held.map(({ other }) => other))
    const still = new Set(alike.map(({ id }) => id))
    const gone = held.filter(({ other }) => !still.has(other)).map(({ id }) => id)
    if (gone.length > 0) await ctx.db.query('delete from overlap_suggestion where id = any($1::uuid[])', [gone])
    const wanted = alike.filter(({ id }, rank) => rank < MOST_OF_AN_ITEM || known.has(id))
    for (const { id: other, likeness, words } of wanted) {
      const [aId, bId] = [item.id, other].sort()
      await ctx.db.query(
        `insert into overlap_suggestion (id, a_id, b_id, likeness, words, state) values ($1, $2, $3, $4, $5, 'OPEN')
         on conflict (a_id, b_id) do update set likeness = excluded.likeness, words = excluded.words
         where overlap_suggestion.state = 'OPEN' and overlap_suggestion.likeness <> excluded.likeness`,
        [newId(), aId, bId, Math.round(likeness * 1000), words],
      )
    }
    await ctx.db.query(
      `insert into overlap_look (item_id, item_revision, looked_at) values ($1, $2, $3)
       on conflict (item_id) do update set item_revision = excluded.item_revision, looked_at = excluded.looked_at`,
      [item.id, item.revision, ctx.now],
    )
    return { found: wanted.filter(({ id }) => !known.has(id)).length, gone: gone.length }
  }
}

import { Injectable } from '@nestjs/common'
import { relationTraits, type RelationType } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise, sqlState } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Item, Items } from '#server/roadmap/items/index.js'
import {
  givenDay,
  givenOptionalText,
  givenText,
  notToCome,
  sourceColumns,
  type GivenSource,
} from '#server/roadmap/provenance/index.js'
import { acceptable, inOrder, type RelationEdge } from './relation-rules.js'
import { Relation } from './relation.entity.js'
import './relations.access.js'

/** What a relation says besides its ends and its type. */
interface RelationWords {
  /** First day on which it held; null when unknown. */
  readonly since?: string | null
  readonly clause?: string | null
  readonly evidence?: string | null
  readonly note?: string | null
}

export interface RecordRelation extends RelationWords {
  /** Slug or any name of the item it starts from. */
  readonly from: string
  readonly to: string
  readonly type: RelationType
  readonly provenance: GivenSource
}

export interface ChangeRelation extends RelationWords {
  readonly id: string
  readonly expectedRevision: number
  /** Null: what it rests on stays. */
  readonly provenance: GivenSource | null
}

export interface EndRelation {
  readonly id: string
  readonly expectedRevision: number
  /** Last day on which it held; null when it never did. */
  readonly until: string | null
  readonly reason: string
}

/** The verbs on relations. Another type or another item makes another relation: the old one ends, a new one is recorded. */
@Injectable()
export class Relations {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly items: Items,
  ) {}

  /**
   * Relates two items. What is superseded, and was known as withdrawn by status alone, becomes superseded. [RE-2, RE-3, RE-4, RE-6]
   * Refuses: SIGN_IN_REQUIRED, FORBIDDEN, BAD_INPUT, TEXT_TOO_LONG, NO_SUCH_DAY, RELATION_TO_ITSELF, RELATION_CYCLE, RELATION_KNOWN.
   */
  async record(ctx: WriteCtx, given: RecordRelation): Promise<Relation> {
    this.access.require(ctx, 'relation.edit', null)
    const from = await this.items.require(ctx, given.from, 'input.from')
    const to = await this.items.require(ctx, given.to, 'input.to')
    const said = saidBy(given)
    const edge = acceptable({ from: from.id, to: to.id, type: given.type }, await this.heldOfType(ctx, given.type))
    const relation = ctx.db.create(Relation, {
      id: newId(),
      fromId: edge.from,
      toId: edge.to,
      type: edge.type,
      ...said,
      toOn: null,
      endedAt: null,
      endedReason: null,
      revision: 1,
      ...sourceColumns(given.provenance),
    })
    try {
      await ctx.db.insert(Relation, relation)
    } catch (error) {
      if (sqlState(error) !== '23505') throw error
      throw refuse('RELATION_KNOWN', { from: from.designation, to: to.designation }, { field: 'input.to' })
    }
    if (edge.type === 'SUPERSEDES') await this.items.markSuperseded(ctx, edge.to, true, given.provenance)
    await this.tell(ctx, 'relation.recorded', relation, from, to)
    return relation
  }

  /**
   * Changes what is said of a relation that holds: its first day, clause, words, remark, and what it rests on. Nothing is recorded when nothing
   * changes. [RE-6] Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, RELATION_ENDED, TEXT_TOO_LONG, NO_SUCH_DAY, BAD_INPUT.
   */
  async change(ctx: WriteCtx, given: ChangeRelation): Promise<Relation> {
    const before = await this.held(ctx, given)
    const wanted = { ...saidBy(given), ...(given.provenance && sourceColumns(given.provenance)) }
    const isOther = Object.entries(wanted).some(([name, value]) => before[name as keyof Relation] !== value)
    if (!isOther) return before
    const changed = await revise(ctx.db, Relation, before.id, given.expectedRevision, wanted)
    await this.tell(ctx, 'relation.changed', changed)
    return changed
  }

  /**
   * Says that a relation holds no more since a day, or never did; it stays to be seen, with the reason. What rested on it alone is withdrawn again
   * instead of superseded. [IT-3, RE-6, RE-7]
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, RELATION_ENDED, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DAY, BAD_INPUT for a day to come,
   * ENDS_BEFORE_START.
   */
  async end(ctx: WriteCtx, given: EndRelation): Promise<Relation> {
    const before = await this.held(ctx, given)
    const until = givenDay(given.until, 'input.until')
    if (until !== null) notToCome(until, ctx.now, 'input.until')
    inOrder({ since: before.fromOn, until }, 'input.until')
    const ended = await revise(ctx.db, Relation, before.id, given.expectedRevision, {
      toOn: until,
      endedAt: ctx.now,
      endedReason: givenText(given.reason, 2000, 'input.reason'),
    })
    if (ended.type === 'SUPERSEDES' && !(await this.isSuperseded(ctx, ended.toId))) {
      const { source, confidence, evidenceOn: asOf, checkedById: checkedBy } = ended
      await this.items.markSuperseded(ctx, ended.toId, false, { source, confidence, asOf, checkedBy })
    }
    await this.tell(ctx, 'relation.ended', ended)
    return ended
  }

  /** A relation that holds, once it is sure that the viewer may change it, and on which revision. */
  private async held(ctx: WriteCtx, { id, expectedRevision }: { id: string; expectedRevision: number }) {
    const relation = await ctx.db.findOneBy(Relation, { id })
    if (!relation) throw refuse('NOT_FOUND', {}, { field: 'input.id' })
    this.access.require(ctx, 'relation.edit', relation)
    if (relation.endedAt !== null) throw refuse('RELATION_ENDED')
    if (relation.revision !== expectedRevision) {
      throw refuse('STALE', { revision: relation.revision }, { details: { current: { ...relation } } })
    }
    return relation
  }

  /** The edges that hold of a type that never turns in a circle, until this transaction ends; none of another type, which may. */
  private async heldOfType(ctx: WriteCtx, type: RelationType): Promise<RelationEdge[]> {
    if (!relationTraits[type].isAcyclic) return []
    // Two edges recorded at once could close a circle that neither sees.
    await ctx.db.query(`select pg_advisory_xact_lock(hashtextextended('relation ' || $1, 0))`, [type])
    return ctx.db.query(
      'select from_id as "from", to_id as "to", type from relation where type = $1 and ended_at is null',
      [type],
    )
  }

  private async isSuperseded(ctx: WriteCtx, itemId: string): Promise<boolean> {
    const rows = (await ctx.db.query(
      `select 1 from relation where to_id = $1 and type = 'SUPERSEDES' and ended_at is null limit 1`,
      [itemId],
    )) as unknown[]
    return rows.length > 0
  }

  private async tell(ctx: WriteCtx, verb: `relation.${string}`, relation: Relation, from?: Item, to?: Item) {
    const one = from ?? (await ctx.db.findOneByOrFail(Item, { id: relation.fromId }))
    const other = to ?? (await ctx.db.findOneByOrFail(Item, { id: relation.toId }))
    await this.activity.record(ctx, {
      verb,
      object: { type: 'relation', id: relation.id },
      args: { type: relation.type, from: one.slug, to: other.slug },
    })
  }
}

/** The columns of what somebody says of a relation. */
const saidBy = (given: RelationWords) => ({
  fromOn: givenDay(given.since, 'input.since'),
  clause: givenOptionalText(given.clause, 200, 'input.clause'),
  evidence: givenOptionalText(given.evidence, 2000, 'input.evidence'),
  note: givenOptionalText(given.note, 2000, 'input.note'),
})

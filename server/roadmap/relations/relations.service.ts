import { Injectable } from '@nestjs/common'
import { relationTraits, type RelationType } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, sqlState } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Items } from '#server/roadmap/items/index.js'
import { sourceColumns, type GivenSource } from '#server/roadmap/provenance/index.js'
import { acceptable, type RelationEdge } from './relation-rules.js'
import { Relation } from './relation.entity.js'
import './relations.access.js'

export interface RecordRelation {
  /** Slug or any name of the item it starts from. */
  readonly from: string
  readonly to: string
  readonly type: RelationType
  readonly note?: string | null
  readonly provenance: GivenSource
}

/** The verbs on relations. */
@Injectable()
export class Relations {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly items: Items,
  ) {}

  /**
   * Relates two items. What is superseded, and was known as withdrawn by status alone, becomes superseded. [RE-2, RE-3, RE-4]
   * Refuses: FORBIDDEN, BAD_INPUT, RELATION_TO_ITSELF, RELATION_CYCLE, ALREADY_THERE.
   */
  async record(ctx: WriteCtx, given: RecordRelation): Promise<Relation> {
    this.access.require(ctx, 'relation.edit', null)
    const from = await this.items.require(ctx, given.from, 'from')
    const to = await this.items.require(ctx, given.to, 'to')
    const note = given.note?.trim() || null
    if (note && note.length > 2000) {
      throw refuse('BAD_INPUT', { detail: 'a note has at most 2,000 characters' }, { field: 'note' })
    }
    let existing: RelationEdge[] = []
    if (relationTraits[given.type].isAcyclic) {
      // Two edges recorded at once could close a circle that neither sees.
      await ctx.db.query(`select pg_advisory_xact_lock(hashtextextended('relation ' || $1, 0))`, [given.type])
      existing = await ctx.db.query('select from_id as "from", to_id as "to", type from relation where type = $1', [
        given.type,
      ])
    }
    const edge = acceptable({ from: from.id, to: to.id, type: given.type }, existing)
    const relation = ctx.db.create(Relation, {
      id: newId(),
      fromId: edge.from,
      toId: edge.to,
      type: edge.type,
      note,
      revision: 1,
      ...sourceColumns(given.provenance),
    })
    try {
      await ctx.db.insert(Relation, relation)
    } catch (error) {
      if (sqlState(error) !== '23505') throw error
      throw refuse('ALREADY_THERE', { name: `${from.designation} – ${to.designation}` }, { field: 'to' })
    }
    if (edge.type === 'SUPERSEDES') await this.items.markSuperseded(ctx, edge.to, given.provenance)
    await this.activity.record(ctx, {
      verb: 'relation.recorded',
      object: { type: 'relation', id: relation.id },
      args: { type: edge.type, from: from.slug, to: to.slug },
    })
    return relation
  }
}

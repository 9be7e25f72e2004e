import { Injectable } from '@nestjs/common'
import { writeNumber } from '#schema/vocabulary/numbers.js'
import type { Assessment } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Items, type Item } from '#server/roadmap/items/index.js'
import { givenOptionalText, sourceColumns, type GivenSource } from '#server/roadmap/provenance/index.js'
import { PrincipleStand } from './principle-stand.entity.js'
import type { Principle } from './principle.entity.js'
import './principles.access.js'
import { principleNumbered } from './principles.lookup.js'
import { requireShown } from './standing-evidence.js'

export interface AssessItem {
  /** P-01. */
  readonly principle: string
  /** Slug or any name. */
  readonly item: string
  /** Null when nobody has said anything about the two yet, as far as the sender has seen. */
  readonly expectedRevision?: number | null
  readonly assessment: Assessment
  readonly clause?: string | null
  readonly evidence?: string | null
  readonly note?: string | null
  readonly provenance: GivenSource
}

/** How items stand against principles. */
@Injectable()
export class PrincipleStands {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly items: Items,
  ) {}

  /**
   * Says how an item stands against a principle in its present wording; whoever says so last asserts it. [PR-3, PR-6]
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, BAD_INPUT, PRINCIPLE_WITHDRAWN, STAND_WITHOUT_EVIDENCE, TEXT_TOO_LONG.
   */
  async assess(ctx: WriteCtx, given: AssessItem): Promise<PrincipleStand> {
    const principle = await principleNumbered(ctx, given.principle, 'input.principle')
    this.access.require(ctx, 'principle.edit', principle)
    if (principle.withdrawnOn !== null)
      throw refuse('PRINCIPLE_WITHDRAWN', { number: writeNumber('P', principle.number) })
    const item = await this.items.require(ctx, given.item, 'input.item')
    const sourced = sourceColumns(given.provenance)
    const said = {
      assessment: given.assessment,
      clause: givenOptionalText(given.clause, 200, 'input.clause'),
      evidence: givenOptionalText(given.evidence, 2000, 'input.evidence'),
      note: givenOptionalText(given.note, 2000, 'input.note'),
      version: principle.version,
      assertedById: ctx.viewer.personId,
      assertedAt: ctx.now,
      ...sourced,
    }
    requireShown(said)
    const stand = await this.write(ctx, principle, item, given.expectedRevision ?? null, said)
    await this.activity.record(ctx, {
      verb: 'principle.itemAssessed',
      object: { type: 'principle', id: principle.id },
      args: { number: writeNumber('P', principle.number), item: item.designation, assessment: said.assessment },
    })
    return stand
  }

  private async write(
    ctx: WriteCtx,
    principle: Principle,
    item: Item,
    expectedRevision: number | null,
    said: Omit<PrincipleStand, 'id' | 'principleId' | 'itemId' | 'revision'>,
  ): Promise<PrincipleStand> {
    // Two people who say the first word about the same pair: the second is told.
    await ctx.db.query(`select pg_advisory_xact_lock(hashtextextended('stand ' || $1 || $2, 0))`, [
      principle.id,
      item.id,
    ])
    const before = await ctx.db.findOneBy(PrincipleStand, { principleId: principle.id, itemId: item.id })
    if (before && expectedRevision !== null) return revise(ctx.db, PrincipleStand, before.id, expectedRevision, said)
    if (before || expectedRevision !== null) {
      throw refuse(
        'STALE',
        { revision: before?.revision ?? 0 },
        { details: { current: before ? { ...before } : null } },
      )
    }
    const stand = ctx.db.create(PrincipleStand, {
      id: newId(),
      principleId: principle.id,
      itemId: item.id,
      revision: 1,
      ...said,
    })
    await ctx.db.insert(PrincipleStand, stand)
    return stand
  }
}

import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import { writeNumber } from '#schema/vocabulary/numbers.js'
import type { CoverageDegree } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Item, Items } from '#server/roadmap/items/index.js'
import { givenOptionalText, givenText, sourceColumns } from '#server/roadmap/provenance/index.js'
import { requireEvidence, requireReviewable } from './coverage-review.js'
import { GapCoverage } from './gap-coverage.entity.js'
import { handedSource } from './gap-source.js'
import { Gap } from './gap.entity.js'
import './gaps.access.js'
import { gapOfNumber, requireLive } from './gaps.lookup.js'

/** What an edge says, as it is handed in. */
interface EdgeWords {
  readonly degree: CoverageDegree
  readonly clause?: string | null
  readonly quote?: string | null
  readonly source?: string | null
  readonly evidenceOn?: string | null
}

export interface AssertCoverageInput extends EdgeWords {
  readonly idempotencyKey: string
  /** G-01. */
  readonly gap: string
  /** Slug or any name. */
  readonly item: string
}

export interface EdgeInput {
  readonly id: string
  readonly expectedRevision: number
}

export type ChangeCoverageInput = EdgeInput & EdgeWords

export interface WithdrawCoverageInput extends EdgeInput {
  readonly reason: string
}

/** The verbs on coverage edges. What one person asserts is unconfirmed until another has looked at it. [GA-11] */
@Injectable()
export class CoverageEdges {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly items: Items,
  ) {}

  /**
   * Says how far an item answers a gap. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, BAD_INPUT, EVIDENCE_MISSING, TEXT_TOO_LONG,
   * NO_SUCH_DAY, ALREADY_THERE.
   */
  async assert(ctx: WriteCtx, given: AssertCoverageInput): Promise<GapCoverage> {
    const gap = await gapOfNumber(ctx, given.gap, 'input.gap', 'for_no_key_update')
    this.access.require(ctx, 'gap.edit', gap)
    requireLive(gap)
    const item = await this.items.require(ctx, given.item, 'input.item')
    const said = this.columns(ctx, given)
    if (await ctx.db.existsBy(GapCoverage, { gapId: gap.id, itemId: item.id, withdrawnAt: IsNull() })) {
      throw refuse('ALREADY_THERE', { name: item.designation }, { field: 'input.item' })
    }
    const edge = ctx.db.create(GapCoverage, {
      id: newId(),
      gapId: gap.id,
      itemId: item.id,
      revision: 1,
      withdrawnAt: null,
      withdrawnById: null,
      withdrawnReason: null,
      carriedById: null,
      ...said,
    })
    await ctx.db.insert(GapCoverage, edge)
    await this.record(ctx, 'gap.coverageAsserted', gap, item, edge.degree)
    return edge
  }

  /**
   * Changes what an edge says; whoever does so asserts it from now on. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, EDGE_WITHDRAWN,
   * EVIDENCE_MISSING, TEXT_TOO_LONG, NO_SUCH_DAY, BAD_INPUT.
   */
  async change(ctx: WriteCtx, given: ChangeCoverageInput): Promise<GapCoverage> {
    const { gap, item, edge } = await this.take(ctx, given, 'change')
    const changed = await revise(ctx.db, GapCoverage, edge.id, given.expectedRevision, this.columns(ctx, given))
    await this.record(ctx, 'gap.coverageChanged', gap, item, changed.degree)
    return changed
  }

  /** Confirms what somebody else asserted. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, EDGE_WITHDRAWN, OWN_ASSERTION, DEGREE_UNKNOWN. */
  async review(ctx: WriteCtx, given: EdgeInput): Promise<GapCoverage> {
    // Asserting and reviewing take the same right; that they are two people is a rule of its own, with its own sentence.
    const { gap, item, edge } = await this.take(ctx, given, 'change')
    requireReviewable(edge, ctx.viewer.personId)
    const reviewed = await revise(ctx.db, GapCoverage, edge.id, given.expectedRevision, {
      reviewedById: ctx.viewer.personId,
      reviewedAt: ctx.now,
      confidence: 'VERIFIED',
      checkedById: ctx.viewer.personId,
    })
    await this.record(ctx, 'gap.coverageReviewed', gap, item, edge.degree)
    return reviewed
  }

  /** Takes an edge back. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, EDGE_WITHDRAWN, TEXT_MISSING, TEXT_TOO_LONG. */
  async withdraw(ctx: WriteCtx, given: WithdrawCoverageInput): Promise<GapCoverage> {
    const { gap, item, edge } = await this.take(ctx, given, 'withdraw')
    const withdrawn = await revise(ctx.db, GapCoverage, edge.id, given.expectedRevision, {
      withdrawnAt: ctx.now,
      withdrawnById: ctx.viewer.personId,
      withdrawnReason: givenText(given.reason, 2000, 'input.reason'),
    })
    await this.record(ctx, 'gap.coverageWithdrawn', gap, item, edge.degree)
    return withdrawn
  }

  /** An edge that holds, once it is sure that the viewer may do this with it, and on which revision. */
  private async take(ctx: WriteCtx, { id, expectedRevision }: EdgeInput, verb: 'change' | 'withdraw') {
    const edge = await ctx.db.findOneBy(GapCoverage, { id })
    if (!edge) throw refuse('NOT_FOUND', {}, { field: 'input.id' })
    this.access.require(ctx, `coverage.${verb}`, edge)
    if (edge.withdrawnAt !== null) throw refuse('EDGE_WITHDRAWN')
    if (edge.revision !== expectedRevision) {
      throw refuse('STALE', { revision: edge.revision }, { details: { current: { ...edge } } })
    }
    const gap = await ctx.db.findOneByOrFail(Gap, { id: edge.gapId })
    requireLive(gap)
    return { edge, gap, item: await ctx.db.findOneByOrFail(Item, { id: edge.itemId }) }
  }

  /** The columns of what somebody asserts now. */
  private columns(ctx: WriteCtx, given: EdgeWords) {
    const clause = givenOptionalText(given.clause, 200, 'input.clause')
    const quote = givenOptionalText(given.quote, 2000, 'input.quote')
    requireEvidence({ degree: given.degree, clause, quote })
    const { source, evidenceOn } = sourceColumns(handedSource(ctx, given))
    return {
      degree: given.degree,
      clause,
      quote,
      source,
      evidenceOn,
      confidence: 'MEMORY' as const,
      checkedById: null,
      checkAgainOn: null,
      assertedById: ctx.viewer.personId,
      assertedAt: ctx.now,
      reviewedById: null,
      reviewedAt: null,
    }
  }

  private record(ctx: WriteCtx, verb: `gap.${string}`, gap: Gap, item: Item, degree: CoverageDegree): Promise<void> {
    return this.activity.record(ctx, {
      verb,
      object: { type: 'gap', id: gap.id },
      args: { number: writeNumber('G', gap.number), item: item.designation, degree },
    })
  }
}

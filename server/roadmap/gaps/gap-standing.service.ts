import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import { writeNumber } from '#schema/vocabulary/numbers.js'
import type { GapProgress, GapStanding } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { parseDay } from '#server/platform/time/index.js'
import { Items } from '#server/roadmap/items/index.js'
import { givenOptionalText, givenText } from '#server/roadmap/provenance/index.js'
import { GapClosureItem } from './gap-closure-item.entity.js'
import { GapClosure } from './gap-closure.entity.js'
import { ProgressUpdate } from './gap-progress.entity.js'
import { notToCome } from './gap-source.js'
import { Gap } from './gap.entity.js'
import './gaps.access.js'
import { gapOfNumber, requireLive } from './gaps.lookup.js'
import { progressAfter } from './progress.js'

export interface RecordProgressInput {
  readonly idempotencyKey: string
  /** G-01. */
  readonly gap: string
  readonly progress: GapProgress
  readonly on: string
  readonly note: string
  readonly source: string
}

export interface CloseGapInput {
  readonly id: string
  readonly expectedRevision: number
  readonly decision: string
  readonly decidedBy: string
  readonly decidedOn: string
  /** Slugs or any names. */
  readonly items?: readonly string[] | null
  readonly closedByText?: string | null
  readonly source?: string | null
}

export interface ReopenGapInput {
  readonly id: string
  readonly expectedRevision: number
  readonly on: string
  readonly reason: string
  readonly standing?: GapStanding | null
}

/** The verbs by which a gap moves: progress, closing, reopening. */
@Injectable()
export class GapStandings {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly items: Items,
  ) {}

  /**
   * Adds a dated, sourced update on progress. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, GAP_REPLACED, TEXT_MISSING, TEXT_TOO_LONG,
   * NO_SUCH_DAY, BAD_INPUT for a day to come. [GA-2]
   */
  async recordProgress(ctx: WriteCtx, given: RecordProgressInput): Promise<ProgressUpdate> {
    const gap = await gapOfNumber(ctx, given.gap, 'input.gap', 'for_no_key_update')
    this.access.require(ctx, 'gap.edit', gap)
    requireLive(gap)
    const update = ctx.db.create(ProgressUpdate, {
      id: newId(),
      gapId: gap.id,
      progress: given.progress,
      happenedOn: pastDay(ctx, given.on, 'input.on'),
      note: givenText(given.note, 5000, 'input.note'),
      source: givenText(given.source, 2000, 'input.source'),
      toldById: ctx.viewer.personId,
      carriedById: null,
    })
    const newest = await ctx.db.findOne(ProgressUpdate, {
      where: { gapId: gap.id },
      order: { happenedOn: 'DESC', id: 'DESC' },
    })
    await ctx.db.insert(ProgressUpdate, update)
    const progress = progressAfter(newest, update)
    if (progress !== gap.progress) await revise(ctx.db, Gap, gap.id, gap.revision, { progress })
    await this.record(ctx, 'gap.progressRecorded', gap, { progress: update.progress, on: update.happenedOn })
    return update
  }

  /**
   * Closes a gap by a decision that names what closed it. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, GAP_REPLACED, GAP_CLOSED,
   * TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DAY, BAD_INPUT, CLOSED_BY_WHAT. [GA-3]
   */
  async close(ctx: WriteCtx, given: CloseGapInput): Promise<Gap> {
    const gap = await this.take(ctx, given)
    if (gap.standing === 'CLOSED') throw refuse('GAP_CLOSED')
    const items: string[] = []
    for (const name of given.items ?? []) {
      const item = await this.items.require(ctx, name, 'input.items')
      if (!items.includes(item.id)) items.push(item.id)
    }
    const closedByText = givenOptionalText(given.closedByText, 2000, 'input.closedByText')
    if (items.length === 0 && closedByText === null) throw refuse('CLOSED_BY_WHAT', {}, { field: 'input.items' })
    const closure = ctx.db.create(GapClosure, {
      id: newId(),
      gapId: gap.id,
      decision: givenText(given.decision, 500, 'input.decision'),
      decidedBy: givenText(given.decidedBy, 300, 'input.decidedBy'),
      decidedOn: pastDay(ctx, given.decidedOn, 'input.decidedOn'),
      closedByText,
      source: givenOptionalText(given.source, 2000, 'input.source'),
      standingBefore: gap.standing,
      toldById: ctx.viewer.personId,
      toldAt: ctx.now,
      reopenedOn: null,
      reopenedReason: null,
      reopenedById: null,
      reopenedAt: null,
      revision: 1,
    })
    await ctx.db.insert(GapClosure, closure)
    for (const itemId of items) await ctx.db.insert(GapClosureItem, { id: newId(), closureId: closure.id, itemId })
    const closed = await revise(ctx.db, Gap, gap.id, given.expectedRevision, { standing: 'CLOSED' })
    await this.record(ctx, 'gap.closed', gap, { closure: closure.id, on: closure.decidedOn })
    return closed
  }

  /**
   * Opens a closed gap again, with the reason; the decision that closed it stays to be seen. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN,
   * STALE, GAP_NOT_CLOSED, DECISION_NEEDED, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DAY, ENDS_BEFORE_START, BAD_INPUT. [GA-3]
   */
  async reopen(ctx: WriteCtx, given: ReopenGapInput): Promise<Gap> {
    const gap = await this.take(ctx, given)
    const closure = await ctx.db.findOneBy(GapClosure, { gapId: gap.id, reopenedOn: IsNull() })
    if (gap.standing !== 'CLOSED') throw refuse('GAP_NOT_CLOSED')
    if (given.standing === 'CLOSED') throw refuse('DECISION_NEEDED', {}, { field: 'input.standing' })
    const reopenedOn = pastDay(ctx, given.on, 'input.on')
    const reopenedReason = givenText(given.reason, 2000, 'input.reason')
    // A gap that came closed with older data has no decision to reopen.
    if (closure) {
      inOrder(closure.decidedOn, reopenedOn)
      const reopened = { reopenedOn, reopenedReason, reopenedById: ctx.viewer.personId, reopenedAt: ctx.now }
      await revise(ctx.db, GapClosure, closure.id, closure.revision, reopened)
    }
    const standing = given.standing ?? closure?.standingBefore ?? 'OPEN'
    const open = await revise(ctx.db, Gap, gap.id, given.expectedRevision, { standing })
    await this.record(ctx, 'gap.reopened', gap, { ...(closure && { closure: closure.id }), on: reopenedOn })
    return open
  }

  /** The gap, locked, on the revision that the sender has seen. */
  private async take(ctx: WriteCtx, given: { id: string; expectedRevision: number }): Promise<Gap> {
    const gap = await gapOfNumber(ctx, given.id, 'input.id', 'for_no_key_update')
    this.access.require(ctx, 'gap.edit', gap)
    requireLive(gap)
    if (gap.revision !== given.expectedRevision) throw refuse('STALE', { revision: gap.revision })
    return gap
  }

  private record(ctx: WriteCtx, verb: `gap.${string}`, gap: Gap, args: Record<string, unknown>): Promise<void> {
    return this.activity.record(ctx, {
      verb,
      object: { type: 'gap', id: gap.id },
      args: { number: writeNumber('G', gap.number), ...args },
    })
  }
}

/** A day that has come. Refuses: NO_SUCH_DAY, BAD_INPUT. */
function pastDay(ctx: WriteCtx, text: string, field: string): string {
  const day = parseDay(text.trim(), field)
  notToCome(day, ctx.now, field)
  return day
}

/** A gap is not opened again before it was closed. Refuses: ENDS_BEFORE_START. */
function inOrder(decidedOn: string, reopenedOn: string): void {
  if (reopenedOn >= decidedOn) return
  throw refuse('ENDS_BEFORE_START', { startsOn: decidedOn, endsOn: reopenedOn }, { field: 'input.on' })
}

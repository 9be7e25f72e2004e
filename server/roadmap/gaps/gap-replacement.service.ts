import { Injectable } from '@nestjs/common'
import { In, IsNull } from 'typeorm'
import { writeNumber } from '#schema/vocabulary/numbers.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { parseDay } from '#server/platform/time/index.js'
import { givenText, provenanceOf } from '#server/roadmap/provenance/index.js'
import { GapBody } from './gap-body.entity.js'
import { GapCoverage } from './gap-coverage.entity.js'
import { GapPrinciple } from './gap-principle.entity.js'
import { ProgressUpdate } from './gap-progress.entity.js'
import { GapReplacementLink } from './gap-replacement-link.entity.js'
import { GapReplacement, type ReplacementKind } from './gap-replacement.entity.js'
import { notToCome } from './gap-source.js'
import { Gap } from './gap.entity.js'
import './gaps.access.js'
import { gapOfNumber, requireLive } from './gaps.lookup.js'
import { Gaps } from './gaps.service.js'

/** What goes along to where a number leads; what is not chosen stays to be read at the old one. */
export interface Carried {
  readonly coverage?: boolean | null
  readonly bodies?: boolean | null
  readonly progress?: boolean | null
}

export interface MergeGapInput extends Carried {
  /** The number that will lead elsewhere. */
  readonly id: string
  readonly expectedRevision: number
  /** Where it will lead. */
  readonly into: string
  readonly on: string
  readonly reason: string
}

export interface SplitGapInput {
  readonly id: string
  readonly expectedRevision: number
  readonly on: string
  readonly reason: string
  readonly parts: readonly (Carried & { readonly title: string; readonly description: string })[]
}

export interface UndoReplacementInput {
  /** The number that leads elsewhere. */
  readonly id: string
  readonly reason: string
}

/** The verbs by which numbers come to lead elsewhere, and back. Each leaves one line in the record. [GA-13] */
@Injectable()
export class GapReplacements {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly gaps: Gaps,
  ) {}

  /**
   * Merges a gap into another. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, GAP_REPLACED, GAP_CLOSED, TEXT_MISSING, TEXT_TOO_LONG,
   * NO_SUCH_DAY, BAD_INPUT for a merge into itself.
   */
  async merge(ctx: WriteCtx, given: MergeGapInput): Promise<Gap> {
    await this.oneAtATime(ctx)
    const gap = await this.take(ctx, given)
    const into = await gapOfNumber(ctx, given.into, 'input.into', 'for_no_key_update')
    requireLive(into)
    if (into.id === gap.id) {
      throw refuse('BAD_INPUT', { detail: 'a gap cannot be merged into itself' }, { field: 'input.into' })
    }
    if (into.standing === 'CLOSED') throw refuse('GAP_CLOSED', {}, { field: 'input.into' })
    const step = await this.replace(ctx, 'MERGE', given, [[gap, into]])
    await this.carry(ctx, step, gap, into, given)
    await this.record(ctx, 'gap.merged', into, { from: writeNumber('G', gap.number) })
    return ctx.db.findOneByOrFail(Gap, { id: into.id })
  }

  /**
   * Splits a gap into several new ones, which get numbers of their own and stand as it stood; scores are not taken over, for the parts do not
   * weigh what the whole did. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, GAP_REPLACED, GAP_CLOSED, TEXT_MISSING, TEXT_TOO_LONG,
   * NO_SUCH_DAY, BAD_INPUT for fewer than two parts.
   */
  async split(ctx: WriteCtx, given: SplitGapInput): Promise<Gap> {
    await this.oneAtATime(ctx)
    const gap = await this.take(ctx, given)
    if (given.parts.length < 2 || given.parts.length > 10) {
      throw refuse('BAD_INPUT', { detail: 'a gap is split into 2 to 10 parts' }, { field: 'input.parts' })
    }
    const principles = await ctx.db.findBy(GapPrinciple, { gapId: gap.id })
    const parts: Gap[] = []
    for (const [at, { title, description }] of given.parts.entries()) {
      parts.push(
        await this.gaps.number(ctx, {
          title: givenText(title, 300, `input.parts.${at}.title`),
          description: givenText(description, 10_000, `input.parts.${at}.description`),
          kind: gap.kind,
          standing: gap.standing,
          readiness: gap.readiness,
          needsResearch: gap.needsResearch,
          topics: gap.topics,
          lifecycleStages: gap.lifecycleStages,
          statedIn: gap.statedIn,
          sourceKind: gap.sourceKind,
          principleIds: principles.map(({ principleId }) => principleId),
          provenance: provenanceOf(gap),
        }),
      )
    }
    const step = await this.replace(
      ctx,
      'SPLIT',
      given,
      parts.map((part) => [gap, part]),
    )
    for (const [at, part] of parts.entries()) await this.carry(ctx, step, gap, part, given.parts[at]!)
    await this.record(ctx, 'gap.split', gap, { into: parts.map(({ number }) => writeNumber('G', number)) })
    return ctx.db.findOneByOrFail(Gap, { id: gap.id })
  }

  /**
   * Undoes a merge or split: the number stands for itself again, as it was; what was carried over is taken back from where it went. The parts of
   * a split keep their numbers, which lead back. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, GAP_NOT_REPLACED, GAP_REPLACED where a later
   * step has to be undone first, TEXT_MISSING, TEXT_TOO_LONG.
   */
  async undo(ctx: WriteCtx, given: UndoReplacementInput): Promise<Gap> {
    await this.oneAtATime(ctx)
    const gap = await gapOfNumber(ctx, given.id, 'input.id', 'for_no_key_update')
    this.access.require(ctx, 'gap.edit', gap)
    if (gap.replacementId === null) throw refuse('GAP_NOT_REPLACED')
    const step = await ctx.db.findOneByOrFail(GapReplacement, { id: gap.replacementId })
    const links = await ctx.db.findBy(GapReplacementLink, { replacementId: step.id })
    const targets = await ctx.db.findBy(Gap, { id: In(links.map(({ toId }) => toId)) })
    for (const target of targets) requireLive(target)
    const undoneReason = givenText(given.reason, 2000, 'input.reason')

    const byWhom = { undoneAt: ctx.now, undoneById: ctx.viewer.personId, undoneReason }
    await revise(ctx.db, GapReplacement, step.id, step.revision, byWhom)
    const back = await revise(ctx.db, Gap, gap.id, gap.revision, { replacementId: null })
    if (step.kind === 'MERGE') await this.takeBack(ctx, step, targets, undoneReason)
    else {
      const on = ctx.now.toISOString().slice(0, 10)
      await this.replace(
        ctx,
        'MERGE',
        { on, reason: undoneReason },
        targets.map((part) => [part, back]),
      )
    }
    await this.record(ctx, 'gap.replacementUndone', gap, {})
    return back
  }

  /** Steps wait for each other, so that no two lead to where the other comes from. */
  private async oneAtATime(ctx: WriteCtx): Promise<void> {
    await ctx.db.query(`select pg_advisory_xact_lock(hashtextextended('gap.replacement', 0))`)
  }

  private async take(ctx: WriteCtx, given: { id: string; expectedRevision: number }): Promise<Gap> {
    const gap = await gapOfNumber(ctx, given.id, 'input.id', 'for_no_key_update')
    this.access.require(ctx, 'gap.edit', gap)
    requireLive(gap)
    if (gap.revision !== given.expectedRevision) throw refuse('STALE', { revision: gap.revision })
    if (gap.standing === 'CLOSED') throw refuse('GAP_CLOSED')
    return gap
  }

  /** Lets the numbers lead elsewhere. */
  private async replace(
    ctx: WriteCtx,
    kind: ReplacementKind,
    { on, reason }: { readonly on: string; readonly reason: string },
    pairs: readonly (readonly [from: Gap, to: Gap])[],
  ): Promise<GapReplacement> {
    const happenedOn = parseDay(on.trim(), 'input.on')
    notToCome(happenedOn, ctx.now, 'input.on')
    const step = ctx.db.create(GapReplacement, {
      id: newId(),
      kind,
      happenedOn,
      reason: givenText(reason, 2000, 'input.reason'),
      toldById: ctx.viewer.personId,
      toldAt: ctx.now,
      undoneAt: null,
      undoneById: null,
      undoneReason: null,
      revision: 1,
    })
    await ctx.db.insert(GapReplacement, step)
    for (const [from, to] of pairs) {
      await ctx.db.insert(GapReplacementLink, { id: newId(), replacementId: step.id, fromId: from.id, toId: to.id })
    }
    for (const from of new Map(pairs.map(([one]) => [one.id, one])).values()) {
      await revise(ctx.db, Gap, from.id, from.revision, { replacementId: step.id })
    }
    return step
  }

  /** Copies what was chosen; what the other gap has already, of the same item or body, stays as it is there. */
  private async carry(ctx: WriteCtx, step: GapReplacement, from: Gap, to: Gap, chosen: Carried): Promise<void> {
    const copied = { gapId: to.id, carriedById: step.id }
    if (chosen.coverage) {
      const holds = (gapId: string) => ctx.db.findBy(GapCoverage, { gapId, withdrawnAt: IsNull() })
      const there = new Set((await holds(to.id)).map(({ itemId }) => itemId))
      for (const edge of await holds(from.id)) {
        if (!there.has(edge.itemId)) await ctx.db.insert(GapCoverage, { ...edge, ...copied, id: newId(), revision: 1 })
      }
    }
    if (chosen.bodies) {
      const there = new Set((await ctx.db.findBy(GapBody, { gapId: to.id })).map(({ bodyId }) => bodyId))
      for (const row of await ctx.db.findBy(GapBody, { gapId: from.id })) {
        if (!there.has(row.bodyId)) await ctx.db.insert(GapBody, { ...row, ...copied, id: newId(), revision: 1 })
      }
    }
    if (chosen.progress) {
      const told = await ctx.db.find(ProgressUpdate, { where: { gapId: from.id }, order: { id: 'ASC' } })
      for (const update of told) await ctx.db.insert(ProgressUpdate, { ...update, ...copied, id: newId() })
      await this.progressAnew(ctx, to)
    }
  }

  /** What a merge carried over goes again; progress is append-only, so its copies stop counting with the step. */
  private async takeBack(ctx: WriteCtx, step: GapReplacement, targets: Gap[], why: string): Promise<void> {
    for (const edge of await ctx.db.findBy(GapCoverage, { carriedById: step.id, withdrawnAt: IsNull() })) {
      await revise(ctx.db, GapCoverage, edge.id, edge.revision, {
        withdrawnAt: ctx.now,
        withdrawnById: ctx.viewer.personId,
        withdrawnReason: why,
      })
    }
    await ctx.db.delete(GapBody, { carriedById: step.id })
    for (const target of targets) await this.progressAnew(ctx, target)
  }

  /** The progress that the newest of the updates that count says. */
  private async progressAnew(ctx: WriteCtx, { id }: Gap): Promise<void> {
    const [newest] = (await ctx.db.query(
      `select u.progress from gap_progress u left join gap_replacement r on r.id = u.carried_by
       where u.gap_id = $1 and r.undone_at is null order by u.happened_on desc, u.id desc limit 1`,
      [id],
    )) as Pick<Gap, 'progress'>[]
    const gap = await ctx.db.findOneByOrFail(Gap, { id })
    const progress = newest?.progress ?? 'UNKNOWN'
    if (progress !== gap.progress) await revise(ctx.db, Gap, id, gap.revision, { progress })
  }

  private record(ctx: WriteCtx, verb: `gap.${string}`, gap: Gap, args: Record<string, unknown>): Promise<void> {
    return this.activity.record(ctx, {
      verb,
      object: { type: 'gap', id: gap.id },
      args: { number: writeNumber('G', gap.number), ...args },
    })
  }
}

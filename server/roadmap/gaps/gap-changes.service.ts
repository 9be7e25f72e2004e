import { Injectable } from '@nestjs/common'
import { writeNumber } from '#schema/vocabulary/numbers.js'
import type { GapBodyRole } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Bodies } from '#server/roadmap/bodies/index.js'
import { givenOptionalText, givenText, sourceColumns } from '#server/roadmap/provenance/index.js'
import { caseSum, type CaseScores } from './case-score.js'
import { GapBody } from './gap-body.entity.js'
import { eachOnce, places, principlesNumbered, type GivenBody, type UpdateGapInput } from './gap-input.js'
import { GapPrinciple } from './gap-principle.entity.js'
import { handedSource, type HandedSource } from './gap-source.js'
import { Gap } from './gap.entity.js'
import './gaps.access.js'
import { gapOfNumber, requireLive } from './gaps.lookup.js'
import { chosenPriority, suggestionFor, type HeldScores } from './priority.js'

/** The verb that changes the curated fields of a gap. How it moves: gap-standing.service.ts. */
@Injectable()
export class GapChanges {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly bodies: Bodies,
  ) {}

  /**
   * Changes the curated fields of a gap. Nothing is recorded when nothing changes.
   * Refuses: NOT_FOUND, FORBIDDEN, STALE, TEXT_MISSING, TEXT_TOO_LONG, BAD_INPUT, NO_SUCH_DAY, SCORE_OUT_OF_RANGE, REASON_NEEDED, DECISION_NEEDED,
   * GAP_CLOSED, GAP_REPLACED.
   */
  async update(ctx: WriteCtx, given: UpdateGapInput): Promise<Gap> {
    const gap = await gapOfNumber(ctx, given.id, 'input.id')
    this.access.require(ctx, 'gap.edit', gap)
    requireLive(gap)
    if (gap.revision !== given.expectedRevision) {
      throw refuse('STALE', { revision: gap.revision }, { details: { current: asShown(gap) } })
    }

    // A gap is closed by a recorded decision that names what closed it, never by a change of a field. [GA-3]
    if (given.standing === 'CLOSED' && gap.standing !== 'CLOSED') {
      throw refuse('DECISION_NEEDED', {}, { field: 'input.standing' })
    }
    // Nor is it opened again without a reason.
    if (given.standing != null && given.standing !== 'CLOSED' && gap.standing === 'CLOSED') {
      throw refuse('GAP_CLOSED', {}, { field: 'input.standing' })
    }

    const scores = given.score === undefined ? gap : scoreColumns(given.score)
    const changes = changed(gap, {
      ...(given.title != null && { title: givenText(given.title, 300, 'input.title') }),
      ...(given.description != null && { description: givenText(given.description, 10_000, 'input.description') }),
      ...(given.recommendation !== undefined && {
        recommendation: givenOptionalText(given.recommendation, 10_000, 'input.recommendation'),
      }),
      ...(given.kind != null && { kind: given.kind }),
      ...(given.standing != null && { standing: given.standing }),
      ...(given.readiness != null && { readiness: given.readiness }),
      ...(given.needsResearch != null && { needsResearch: given.needsResearch }),
      ...(given.score !== undefined && scoreColumns(given.score)),
      ...((given.priority !== undefined || given.priorityReason !== undefined || given.score !== undefined) &&
        newPriority(gap, scores, given)),
      ...(given.topics != null && { topics: [...given.topics] }),
      ...(given.lifecycleStages != null && { lifecycleStages: [...given.lifecycleStages] }),
      ...(given.statedIn != null && { statedIn: places(given.statedIn) }),
      ...(given.source !== undefined && handedColumns(ctx, gap, given)),
    })
    const fields: string[] = Object.keys(changes).map((name) => fieldOf[name] ?? name)
    if (given.bodies != null && (await this.nameBodies(ctx, gap, given.bodies))) fields.push('bodies')
    if (given.principles != null && (await this.namePrinciples(ctx, gap, given.principles))) fields.push('principles')
    if (fields.length === 0) return gap
    const updated = await revise(ctx.db, Gap, gap.id, given.expectedRevision, changes)
    await this.activity.record(ctx, {
      verb: 'gap.updated',
      object: { type: 'gap', id: gap.id },
      args: { number: writeNumber('G', gap.number), fields: [...new Set(fields)] },
    })
    return updated
  }

  /** Makes the bodies that could act those named; answers whether that changed anything. Refuses: BAD_INPUT. */
  private async nameBodies(ctx: WriteCtx, gap: Gap, given: readonly GivenBody[]): Promise<boolean> {
    const held = await ctx.db.findBy(GapBody, { gapId: gap.id })
    const wanted = new Map<string, GapBodyRole>()
    for (const [at, { body, role }] of eachOnce(given).entries()) {
      const { id } = await this.bodies.require(ctx, body, `input.bodies.${at}.body`)
      wanted.set(id, role ?? 'UNKNOWN')
    }
    let isOther = false
    for (const row of held) {
      const role = wanted.get(row.bodyId)
      wanted.delete(row.bodyId)
      if (role === row.role) continue
      isOther = true
      if (role === undefined) await ctx.db.delete(GapBody, { id: row.id })
      else await revise(ctx.db, GapBody, row.id, row.revision, { role })
    }
    for (const [bodyId, role] of wanted) {
      await ctx.db.insert(GapBody, { id: newId(), gapId: gap.id, bodyId, role, ...sourceColumns({}) })
    }
    return isOther || wanted.size > 0
  }

  /** The same for the principles in whose way it stands. Refuses: BAD_INPUT. */
  private async namePrinciples(ctx: WriteCtx, gap: Gap, numbers: readonly string[]): Promise<boolean> {
    const wanted = new Set(await principlesNumbered(ctx, numbers))
    const held = await ctx.db.findBy(GapPrinciple, { gapId: gap.id })
    const gone = held.filter(({ principleId }) => !wanted.delete(principleId))
    for (const { id } of gone) await ctx.db.delete(GapPrinciple, { id })
    for (const principleId of wanted) await ctx.db.insert(GapPrinciple, { id: newId(), gapId: gap.id, principleId })
    return gone.length > 0 || wanted.size > 0
  }
}

/** What the columns of a source are called in the record: for people they are one field. */
const fieldOf: Readonly<Record<string, string>> = {
  confidence: 'source',
  evidenceOn: 'source',
  checkedById: 'source',
  criticality: 'score',
  achievability: 'score',
  scope: 'score',
  effect: 'score',
}

/** The columns of the scores; none of them when it is not scored. Refuses: SCORE_OUT_OF_RANGE. [GA-1] */
function scoreColumns(score: CaseScores | null) {
  if (score === null) return { criticality: null, achievability: null, scope: null, effect: null }
  caseSum(score)
  const { criticality, achievability, scope, effect } = score
  return { criticality, achievability, scope, effect }
}

/**
 * The columns of the source that a person gives a gap; the day to look again is set elsewhere and stays. A source that comes back as it was makes
 * nobody its checker.
 */
function handedColumns(ctx: WriteCtx, gap: Gap, given: HandedSource): Partial<Gap> {
  const isAsItWas =
    (given.source?.trim() || null) === gap.source &&
    (given.evidenceOn?.trim() || null) === gap.evidenceOn &&
    (given.isConfirmed ?? false) === (gap.confidence === 'VERIFIED')
  if (isAsItWas) return {}
  const { source, confidence, evidenceOn, checkedById } = sourceColumns(handedSource(ctx, given))
  return { source, confidence, evidenceOn, checkedById }
}

/** A reason belongs to the priority that it was given for: another priority needs another one. */
function newPriority(gap: Gap, scores: HeldScores, given: UpdateGapInput) {
  const held = gap.priority ?? (given.score === undefined ? suggestionFor(gap) : null)
  const priority = given.priority === undefined ? held : given.priority
  const reason = given.priorityReason ?? (priority === held ? gap.priorityReason : null)
  const word = { priority, priorityReason: givenOptionalText(reason, 2000, 'input.priorityReason') }
  return chosenPriority(scores, word, 'input.priorityReason')
}

/** The fields whose value is another one now. */
function changed<C extends Partial<Gap>>(gap: Gap, wanted: C): Partial<C> {
  const fields = Object.entries(wanted).filter(
    ([name, value]) => JSON.stringify(gap[name as keyof Gap]) !== JSON.stringify(value),
  )
  return Object.fromEntries(fields) as Partial<C>
}

/** The current gap for whoever saved on an old one: with its number as the API writes it. */
const asShown = (gap: Gap) => ({ ...gap, number: writeNumber('G', gap.number) })

import { Injectable } from '@nestjs/common'
import { readNumber, writeNumber } from '#schema/vocabulary/numbers.js'
import type {
  CoverageDegree,
  GapBodyRole,
  GapKind,
  GapProgress,
  GapStanding,
  LifecycleStage,
  Priority,
  Readiness,
  Topic,
} from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Bodies } from '#server/roadmap/bodies/index.js'
import { Items } from '#server/roadmap/items/index.js'
import { Principle } from '#server/roadmap/principles/index.js'
import { givenOptionalText, givenText, sourceColumns, type GivenSource } from '#server/roadmap/provenance/index.js'
import { caseSum, type CaseScores } from './case-score.js'
import { GapBody } from './gap-body.entity.js'
import { GapCoverage } from './gap-coverage.entity.js'
import { GapPrinciple } from './gap-principle.entity.js'
import { handedSource, type HandedSource } from './gap-source.js'
import { Gap, type NeedsResearch } from './gap.entity.js'
import './gaps.access.js'
import { gapOfNumber, requireLive } from './gaps.lookup.js'
import { chosenPriority, suggestionFor, type HeldScores } from './priority.js'

export interface RecordGap {
  readonly title: string
  readonly description: string
  readonly recommendation?: string | null
  readonly kind?: GapKind
  readonly standing: GapStanding
  readonly progress?: GapProgress
  readonly readiness?: Readiness
  readonly needsResearch?: NeedsResearch
  readonly score?: CaseScores | null
  /** A person's word; kept where it differs from what the score suggests, and then it needs a reason. */
  readonly priority?: Priority | null
  readonly priorityReason?: string | null
  readonly topics?: readonly Topic[]
  readonly lifecycleStages?: readonly LifecycleStage[]
  readonly statedIn?: readonly string[]
  readonly sourceKind?: string | null
  /** Ids of the principles in whose way it stands. */
  readonly principleIds?: readonly string[]
  /** Items that may answer it, by slug or any name. */
  readonly items?: readonly { readonly item: string; readonly degree?: CoverageDegree }[]
  /** Bodies that could act, by slug. */
  readonly bodies?: readonly { readonly body: string; readonly role?: GapBodyRole }[]
  readonly provenance: GivenSource
}

/** A body that could act, as it is handed in: by slug. */
export interface GivenBody {
  readonly body: string
  readonly role?: GapBodyRole | null
}

/** As in the SDL. */
export interface CreateGapInput extends HandedSource {
  readonly idempotencyKey: string
  readonly title: string
  readonly description: string
  readonly recommendation?: string | null
  readonly kind?: GapKind | null
  readonly standing?: GapStanding | null
  readonly readiness?: Readiness | null
  readonly needsResearch?: NeedsResearch | null
  readonly score?: CaseScores | null
  readonly priority?: Priority | null
  readonly priorityReason?: string | null
  readonly topics?: readonly Topic[] | null
  readonly lifecycleStages?: readonly LifecycleStage[] | null
  readonly bodies?: readonly GivenBody[] | null
  readonly principles?: readonly string[] | null
  readonly statedIn?: readonly string[] | null
}

/** As in the SDL: what is absent stays, null clears where clearing is possible. */
export interface UpdateGapInput extends HandedSource {
  /** G-01. */
  readonly id: string
  readonly expectedRevision: number
  readonly title?: string | null
  readonly description?: string | null
  readonly recommendation?: string | null
  readonly kind?: GapKind | null
  readonly standing?: GapStanding | null
  readonly readiness?: Readiness | null
  readonly needsResearch?: NeedsResearch | null
  readonly score?: CaseScores | null
  readonly priority?: Priority | null
  readonly priorityReason?: string | null
  readonly topics?: readonly Topic[] | null
  readonly lifecycleStages?: readonly LifecycleStage[] | null
  readonly bodies?: readonly GivenBody[] | null
  readonly principles?: readonly string[] | null
  readonly statedIn?: readonly string[] | null
}

/** The verbs on gaps. */
@Injectable()
export class Gaps {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly items: Items,
    private readonly bodies: Bodies,
  ) {}

  /**
   * Takes a gap in, gives it the next number, and links it to principles, items and bodies. What is not said is UNKNOWN.
   * Refuses: FORBIDDEN, BAD_INPUT, SCORE_OUT_OF_RANGE, REASON_NEEDED.
   */
  async record(ctx: WriteCtx, given: RecordGap): Promise<Gap> {
    const gap = await this.number(ctx, given)
    await this.activity.record(ctx, {
      verb: 'gap.recorded',
      object: { type: 'gap', id: gap.id },
      args: { number: writeNumber('G', gap.number) },
    })
    return gap
  }

  /** The same without a line of its own in the record: for a step that makes several, and says so once. */
  async number(ctx: WriteCtx, given: RecordGap): Promise<Gap> {
    this.access.require(ctx, 'gap.edit', null)
    const sourced = sourceColumns(given.provenance)
    const { criticality = null, achievability = null, scope = null, effect = null } = given.score ?? {}
    const scores = { criticality, achievability, scope, effect }
    // One numbering at a time. Gaps are never deleted, so the highest number is the last one given.
    await ctx.db.query(`select pg_advisory_xact_lock(hashtextextended('gap.number', 0))`)
    const [last] = (await ctx.db.query('select coalesce(max(number), 0) as number from gap')) as [{ number: number }]
    const gap = ctx.db.create(Gap, {
      id: newId(),
      number: last.number + 1,
      title: givenText(given.title, 300, 'title'),
      description: givenText(given.description, 10_000, 'description'),
      recommendation: given.recommendation?.trim() || null,
      kind: given.kind ?? 'UNKNOWN',
      standing: given.standing,
      progress: given.progress ?? 'UNKNOWN',
      readiness: given.readiness ?? 'UNKNOWN',
      needsResearch: given.needsResearch ?? 'UNKNOWN',
      ...scores,
      ...chosenPriority(scores, { priority: given.priority ?? null, priorityReason: given.priorityReason ?? null }),
      topics: [...(given.topics ?? [])],
      lifecycleStages: [...(given.lifecycleStages ?? [])],
      statedIn: [...(given.statedIn ?? [])],
      sourceKind: given.sourceKind ?? null,
      replacementId: null,
      revision: 1,
      ...sourced,
    })
    await ctx.db.insert(Gap, gap)
    for (const principleId of new Set(given.principleIds ?? [])) {
      await ctx.db.insert(GapPrinciple, { id: newId(), gapId: gap.id, principleId })
    }
    for (const { item, degree = 'UNKNOWN' } of given.items ?? []) {
      const { id: itemId } = await this.items.require(ctx, item, 'items')
      await ctx.db.insert(GapCoverage, { id: newId(), gapId: gap.id, itemId, degree, ...sourced })
    }
    for (const { body, role = 'UNKNOWN' } of given.bodies ?? []) {
      const { id: bodyId } = await this.bodies.require(ctx, body, 'bodies')
      await ctx.db.insert(GapBody, { id: newId(), gapId: gap.id, bodyId, role, ...sourced })
    }
    return gap
  }

  /**
   * Takes in a gap that a person found. Refuses: SIGN_IN_REQUIRED, FORBIDDEN, TEXT_MISSING, TEXT_TOO_LONG, BAD_INPUT, NO_SUCH_DAY,
   * SCORE_OUT_OF_RANGE, REASON_NEEDED, DECISION_NEEDED. [GA-1, GA-3, GA-12]
   */
  async create(ctx: WriteCtx, given: CreateGapInput): Promise<Gap> {
    this.access.require(ctx, 'gap.edit', null)
    if (given.standing === 'CLOSED') throw refuse('DECISION_NEEDED', {}, { field: 'input.standing' })
    const bodies = eachOnce(given.bodies ?? [])
    const principleIds = await this.principleIds(ctx, given.principles ?? [])
    return this.record(ctx, {
      title: givenText(given.title, 300, 'input.title'),
      description: givenText(given.description, 10_000, 'input.description'),
      recommendation: givenOptionalText(given.recommendation, 10_000, 'input.recommendation'),
      kind: given.kind ?? 'UNKNOWN',
      standing: given.standing ?? 'OPEN',
      readiness: given.readiness ?? 'UNKNOWN',
      needsResearch: given.needsResearch ?? 'UNKNOWN',
      score: given.score ?? null,
      priority: given.priority ?? null,
      priorityReason: givenOptionalText(given.priorityReason, 2000, 'input.priorityReason'),
      topics: given.topics ?? [],
      lifecycleStages: given.lifecycleStages ?? [],
      statedIn: places(given.statedIn ?? []),
      principleIds,
      bodies: bodies.map(({ body, role }) => ({ body, role: role ?? 'UNKNOWN' })),
      provenance: handedSource(ctx, given),
    })
  }

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
    const wanted = new Set(await this.principleIds(ctx, numbers))
    const held = await ctx.db.findBy(GapPrinciple, { gapId: gap.id })
    const gone = held.filter(({ principleId }) => !wanted.delete(principleId))
    for (const { id } of gone) await ctx.db.delete(GapPrinciple, { id })
    for (const principleId of wanted) await ctx.db.insert(GapPrinciple, { id: newId(), gapId: gap.id, principleId })
    return gone.length > 0 || wanted.size > 0
  }

  /** Ids of the principles of these numbers. Refuses: BAD_INPUT for one that there is not. */
  private async principleIds(ctx: WriteCtx, numbers: readonly string[]): Promise<string[]> {
    const ids: string[] = []
    for (const written of new Set(numbers)) {
      const number = readNumber('P', written)
      const principle = number === null ? null : await ctx.db.findOneBy(Principle, { number })
      if (!principle) {
        throw refuse(
          'BAD_INPUT',
          { detail: `there is no principle “${written.slice(0, 20)}”` },
          { field: 'input.principles' },
        )
      }
      ids.push(principle.id)
    }
    return ids
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

/** Refuses: BAD_INPUT for a body that is named twice, or too many. */
function eachOnce(bodies: readonly GivenBody[]): readonly GivenBody[] {
  const seen = new Set<string>()
  for (const [at, { body }] of bodies.entries()) {
    if (seen.has(body) || at >= 50) {
      const detail = at >= 50 ? '50 bodies at most can be named' : 'a body is named twice'
      throw refuse('BAD_INPUT', { detail }, { field: `input.bodies.${at}.body` })
    }
    seen.add(body)
  }
  return bodies
}

/** Refuses: TEXT_TOO_LONG, BAD_INPUT for more than 50 of them. */
function places(given: readonly string[]): string[] {
  if (given.length > 50)
    throw refuse('BAD_INPUT', { detail: '50 documents at most can be named' }, { field: 'input.statedIn' })
  return given.map((place) => givenText(place, 1000, 'input.statedIn'))
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

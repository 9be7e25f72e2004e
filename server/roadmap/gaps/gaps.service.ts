import { Injectable } from '@nestjs/common'
import { writeNumber } from '#schema/vocabulary/numbers.js'
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
import { newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Bodies } from '#server/roadmap/bodies/index.js'
import { Items } from '#server/roadmap/items/index.js'
import { givenOptionalText, givenText, sourceColumns, type GivenSource } from '#server/roadmap/provenance/index.js'
import type { CaseScores } from './case-score.js'
import { GapBody } from './gap-body.entity.js'
import { GapCoverage } from './gap-coverage.entity.js'
import { GapPrinciple } from './gap-principle.entity.js'
import { eachOnce, places, principlesNumbered, type CreateGapInput } from './gap-input.js'
import { handedSource } from './gap-source.js'
import { Gap, type NeedsResearch } from './gap.entity.js'
import './gaps.access.js'
import { chosenPriority } from './priority.js'

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

/** The verbs that take gaps in. What changes them: gap-changes.service.ts. */
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
    const principleIds = await principlesNumbered(ctx, given.principles ?? [])
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
}

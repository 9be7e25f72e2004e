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
import { sourceColumns, type GivenSource } from '#server/roadmap/provenance/index.js'
import type { CaseScores } from './case-score.js'
import { GapBody } from './gap-body.entity.js'
import { GapCoverage } from './gap-coverage.entity.js'
import { GapPrinciple } from './gap-principle.entity.js'
import { Gap, type NeedsResearch } from './gap.entity.js'
import './gaps.access.js'
import { chosenPriority, suggestionFor } from './priority.js'

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

/** As in the SDL: what is absent stays, null clears where clearing is possible. */
export interface UpdateGapInput {
  /** G-01. */
  readonly id: string
  readonly expectedRevision: number
  readonly title?: string | null
  readonly description?: string | null
  readonly recommendation?: string | null
  readonly standing?: GapStanding | null
  readonly progress?: GapProgress | null
  readonly readiness?: Readiness | null
  readonly priority?: Priority | null
  readonly priorityReason?: string | null
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
      title: text(given.title, 300, 'title'),
      description: text(given.description, 10_000, 'description'),
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
    await this.activity.record(ctx, {
      verb: 'gap.recorded',
      object: { type: 'gap', id: gap.id },
      args: { number: writeNumber('G', gap.number) },
    })
    return gap
  }

  /**
   * Changes the curated fields of a gap. Nothing is recorded when nothing changes.
   * Refuses: NOT_FOUND, FORBIDDEN, STALE, BAD_INPUT, REASON_NEEDED.
   */
  async update(ctx: WriteCtx, given: UpdateGapInput): Promise<Gap> {
    const number = readNumber('G', given.id)
    const gap = number === null ? null : await ctx.db.findOneBy(Gap, { number })
    if (!gap) throw refuse('NOT_FOUND', {}, { field: 'input.id' })
    this.access.require(ctx, 'gap.edit', gap)
    if (gap.revision !== given.expectedRevision) {
      throw refuse('STALE', { revision: gap.revision }, { details: { current: asShown(gap) } })
    }

    // A gap is closed by a recorded decision that names what closed it, never by a change of a field. [GA-3]
    if (given.standing === 'CLOSED' && gap.standing !== 'CLOSED') {
      throw refuse('DECISION_NEEDED', {}, { field: 'input.standing' })
    }

    const changes = changed(gap, {
      ...(given.title != null && { title: text(given.title, 300, 'input.title') }),
      ...(given.description != null && { description: text(given.description, 10_000, 'input.description') }),
      ...(given.recommendation !== undefined && {
        recommendation: optional(given.recommendation, 'input.recommendation'),
      }),
      ...(given.standing != null && { standing: given.standing }),
      ...(given.progress != null && { progress: given.progress }),
      ...(given.readiness != null && { readiness: given.readiness }),
      ...((given.priority !== undefined || given.priorityReason !== undefined) && newPriority(gap, given)),
    })
    if (Object.keys(changes).length === 0) return gap
    const updated = await revise(ctx.db, Gap, gap.id, given.expectedRevision, changes)
    await this.activity.record(ctx, {
      verb: 'gap.updated',
      object: { type: 'gap', id: gap.id },
      args: { number: writeNumber('G', gap.number), fields: Object.keys(changes) },
    })
    return updated
  }
}

/** A reason belongs to the priority that it was given for: another priority needs another one. */
function newPriority(gap: Gap, given: UpdateGapInput) {
  const held = gap.priority ?? suggestionFor(gap)
  const priority = given.priority === undefined ? held : given.priority
  const reason = given.priorityReason ?? (priority === held ? gap.priorityReason : null)
  const word = { priority, priorityReason: optional(reason, 'input.priorityReason') }
  return chosenPriority(gap, word, 'input.priorityReason')
}

/** The fields whose value is another one now. */
function changed<C extends Partial<Gap>>(gap: Gap, wanted: C): Partial<C> {
  const fields = Object.entries(wanted).filter(([name, value]) => gap[name as keyof Gap] !== value)
  return Object.fromEntries(fields) as Partial<C>
}

/** The current gap for whoever saved on an old one: with its number as the API writes it. */
const asShown = (gap: Gap) => ({ ...gap, number: writeNumber('G', gap.number) })

function text(given: string, longest: number, field: string): string {
  const trimmed = given.trim()
  if (trimmed === '' || [...trimmed].length > longest || trimmed.includes('\0')) {
    throw refuse('BAD_INPUT', { detail: `it has 1 to ${longest} characters` }, { field })
  }
  return trimmed
}

function optional(given: string | null, field: string): string | null {
  return given === null || given.trim() === '' ? null : text(given, 10_000, field)
}

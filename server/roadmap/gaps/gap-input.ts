/** What people hand in about a gap, as in the SDL, and what is made of its lists. */
import { readNumber } from '#schema/vocabulary/numbers.js'
import type {
  GapBodyRole,
  GapKind,
  GapStanding,
  LifecycleStage,
  Priority,
  Readiness,
  Topic,
} from '#schema/vocabulary/register.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Principle } from '#server/roadmap/principles/index.js'
import { givenText } from '#server/roadmap/provenance/index.js'
import type { CaseScores } from './case-score.js'
import type { HandedSource } from './gap-source.js'
import type { NeedsResearch } from './gap.entity.js'

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

/** Refuses: BAD_INPUT for a body that is named twice, or too many. */
export function eachOnce(bodies: readonly GivenBody[]): readonly GivenBody[] {
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
export function places(given: readonly string[]): string[] {
  if (given.length > 50)
    throw refuse('BAD_INPUT', { detail: '50 documents at most can be named' }, { field: 'input.statedIn' })
  return given.map((place) => givenText(place, 1000, 'input.statedIn'))
}

/** Ids of the principles of these numbers. Refuses: BAD_INPUT for one that there is not. */
export async function principlesNumbered(ctx: WriteCtx, numbers: readonly string[]): Promise<string[]> {
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

import { Injectable } from '@nestjs/common'
import {
  readBodyKind,
  readConfidence,
  readDateKind,
  readGapStanding,
  readImpact,
  readItemStatus,
  readItemType,
  readLifecycleStage,
  readPrincipleOrigin,
  readPriority,
  readRelationType,
  readTopic,
} from '#schema/vocabulary/register.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { Bodies } from '#server/roadmap/bodies/index.js'
import { Gaps } from '#server/roadmap/gaps/index.js'
import { Items } from '#server/roadmap/items/index.js'
import { Principles } from '#server/roadmap/principles/index.js'
import { Relations } from '#server/roadmap/relations/index.js'
import { evidenceOf } from './evidence.js'
import type { BodyEntry, GapEntry, ItemEntry, PrincipleEntry, RelationEntry, StarterData } from './starter-data.js'

/** Why a priority of the data differs from what its CASE scores suggest. */
const FIRST_GUESS = 'starter data, first guess'

/** Loads the register by the notes in data/README.md: bodies, items, relations, principles, gaps, each by its verb, in the order of the files. */
@Injectable()
export class RegisterLoading {
  constructor(
    private readonly bodies: Bodies,
    private readonly items: Items,
    private readonly relations: Relations,
    private readonly principles: Principles,
    private readonly gaps: Gaps,
  ) {}

  async load(ctx: WriteCtx, data: StarterData): Promise<void> {
    for (const entry of data.bodies) await this.body(ctx, entry)
    const superseded = new Set(data.relations.filter(({ type }) => type === 'supersedes').map(({ to }) => to))
    for (const entry of data.items) await this.item(ctx, entry, superseded.has(entry.designation))
    for (const entry of data.relations) await this.relation(ctx, entry)
    const principleIds = new Map<string, string>()
    for (const entry of data.principles) principleIds.set(entry.id, await this.principle(ctx, entry))
    for (const entry of data.gaps) await this.gap(ctx, entry, principleIds)
  }

  private async body(ctx: WriteCtx, entry: BodyEntry): Promise<void> {
    await this.bodies.record(ctx, {
      slug: entry.id,
      name: entry.name,
      acronym: entry.acronym,
      kind: readBodyKind(entry.kind),
      parentSlug: entry.parent,
      coParentSlug: entry.coParent ?? null,
      url: entry.url,
      provenance: evidenceOf(entry),
    })
  }

  private async item(ctx: WriteCtx, entry: ItemEntry, isSuperseded: boolean): Promise<void> {
    await this.items.record(ctx, {
      slug: entry.id,
      bodySlug: entry.body,
      committeeSlug: entry.committee,
      designation: entry.designation,
      title: entry.title,
      ...(entry.titleConfidence && { titleConfidence: readConfidence(entry.titleConfidence) }),
      type: readItemType(entry.type),
      nativeStage: entry.stage,
      fallbackStatus: readItemStatus(entry.status),
      isSuperseded,
      dates: Object.fromEntries(Object.entries(entry.dates).map(([kind, on]) => [readDateKind(kind), on])),
      topics: entry.topics.map(readTopic),
      lifecycleStages: entry.lifecycleStages.map(readLifecycleStage),
      impacts: entry.impacts.map(readImpact),
      scopeNote: entry.scopeNote,
      equivalents: entry.equivalents ?? [],
      url: entry.url,
      provenance: evidenceOf(entry, entry.statusAsOf),
    })
  }

  private async relation(ctx: WriteCtx, entry: RelationEntry): Promise<void> {
    const { from, to, note } = entry
    await this.relations.record(ctx, {
      from,
      to,
      type: readRelationType(entry.type),
      note,
      provenance: evidenceOf(entry),
    })
  }

  private async principle(ctx: WriteCtx, entry: PrincipleEntry): Promise<string> {
    const { title, statement } = entry
    const origin = readPrincipleOrigin(entry.origin)
    const { id } = await this.principles.record(ctx, { title, statement, origin, provenance: evidenceOf(entry) })
    return id
  }

  private async gap(ctx: WriteCtx, entry: GapEntry, principleIds: ReadonlyMap<string, string>): Promise<void> {
    const { title, description, statedIn, sourceKind } = entry
    await this.gaps.record(ctx, {
      title,
      description,
      standing: readGapStanding(entry.status),
      score: entry.case,
      priority: readPriority(entry.priority),
      priorityReason: FIRST_GUESS,
      topics: entry.topics.map(readTopic),
      lifecycleStages: entry.lifecycleStages.map(readLifecycleStage),
      statedIn,
      sourceKind,
      principleIds: entry.principles.map((id) => principleIds.get(id)!),
      items: entry.relatedItems.map((item) => ({ item })),
      bodies: entry.candidateBodies.map((body) => ({ body })),
      provenance: evidenceOf({ source: statedIn.join('; '), confidence: entry.confidence }),
    })
  }
}

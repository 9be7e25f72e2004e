import { Injectable } from '@nestjs/common'
import type {
  DeliverableState,
  DeliverableType,
  Disposition,
  LineageRelation,
} from '#schema/vocabulary/deliverables.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { SharedDocument } from '#server/drafting/documents/index.js'
import { newId, revise, sqlState } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import {
  Groups,
  optionalDayOf,
  optionalTextOf,
  ownSource,
  scopeOf,
  Subgroup,
  textOf,
  type StandardsGroup,
} from '#server/process/groups/index.js'
import type { GivenSource } from '#server/roadmap/provenance/index.js'
import { DeliverableGap } from './deliverable-gap.entity.js'
import { DeliverableText } from './deliverable-text.entity.js'
import { Deliverable } from './deliverable.entity.js'
import { mayBecome } from './deliverable-states.js'
import { DeliverableLineage } from './lineage.entity.js'

export interface RecordDeliverable {
  readonly groupId: string
  readonly subgroupId?: string | null
  readonly code?: string | null
  readonly title: string
  readonly type: DeliverableType
  /** Absent: PROPOSED. Any, so that history can be recorded. */
  readonly state?: DeliverableState
  readonly disposition?: Disposition
  readonly note?: string | null
  readonly provenance?: GivenSource
}

export interface AddLineage {
  readonly deliverableId: string
  readonly itemId?: string | null
  readonly relation: LineageRelation
  readonly notedOn?: string | null
  readonly titleThen?: string | null
  readonly note?: string | null
  readonly provenance?: GivenSource
}

/** The verbs on deliverables. Management and editors of the group, administrators. */
@Injectable()
export class Deliverables {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly groups: Groups,
  ) {}

  /** Plans an output, or enters one of the past. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, TEXT_MISSING, TEXT_TOO_LONG, ALREADY_THERE. [DE-2] */
  async record(ctx: WriteCtx, input: RecordDeliverable): Promise<Deliverable> {
    const group = await this.groups.lock(ctx, input.groupId)
    this.access.require(ctx, 'deliverable.edit', scopeOf(group))
    const subgroupId = input.subgroupId ?? null
    if (subgroupId && !(await ctx.db.existsBy(Subgroup, { id: subgroupId, groupId: group.id }))) {
      throw refuse('NOT_FOUND', {}, { field: 'input.subgroupId' })
    }
    const code = optionalTextOf(input.code, 60, 'input.code')
    if (code && (await ctx.db.existsBy(Deliverable, { groupId: group.id, code }))) {
      throw refuse('ALREADY_THERE', { name: code }, { field: 'input.code' })
    }
    const deliverable = Object.assign(new Deliverable(), {
      id: newId(),
      groupId: group.id,
      subgroupId,
      code,
      title: textOf(input.title, 500, 'input.title'),
      type: input.type,
      state: input.state ?? 'PROPOSED',
      disposition: input.disposition ?? 'UNKNOWN',
      note: optionalTextOf(input.note, 2000, 'input.note'),
      ...ownSource(input.provenance),
    })
    await ctx.db.insert(Deliverable, deliverable)
    await this.tell(ctx, group, 'deliverable.recorded', deliverable.id, { state: deliverable.state, code })
    return deliverable
  }

  /** Takes a deliverable one step on. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, NOT_A_STEP. [DE-5] */
  async changeState(
    ctx: WriteCtx,
    input: { id: string; expectedRevision: number; state: DeliverableState; disposition?: Disposition },
  ): Promise<Deliverable> {
    const { deliverable, group } = await this.take(ctx, input.id)
    if (deliverable.revision === input.expectedRevision && !mayBecome(deliverable.state, input.state)) {
      throw refuse('NOT_A_STEP', { from: deliverable.state, to: input.state }, { field: 'input.state' })
    }
    const changed = await revise(ctx.db, Deliverable, deliverable.id, input.expectedRevision, {
      state: input.state,
      ...(input.disposition && { disposition: input.disposition }),
    })
    const args = { from: deliverable.state, to: input.state, disposition: changed.disposition }
    await this.tell(ctx, group, 'deliverable.stateChanged', deliverable.id, args)
    return changed
  }

  /** Says what became of a deliverable. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, NO_SUCH_DAY, DAY_OUT_OF_RANGE, TEXT_TOO_LONG. [DE-9] */
  async addLineage(ctx: WriteCtx, input: AddLineage): Promise<DeliverableLineage> {
    const { deliverable, group } = await this.take(ctx, input.deliverableId)
    const step = Object.assign(new DeliverableLineage(), {
      id: newId(),
      deliverableId: deliverable.id,
      itemId: input.itemId ?? null,
      relation: input.relation,
      notedOn: optionalDayOf(input.notedOn, 'input.notedOn'),
      titleThen: optionalTextOf(input.titleThen, 500, 'input.titleThen'),
      note: optionalTextOf(input.note, 2000, 'input.note'),
      ...ownSource(input.provenance),
    })
    await this.knowing(() => ctx.db.insert(DeliverableLineage, step), 'input.itemId')
    const args = { itemId: step.itemId, relation: step.relation }
    await this.tell(ctx, group, 'deliverable.lineageAdded', deliverable.id, args)
    return step
  }

  /** Names a gap that a deliverable is meant to close; a second time changes nothing. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED. */
  async linkGap(ctx: WriteCtx, input: { deliverableId: string; gapId: string }): Promise<void> {
    const { deliverable, group } = await this.take(ctx, input.deliverableId)
    const link = { deliverableId: deliverable.id, gapId: input.gapId }
    if (await ctx.db.existsBy(DeliverableGap, link)) return
    await this.knowing(() => ctx.db.insert(DeliverableGap, { id: newId(), ...link }), 'input.gapId')
    await this.tell(ctx, group, 'deliverable.gapLinked', deliverable.id, { gapId: input.gapId })
  }

  /**
   * Names the text that is written for a deliverable, in the place of the one before; a second time changes nothing. The text must be one of the
   * same group. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED. [DE-10]
   */
  async linkText(ctx: WriteCtx, input: { deliverableId: string; documentId: string }): Promise<void> {
    const { deliverable, group } = await this.take(ctx, input.deliverableId)
    if (!(await ctx.db.existsBy(SharedDocument, { id: input.documentId, groupId: group.id }))) {
      throw refuse('NOT_FOUND', {}, { field: 'input.documentId' })
    }
    const there = await ctx.db.findOneBy(DeliverableText, { deliverableId: deliverable.id })
    if (there?.documentId === input.documentId) return
    if (there) await ctx.db.update(DeliverableText, there.id, { documentId: input.documentId })
    else await ctx.db.insert(DeliverableText, { id: newId(), ...input })
    await this.tell(ctx, group, 'deliverable.textLinked', deliverable.id, { documentId: input.documentId })
  }

  private async take(ctx: WriteCtx, id: string): Promise<{ deliverable: Deliverable; group: StandardsGroup }> {
    const found = await ctx.db.findOne(Deliverable, { where: { id }, lock: { mode: 'for_no_key_update' } })
    if (!found) throw refuse('NOT_FOUND')
    const group = await this.groups.lock(ctx, found.groupId)
    this.access.require(ctx, 'deliverable.edit', scopeOf(group))
    return { deliverable: found, group }
  }

  private tell(
    ctx: WriteCtx,
    group: StandardsGroup,
    verb: `deliverable.${string}`,
    id: string,
    args: Record<string, unknown>,
  ): Promise<void> {
    const object = { type: 'deliverable', id }
    return this.activity.record(ctx, { verb, object, groupId: group.id, visibility: group.visibility, args })
  }

  private async knowing(insert: () => Promise<unknown>, field: string): Promise<void> {
    try {
      await insert()
    } catch (error) {
      if (sqlState(error) === '23503') throw refuse('NOT_FOUND', {}, { field })
      throw error
    }
  }
}

import { Injectable } from '@nestjs/common'
import type {
  DeliverableState,
  DeliverableType,
  Disposition,
  IntendedProduct,
  LineageRelation,
} from '#schema/vocabulary/deliverables.js'
import { readNumber } from '#schema/vocabulary/numbers.js'
import { Access } from '#server/common/access/index.js'
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
} from '#server/process/groups/index.js'
import { gapsByNumber } from '#server/roadmap/gaps/index.js'
import type { GivenSource } from '#server/roadmap/provenance/index.js'
import { fitsCode, nextCode } from './deliverable-code.js'
import { DeliverableGap } from './deliverable-gap.entity.js'
import { DeliverableText } from './deliverable-text.entity.js'
import { Deliverable } from './deliverable.entity.js'
import { DeliverablesAtWork, pastDay } from './deliverables-at-work.service.js'
import { mannerOf, needsReason } from './deliverable-states.js'
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

/** What can be planned of a deliverable besides its title. Absent: unchanged, or nothing known; null: not known. */
export interface DeliverablePlan {
  readonly type?: DeliverableType | null
  readonly subgroupId?: string | null
  readonly scope?: string | null
  readonly baseText?: string | null
  readonly targetQuestion?: string | null
  readonly intendedProduct?: IntendedProduct | null
  readonly note?: string | null
  /** Numbers of the gaps it is meant to close: all of them. */
  readonly gaps?: readonly string[] | null
  readonly documentId?: string | null
}

export interface CreateDeliverable extends DeliverablePlan {
  /** Slug of the group. */
  readonly group: string
  readonly code?: string | null
  readonly title: string
}

export interface UpdateDeliverable extends DeliverablePlan {
  readonly id: string
  readonly expectedRevision: number
  readonly code?: string | null
  readonly title?: string | null
}

export interface ChangeDeliverableState {
  readonly id: string
  readonly expectedRevision: number
  readonly state: DeliverableState
  readonly reason?: string | null
  readonly mergedIntoId?: string | null
  /** Absent: today. */
  readonly on?: string | null
}

/** Who wants to hear what became of deliverables, in the same transaction. */
type LineageHearer = (ctx: WriteCtx, deliverable: Deliverable, step: DeliverableLineage) => Promise<void>

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
  private readonly lineageHearers: LineageHearer[] = []

  constructor(
    private readonly access: Access,
    private readonly groups: Groups,
    private readonly atWork: DeliverablesAtWork,
  ) {}

  /** For what is built beside this: called whenever it is recorded what became of a deliverable. */
  whenLineageIsAdded(hear: LineageHearer): void {
    this.lineageHearers.push(hear)
  }

  /**
   * Plans an output of a group, in its next free code unless another one is given. Management and editors of the group, administrators.
   * Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, GROUP_ENDED, CODE_PATTERN, ALREADY_THERE, TEXT_MISSING, TEXT_TOO_LONG. [DE-2, DE-3, DV-1]
   */
  async create(ctx: WriteCtx, input: CreateDeliverable): Promise<Deliverable> {
    const group = await this.groups.lockBySlug(ctx, input.group)
    this.access.require(ctx, 'deliverable.edit', scopeOf(group))
    if (group.state === 'CONCLUDED') throw refuse('GROUP_ENDED')
    const subgroup = await this.subgroup(ctx, group.id, input.subgroupId ?? null)
    const code = await this.freeCode(ctx, group.id, input.code, subgroup?.number ?? null)
    const deliverable = await this.record(ctx, {
      groupId: group.id,
      subgroupId: subgroup?.id ?? null,
      code,
      title: input.title,
      type: input.type ?? 'UNKNOWN',
      note: input.note ?? null,
    })
    await this.plan(ctx, deliverable, input)
    const planned = this.planned(input)
    if (Object.keys(planned).length === 0) return deliverable
    await ctx.db.update(Deliverable, deliverable.id, planned)
    return Object.assign(deliverable, planned)
  }

  /**
   * Changes what is planned. A code that is known stays. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, CODE_FIXED, CODE_PATTERN,
   * ALREADY_THERE, TEXT_MISSING, TEXT_TOO_LONG. [DE-2, DE-3]
   */
  async update(ctx: WriteCtx, input: UpdateDeliverable): Promise<Deliverable> {
    const { deliverable, group } = await this.atWork.take(ctx, input.id)
    const subgroupId = input.subgroupId === undefined ? deliverable.subgroupId : input.subgroupId
    const subgroup = await this.subgroup(ctx, group.id, subgroupId)
    const given = optionalTextOf(input.code, 60, 'input.code')
    if (deliverable.code !== null && given !== null && given !== deliverable.code) {
      throw refuse('CODE_FIXED', { code: deliverable.code }, { field: 'input.code' })
    }
    const code =
      given !== null && deliverable.code === null
        ? await this.freeCode(ctx, group.id, given, subgroup?.number ?? null)
        : deliverable.code
    const changes: Partial<Deliverable> = {
      code,
      subgroupId: subgroup?.id ?? null,
      ...(input.title != null && { title: textOf(input.title, 500, 'input.title') }),
      ...(input.type != null && { type: input.type }),
      ...(input.note !== undefined && { note: optionalTextOf(input.note, 2000, 'input.note') }),
      ...this.planned(input),
    }
    const changed = await revise(ctx.db, Deliverable, deliverable.id, input.expectedRevision, changes)
    await this.plan(ctx, changed, input)
    const fields = Object.keys(changes).filter(
      (name) => changed[name as keyof Deliverable] !== deliverable[name as keyof Deliverable],
    )
    await this.atWork.tell(ctx, group, 'deliverable.updated', deliverable.id, { fields })
    return changed
  }

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
      scope: null,
      baseText: null,
      targetQuestion: null,
      intendedProduct: 'UNKNOWN' as const,
      mergedIntoId: null,
      ...ownSource(input.provenance),
    })
    await ctx.db.insert(Deliverable, deliverable)
    await this.atWork.tell(ctx, group, 'deliverable.recorded', deliverable.id, { state: deliverable.state, code })
    return deliverable
  }

  /**
   * Takes a deliverable one step on, on a day that is not to come. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, NOT_A_STEP, STEP_BY_ACT
   * for what is reached by approval, hand-over or the parent's answer, WHY_MISSING, MERGED_INTO_WHAT, NO_SUCH_DAY, DAY_OUT_OF_RANGE, DAY_AHEAD.
   * [DE-5, DV-2]
   */
  async changeState(ctx: WriteCtx, input: ChangeDeliverableState): Promise<Deliverable> {
    const work = await this.atWork.take(ctx, input.id)
    const { state: from } = work.deliverable
    const manner = mannerOf(input.state)
    if (manner !== 'STEP') throw refuse('STEP_BY_ACT', { manner }, { field: 'input.state' })
    const on = pastDay(input.on, work.today, 'input.on')
    const reason = optionalTextOf(input.reason, 2000, 'input.reason')
    const isSeen = work.deliverable.revision === input.expectedRevision
    if (isSeen && reason === null && needsReason(from, input.state)) {
      throw refuse('WHY_MISSING', {}, { field: 'input.reason' })
    }
    let mergedIntoId: string | null = null
    if (input.state === 'MERGED') {
      const other = input.mergedIntoId
        ? await ctx.db.findOneBy(Deliverable, { id: input.mergedIntoId, groupId: work.group.id })
        : null
      if (!other || other.id === work.deliverable.id) {
        throw refuse('MERGED_INTO_WHAT', {}, { field: 'input.mergedIntoId' })
      }
      mergedIntoId = other.id
    }
    const { state: to, expectedRevision } = input
    return this.atWork.step(ctx, work, { to, expectedRevision, on, reason, more: { mergedIntoId } })
  }

  /** Says what became of a deliverable. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, NO_SUCH_DAY, DAY_OUT_OF_RANGE, TEXT_TOO_LONG. [DE-9] */
  async addLineage(ctx: WriteCtx, input: AddLineage): Promise<DeliverableLineage> {
    const { deliverable, group } = await this.atWork.take(ctx, input.deliverableId)
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
    await this.atWork.tell(ctx, group, 'deliverable.lineageAdded', deliverable.id, args)
    for (const hear of this.lineageHearers) await hear(ctx, deliverable, step)
    return step
  }

  /** Names a gap that a deliverable is meant to close; a second time changes nothing. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED. */
  async linkGap(ctx: WriteCtx, input: { deliverableId: string; gapId: string }): Promise<void> {
    const { deliverable, group } = await this.atWork.take(ctx, input.deliverableId)
    const link = { deliverableId: deliverable.id, gapId: input.gapId }
    if (await ctx.db.existsBy(DeliverableGap, link)) return
    await this.knowing(() => ctx.db.insert(DeliverableGap, { id: newId(), ...link }), 'input.gapId')
    await this.atWork.tell(ctx, group, 'deliverable.gapLinked', deliverable.id, { gapId: input.gapId })
  }

  /**
   * Names the text that is written for a deliverable, in the place of the one before; a second time changes nothing. The text must be one of the
   * same group. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED. [DE-10]
   */
  async linkText(ctx: WriteCtx, input: { deliverableId: string; documentId: string }): Promise<void> {
    const { deliverable, group } = await this.atWork.take(ctx, input.deliverableId)
    if (!(await ctx.db.existsBy(SharedDocument, { id: input.documentId, groupId: group.id }))) {
      throw refuse('NOT_FOUND', {}, { field: 'input.documentId' })
    }
    const there = await ctx.db.findOneBy(DeliverableText, { deliverableId: deliverable.id })
    if (there?.documentId === input.documentId) return
    if (there) await ctx.db.update(DeliverableText, there.id, { documentId: input.documentId })
    else await ctx.db.insert(DeliverableText, { id: newId(), ...input })
    await this.atWork.tell(ctx, group, 'deliverable.textLinked', deliverable.id, { documentId: input.documentId })
  }

  /** The working group of a group; null for none. Refuses: NOT_FOUND. */
  private async subgroup(ctx: WriteCtx, groupId: string, id: string | null): Promise<Subgroup | null> {
    if (id === null) return null
    const found = await ctx.db.findOneBy(Subgroup, { id, groupId })
    if (!found) throw refuse('NOT_FOUND', {}, { field: 'input.subgroupId' })
    return found
  }

  /** The code that was given, or the next one; the group is locked. Refuses: CODE_PATTERN. [DE-2, DV-1] */
  private async freeCode(
    ctx: WriteCtx,
    groupId: string,
    given: string | null | undefined,
    subgroup: number | null,
  ): Promise<string> {
    const rows = await ctx.db.find(Deliverable, { where: { groupId }, select: { id: true, code: true } })
    const next = nextCode(
      rows.flatMap(({ code }) => code ?? []),
      subgroup,
    )
    const code = optionalTextOf(given, 60, 'input.code')
    if (code === null) return next
    if (!fitsCode(code, subgroup)) throw refuse('CODE_PATTERN', { code, example: next }, { field: 'input.code' })
    if (rows.some((row) => row.code === code)) throw refuse('ALREADY_THERE', { name: code }, { field: 'input.code' })
    return code
  }

  /** The columns for what was handed in; what was left out is left alone. */
  private planned(input: DeliverablePlan): Partial<Deliverable> {
    const text = <K extends 'scope' | 'baseText' | 'targetQuestion'>(key: K, max: number) =>
      input[key] === undefined ? {} : { [key]: optionalTextOf(input[key], max, `input.${key}`) }
    return {
      ...text('scope', 5000),
      ...text('baseText', 500),
      ...text('targetQuestion', 60),
      ...(input.intendedProduct != null && { intendedProduct: input.intendedProduct }),
    }
  }

  /** The links to its gaps and its text, as they are to be. */
  private async plan(ctx: WriteCtx, { id }: Deliverable, { gaps, documentId }: DeliverablePlan): Promise<void> {
    if (gaps) {
      const wanted = await Promise.all(gaps.map((text) => this.gap(ctx, text)))
      for (const link of await ctx.db.findBy(DeliverableGap, { deliverableId: id })) {
        if (!wanted.includes(link.gapId)) await ctx.db.delete(DeliverableGap, link.id)
      }
      for (const gapId of new Set(wanted)) await this.linkGap(ctx, { deliverableId: id, gapId })
    }
    if (documentId) await this.linkText(ctx, { deliverableId: id, documentId })
  }

  private async gap(ctx: WriteCtx, text: string): Promise<string> {
    const number = readNumber('G', text)
    const gap = number === null ? null : await gapsByNumber(ctx).load(number)
    if (!gap) throw refuse('NOT_FOUND', {}, { field: 'input.gaps' })
    return gap.id
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

import { Injectable } from '@nestjs/common'
import type { MilestoneKind } from '#schema/vocabulary/deliverables.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise, sqlState } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { dayOf, inOrder, optionalDayOf, optionalTextOf, textOf } from '#server/process/groups/index.js'
import { DeliverableEditor } from './deliverable-editor.entity.js'
import { DeliverableIssue } from './deliverable-issue.entity.js'
import { DeliverableMilestone } from './deliverable-milestone.entity.js'
import { DeliverableSlip } from './deliverable-slip.entity.js'
import { DeliverablesAtWork, pastDay } from './deliverables-at-work.service.js'

interface Target {
  readonly id: string
  readonly expectedRevision: number
}

export interface AddMilestone {
  readonly deliverableId: string
  readonly kind: MilestoneKind
  readonly label?: string | null
  readonly plannedOn: string
}

export interface AddEditor {
  readonly deliverableId: string
  readonly personId: string
  /** First day; null when unknown. */
  readonly from?: string | null
  /** Day after the last. */
  readonly to?: string | null
}

/** Who edits a deliverable, by when, and what is still open in it. Management and editors of the group, administrators. */
@Injectable()
export class DeliverablePlans {
  constructor(private readonly atWork: DeliverablesAtWork) {}

  /** Plans a milestone. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DAY, DAY_OUT_OF_RANGE. [DE-3] */
  async addMilestone(ctx: WriteCtx, input: AddMilestone): Promise<DeliverableMilestone> {
    const { deliverable, group } = await this.atWork.take(ctx, input.deliverableId)
    const label = optionalTextOf(input.label, 200, 'input.label')
    if (input.kind === 'OTHER' && label === null) throw refuse('TEXT_MISSING', {}, { field: 'input.label' })
    const milestone = Object.assign(new DeliverableMilestone(), {
      id: newId(),
      deliverableId: deliverable.id,
      kind: input.kind,
      label,
      plannedOn: dayOf(input.plannedOn, 'input.plannedOn'),
      doneOn: null,
      revision: 1,
    })
    await ctx.db.insert(DeliverableMilestone, milestone)
    const args = { milestone: milestone.kind, plannedOn: milestone.plannedOn }
    await this.atWork.tell(ctx, group, 'deliverable.milestonePlanned', deliverable.id, args)
    return milestone
  }

  /**
   * Plans a milestone for another day; the old day and the reason are kept. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, SAME_DAY,
   * MILESTONE_DONE, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DAY, DAY_OUT_OF_RANGE. [DV-3]
   */
  async moveMilestone(
    ctx: WriteCtx,
    input: Target & { plannedOn: string; reason: string },
  ): Promise<DeliverableMilestone> {
    const { milestone, work } = await this.milestone(ctx, input.id)
    const plannedOn = dayOf(input.plannedOn, 'input.plannedOn')
    const reason = textOf(input.reason, 1000, 'input.reason')
    if (milestone.revision === input.expectedRevision) {
      if (milestone.doneOn !== null) throw refuse('MILESTONE_DONE', { doneOn: milestone.doneOn })
      if (milestone.plannedOn === plannedOn) throw refuse('SAME_DAY', { day: plannedOn }, { field: 'input.plannedOn' })
    }
    const moved = await revise(ctx.db, DeliverableMilestone, milestone.id, input.expectedRevision, { plannedOn })
    await ctx.db.insert(DeliverableSlip, {
      id: newId(),
      milestoneId: milestone.id,
      fromOn: milestone.plannedOn,
      toOn: plannedOn,
      reason,
      saidBy: ctx.viewer.personId,
      saidAt: ctx.now,
    })
    const args = { milestone: milestone.kind, movedFrom: milestone.plannedOn, movedTo: plannedOn }
    await this.atWork.tell(ctx, work.group, 'deliverable.milestoneMoved', work.deliverable.id, args)
    return moved
  }

  /** Records when a milestone was done, or that it is not after all (null). Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, NO_SUCH_DAY, DAY_OUT_OF_RANGE, DAY_AHEAD. */
  async reachMilestone(ctx: WriteCtx, input: Target & { doneOn: string | null }): Promise<DeliverableMilestone> {
    const { milestone, work } = await this.milestone(ctx, input.id)
    const doneOn = input.doneOn === null ? null : pastDay(input.doneOn, work.today, 'input.doneOn')
    const changed = await revise(ctx.db, DeliverableMilestone, milestone.id, input.expectedRevision, { doneOn })
    const { group, deliverable } = work
    const args = { milestone: milestone.kind, on: doneOn }
    if (doneOn === null) await this.atWork.tell(ctx, group, 'deliverable.milestoneReopened', deliverable.id, args)
    else await this.atWork.tell(ctx, group, 'deliverable.milestoneDone', deliverable.id, args)
    return changed
  }

  /**
   * Names somebody who edits it, with the affiliation that they have on the first day. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED,
   * NO_SUCH_DAY, DAY_OUT_OF_RANGE, ENDS_BEFORE_START, EDITOR_TWICE. [DE-3]
   */
  async addEditor(ctx: WriteCtx, input: AddEditor): Promise<DeliverableEditor> {
    const { deliverable, group, today } = await this.atWork.take(ctx, input.deliverableId)
    const fromOn = optionalDayOf(input.from, 'input.from')
    const toOn = optionalDayOf(input.to, 'input.to')
    if (fromOn && toOn) inOrder(fromOn, toOn, 'input.to')
    const [affiliation] = (await ctx.db.query(
      `select id from affiliation where person_id = $1
         and coalesce(from_on, '-infinity') <= $2::date and coalesce(to_on, 'infinity') > $2::date
       order by from_on desc nulls last, id desc limit 1`,
      [input.personId, fromOn ?? today],
    )) as { id: string }[]
    const editor = Object.assign(new DeliverableEditor(), {
      id: newId(),
      deliverableId: deliverable.id,
      personId: input.personId,
      affiliationId: affiliation?.id ?? null,
      fromOn,
      toOn,
      revision: 1,
    })
    await this.withoutOverlap(() => ctx.db.insert(DeliverableEditor, editor))
    const args = { personId: editor.personId, from: fromOn, to: toOn }
    await this.atWork.tell(ctx, group, 'deliverable.editorAdded', deliverable.id, args)
    return editor
  }

  /** Ends it on a day, or changes the day. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, NO_SUCH_DAY, DAY_OUT_OF_RANGE, ENDS_BEFORE_START, EDITOR_TWICE. */
  async endEditor(ctx: WriteCtx, input: Target & { to: string }): Promise<DeliverableEditor> {
    const editor = await ctx.db.findOneBy(DeliverableEditor, { id: input.id })
    if (!editor) throw refuse('NOT_FOUND')
    const { deliverable, group } = await this.atWork.take(ctx, editor.deliverableId)
    const toOn = dayOf(input.to, 'input.to')
    if (editor.fromOn) inOrder(editor.fromOn, toOn, 'input.to')
    const ended = await this.withoutOverlap(() =>
      revise(ctx.db, DeliverableEditor, editor.id, input.expectedRevision, { toOn }),
    )
    const args = { personId: editor.personId, to: toOn }
    await this.atWork.tell(ctx, group, 'deliverable.editorEnded', deliverable.id, args)
    return ended
  }

  /** Notes something that is open. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DAY, DAY_OUT_OF_RANGE, DAY_AHEAD. [DE-7] */
  async raiseIssue(
    ctx: WriteCtx,
    input: { deliverableId: string; text: string; on?: string | null },
  ): Promise<DeliverableIssue> {
    const { deliverable, group, today } = await this.atWork.take(ctx, input.deliverableId)
    const highest = await ctx.db.maximum(DeliverableIssue, 'number', { deliverableId: deliverable.id })
    const issue = Object.assign(new DeliverableIssue(), {
      id: newId(),
      deliverableId: deliverable.id,
      number: (highest ?? 0) + 1,
      text: textOf(input.text, 2000, 'input.text'),
      raisedOn: pastDay(input.on, today, 'input.on'),
      settledOn: null,
      settledHow: null,
      revision: 1,
    })
    await ctx.db.insert(DeliverableIssue, issue)
    await this.atWork.tell(ctx, group, 'deliverable.issueRaised', deliverable.id, { number: issue.number })
    return issue
  }

  /** Says how an open issue was settled. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DAY, DAY_OUT_OF_RANGE, DAY_AHEAD, ENDS_BEFORE_START. */
  async settleIssue(ctx: WriteCtx, input: Target & { how: string; on?: string | null }): Promise<DeliverableIssue> {
    const issue = await ctx.db.findOneBy(DeliverableIssue, { id: input.id })
    if (!issue) throw refuse('NOT_FOUND')
    const { deliverable, group, today } = await this.atWork.take(ctx, issue.deliverableId)
    const settledOn = pastDay(input.on, today, 'input.on')
    inOrder(issue.raisedOn, settledOn, 'input.on')
    const settledHow = textOf(input.how, 2000, 'input.how')
    const settled = await revise(ctx.db, DeliverableIssue, issue.id, input.expectedRevision, { settledOn, settledHow })
    await this.atWork.tell(ctx, group, 'deliverable.issueSettled', deliverable.id, { number: issue.number })
    return settled
  }

  private async milestone(ctx: WriteCtx, id: string) {
    const found = await ctx.db.findOneBy(DeliverableMilestone, { id })
    if (!found) throw refuse('NOT_FOUND')
    const work = await this.atWork.take(ctx, found.deliverableId)
    // Read again behind the lock: of two who move it at once, the second names the day that the first gave.
    return { milestone: await ctx.db.findOneByOrFail(DeliverableMilestone, { id }), work }
  }

  private async withoutOverlap<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write()
    } catch (error) {
      const state = sqlState(error)
      if (state === '23P01') throw refuse('EDITOR_TWICE', {}, { field: 'input.from' })
      if (state === '23503') throw refuse('NOT_FOUND', {}, { field: 'input.personId' })
      throw error
    }
  }
}

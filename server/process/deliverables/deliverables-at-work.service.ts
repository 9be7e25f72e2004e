import { Injectable } from '@nestjs/common'
import type { DeliverableState } from '#schema/vocabulary/deliverables.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { dayIn, type CalendarDay } from '#server/platform/time/index.js'
import { dayOf, Groups, scopeOf, type StandardsGroup } from '#server/process/groups/index.js'
import { mayBecome } from './deliverable-states.js'
import { DeliverableStep } from './deliverable-step.entity.js'
import { Deliverable } from './deliverable.entity.js'

/** A deliverable that somebody is about to change, with its group. */
export interface AtWork {
  readonly deliverable: Deliverable
  readonly group: StandardsGroup
  /** The day in the zone of the group. */
  readonly today: CalendarDay
}

export interface Stepping {
  readonly to: DeliverableState
  readonly expectedRevision: number
  readonly on: CalendarDay
  readonly reason?: string | null
  readonly more?: Partial<Pick<Deliverable, 'disposition' | 'mergedIntoId'>>
}

/** What all verbs on deliverables begin and end with. */
@Injectable()
export class DeliverablesAtWork {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly groups: Groups,
  ) {}

  /** Locks a deliverable and its group. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED. */
  async take(ctx: WriteCtx, id: string, permission: 'edit' | 'approve' | 'handOver' = 'edit'): Promise<AtWork> {
    const deliverable = await ctx.db.findOne(Deliverable, { where: { id }, lock: { mode: 'for_no_key_update' } })
    if (!deliverable) throw refuse('NOT_FOUND')
    const group = await this.groups.lock(ctx, deliverable.groupId)
    this.access.require(ctx, `deliverable.${permission}`, scopeOf(group))
    return { deliverable, group, today: dayIn(ctx.now, group.deadlineZone) }
  }

  /** Takes a step and writes it down. Refuses: STALE, NOT_A_STEP. [DE-5] */
  async step(ctx: WriteCtx, { deliverable, group }: AtWork, stepping: Stepping): Promise<Deliverable> {
    const { to, expectedRevision, on, reason = null, more = {} } = stepping
    if (deliverable.revision === expectedRevision && !mayBecome(deliverable.state, to)) {
      throw refuse('NOT_A_STEP', { from: deliverable.state, to }, { field: 'input.state' })
    }
    const changed = await revise(ctx.db, Deliverable, deliverable.id, expectedRevision, { state: to, ...more })
    await ctx.db.insert(DeliverableStep, {
      id: newId(),
      deliverableId: deliverable.id,
      fromState: deliverable.state,
      toState: to,
      takenOn: on,
      reason,
      takenBy: ctx.viewer.personId,
      takenAt: ctx.now,
    })
    const args = { from: deliverable.state, to, disposition: changed.disposition, on }
    await this.tell(ctx, group, 'deliverable.stateChanged', deliverable.id, args)
    return changed
  }

  tell(
    ctx: WriteCtx,
    group: StandardsGroup,
    verb: `deliverable.${string}`,
    id: string,
    args: Record<string, unknown> = {},
  ): Promise<void> {
    const object = { type: 'deliverable', id }
    return this.activity.record(ctx, { verb, object, groupId: group.id, visibility: group.visibility, args })
  }
}

/** A day on which something happened, so it cannot lie ahead; today when left out. Refuses: NO_SUCH_DAY, DAY_OUT_OF_RANGE, DAY_AHEAD. */
export function pastDay(given: string | null | undefined, today: CalendarDay, field: string): CalendarDay {
  if (given === null || given === undefined) return today
  const day = dayOf(given, field)
  if (day > today) throw refuse('DAY_AHEAD', { day, today }, { field })
  return day
}

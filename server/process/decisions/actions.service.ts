import { Injectable } from '@nestjs/common'
import type { ActionState } from '#schema/vocabulary/decisions.js'
import { Access, type Visibility } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import { Notices } from '#server/common/notifications/index.js'
import { peopleById } from '#server/community/people/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { narrower, optionalDayOf, optionalTextOf, StandardsGroup, textOf } from '#server/process/groups/index.js'
import { requireUnclosed } from '#server/process/meetings/index.js'
import { ActionItem } from './action-item.entity.js'
import { actionSteps } from './action-states.js'
import { ActionStep } from './action-step.entity.js'
import { Decision } from './decision.entity.js'
import './decisions.access.js'
import { decisionScope, meetingOf } from './decisions.service.js'
import { Places, type GivenPlace } from './places.service.js'

/** What is to be done, by whom, by when. */
export interface GivenAction {
  readonly text: string
  readonly owner?: string | null
  readonly ownerWords?: string | null
  readonly dueMeeting?: number | null
  readonly dueOn?: string | null
}

export interface RecordAction extends GivenAction, GivenPlace {
  readonly decision?: number | null
  readonly visibility?: Visibility | null
}

interface Seen {
  readonly id: string
  readonly expectedRevision: number
}

/** The verbs on actions. */
@Injectable()
export class Actions {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly places: Places,
    private readonly notices: Notices,
  ) {}

  /**
   * Hands out an action under the group's next number. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, BAD_INPUT, TEXT_MISSING, TEXT_TOO_LONG,
   * NO_SUCH_DAY, DAY_OUT_OF_RANGE, MEETING_CANCELLED, MEETING_CLOSED, OWNER_MISSING, DUE_TWICE. [AC-1, AC-2]
   */
  async record(ctx: WriteCtx, given: RecordAction): Promise<ActionItem> {
    const group = await this.places.lock(ctx, given.group)
    this.access.require(ctx, 'decisions.record', { groupId: group.id, visibility: group.visibility })
    const place = await this.places.within(ctx, group, given)
    const decision =
      given.decision == null ? null : await ctx.db.findOneBy(Decision, { groupId: group.id, number: given.decision })
    if (given.decision != null && !decision) throw refuse('NOT_FOUND', {}, { field: 'input.decision' })
    const highest = await ctx.db.maximum(ActionItem, 'number', { groupId: group.id })
    const bound = decision
      ? narrower(place.visibility, (await decisionScope(ctx, decision)).visibility)
      : place.visibility
    const action = Object.assign(new ActionItem(), {
      id: newId(),
      groupId: group.id,
      number: (highest ?? 0) + 1,
      state: 'NEEDS_ACTION' as const,
      ...(await this.checked(ctx, group, given, null)),
      decisionId: decision?.id ?? null,
      meetingId: place.meeting?.id ?? null,
      agendaItemId: place.agendaItemId,
      enteredById: ctx.viewer.personId,
      enteredAt: ctx.now,
      visibility: narrower(given.visibility ?? bound, bound),
      revision: 1,
    })
    await ctx.db.insert(ActionItem, action)
    await this.addStep(ctx, action.id, null, 'NEEDS_ACTION', null)
    await this.tell(ctx, 'action.recorded', action, { number: action.number })
    await this.tellOwner(ctx, 'ACTION_HANDED_OUT', action.ownerId, action, group)
    return action
  }

  /** Changes words, owner and due day; once its meeting is closed its words stand. Refuses: as `record`, and STALE. [MT-14] */
  async update(ctx: WriteCtx, given: GivenAction & Seen): Promise<ActionItem> {
    const { action, group } = await this.take(ctx, given.id, 'action.edit')
    const changes = await this.checked(ctx, group, given, action)
    if (changes.text !== action.text) requireUnclosed(await meetingOf(ctx, action), { field: 'input.text' })
    const changed = await revise(ctx.db, ActionItem, action.id, given.expectedRevision, changes)
    await this.tell(ctx, 'action.updated', changed, { number: changed.number })
    const isTheirs = changed.ownerId === action.ownerId
    await this.tellOwner(ctx, isTheirs ? 'ACTION_CHANGED' : 'ACTION_HANDED_OUT', changed.ownerId, changed, group)
    if (!isTheirs) await this.tellOwner(ctx, 'ACTION_PASSED_ON', action.ownerId, changed, group)
    return changed
  }

  /** Says where it stands. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, TEXT_TOO_LONG, NOT_A_STEP. [AC-1] */
  async move(ctx: WriteCtx, given: Seen & { state: ActionState; note?: string | null }): Promise<ActionItem> {
    const { action, group } = await this.take(ctx, given.id, 'action.move')
    const { state } = given
    if (!actionSteps(action.state).includes(state)) {
      throw refuse('NOT_A_STEP', { from: action.state, to: state }, { field: 'input.state' })
    }
    const note = optionalTextOf(given.note, 2000, 'input.note')
    const moved = await revise(ctx.db, ActionItem, action.id, given.expectedRevision, { state })
    await this.addStep(ctx, action.id, action.state, state, note)
    await this.tell(ctx, 'action.moved', moved, { number: moved.number, to: state })
    await this.tellOwner(ctx, 'ACTION_CHANGED', moved.ownerId, moved, group)
    return moved
  }

  private async take(ctx: WriteCtx, id: string, permission: `action.${string}`) {
    const action = await ctx.db.findOne(ActionItem, { where: { id }, lock: { mode: 'for_no_key_update' } })
    if (!action) throw refuse('NOT_FOUND')
    this.access.require(ctx, permission, { ...(await decisionScope(ctx, action)), ownerId: action.ownerId })
    return { action, group: await ctx.db.findOneByOrFail(StandardsGroup, { id: action.groupId }) }
  }

  /** Whoever does it already stays, though they were erased since. */
  private async checked(ctx: WriteCtx, group: StandardsGroup, given: GivenAction, before: ActionItem | null) {
    const ownerWords = optionalTextOf(given.ownerWords, 300, 'input.ownerWords')
    const ownerId = given.owner ?? null
    if (ownerId === null && ownerWords === null) throw refuse('OWNER_MISSING', {}, { field: 'input.owner' })
    if (ownerId !== null && ownerId !== before?.ownerId) {
      const owner = await peopleById(ctx).load(ownerId)
      if (!owner || owner.erasedAt) throw refuse('NOT_FOUND', {}, { field: 'input.owner' })
    }
    const dueOn = optionalDayOf(given.dueOn?.trim() || null, 'input.dueOn')
    const field = 'input.dueMeeting'
    const { meeting: due } = await this.places.within(ctx, group, { meeting: given.dueMeeting }, field, true)
    // What was due at a meeting before it was closed stays overdue by it.
    if (due && due.id !== before?.dueMeetingId) requireUnclosed(due, { field })
    if (due && dueOn !== null) throw refuse('DUE_TWICE', {}, { field: 'input.dueOn' })
    const text = textOf(given.text, 2000, 'input.text')
    return { text, ownerId, ownerWords, dueMeetingId: due?.id ?? null, dueOn }
  }

  private async addStep(
    ctx: WriteCtx,
    actionId: string,
    fromState: ActionState | null,
    toState: ActionState,
    note: string | null,
  ): Promise<void> {
    const told = { toldById: ctx.viewer.personId, toldAt: ctx.now }
    await ctx.db.insert(ActionStep, { id: newId(), actionId, fromState, toState, note, ...told })
  }

  /** Tells whoever does it, unless they did this themselves. [WA-4] */
  private async tellOwner(
    ctx: WriteCtx,
    code: 'ACTION_HANDED_OUT' | 'ACTION_CHANGED' | 'ACTION_PASSED_ON',
    ownerId: string | null,
    { id, number, text, revision }: ActionItem,
    group: StandardsGroup,
  ): Promise<void> {
    if (ownerId === null || ownerId === ctx.viewer.personId) return
    const args = { number, text, group: group.acronym ?? group.name }
    const href = `/groups/${encodeURIComponent(group.slug)}/actions/${number}`
    await this.notices.tell(ctx, [ownerId], { key: `${code}:${id}:${revision}`, kind: 'CHANGE', code, args, href })
  }

  private async tell(
    ctx: WriteCtx,
    verb: `action.${string}`,
    action: ActionItem,
    args: Record<string, unknown>,
  ): Promise<void> {
    await this.activity.record(ctx, {
      verb,
      object: { type: 'action', id: action.id },
      groupId: action.groupId,
      visibility: (await decisionScope(ctx, action)).visibility,
      args,
    })
  }
}

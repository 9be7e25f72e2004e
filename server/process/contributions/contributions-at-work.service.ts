import { Injectable } from '@nestjs/common'
import { contributionActs, type ContributionAct } from '#schema/vocabulary/contributions.js'
import { Access, type Visibility } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import { isSignedIn, type Ctx, type WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { scopeOf, StandardsGroup } from '#server/process/groups/index.js'
import { isOverAt, Meeting, meetingScope } from '#server/process/meetings/index.js'
import { Contribution } from './contribution.entity.js'
import { ContributionContact } from './contribution-contact.entity.js'
import { contributionScope, mayNow, type ContributionScope } from './contributions.access.js'
import { helpersOf } from './members.reads.js'

/** A contribution that somebody is about to change, locked, with what it hangs from. */
export interface ContributionAtWork {
  readonly contribution: Contribution
  readonly group: StandardsGroup
  readonly meeting: Meeting | null
  readonly scope: ContributionScope
}

/** What a cancelled meeting cannot do; what is meant for it can still be given to another one. */
const needMeeting: readonly ContributionAct[] = ['SUBMIT', 'REVISE', 'ADMIT']

/** What all verbs on contributions begin and end with: may they, and what is recorded. */
@Injectable()
export class ContributionsAtWork {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
  ) {}

  /**
   * A contribution for a change, once it is sure that the viewer may do this with it where it stands.
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, CONTRIBUTION_MEETING_OVER, MEETING_CANCELLED, CONTRIBUTION_STATE. [CN-6]
   */
  async take(ctx: WriteCtx, id: string, act: ContributionAct): Promise<ContributionAtWork> {
    const atWork = await this.lock(ctx, id)
    const { contribution, meeting, scope } = atWork
    this.access.require(ctx, `contribution.${act.toLowerCase()}`, scope)
    const isOver = meeting !== null && isOverAt(meeting, ctx.now)
    if (isOver && act !== 'HOLD') throw refuse('CONTRIBUTION_MEETING_OVER', { endsOn: meeting.endsOn })
    if (!mayNow(ctx.viewer, scope, act, contribution, isOver)) throw refuse('CONTRIBUTION_STATE')
    if (meeting?.state === 'CANCELLED' && needMeeting.includes(act)) throw refuse('MEETING_CANCELLED')
    return atWork
  }

  /** The same for whoever may see it. Refuses: NOT_FOUND. */
  async lock(ctx: WriteCtx, id: string): Promise<ContributionAtWork> {
    const contribution = await ctx.db.findOne(Contribution, { where: { id }, lock: { mode: 'for_no_key_update' } })
    if (!contribution) throw refuse('NOT_FOUND')
    const group = await ctx.db.findOneByOrFail(StandardsGroup, { id: contribution.groupId })
    const { meetingId } = contribution
    const meeting = meetingId === null ? null : await ctx.db.findOneByOrFail(Meeting, { id: meetingId })
    const contacts = await ctx.db.findBy(ContributionContact, { contributionId: id })
    const scope = contributionScope(
      contribution,
      group,
      meeting,
      contacts.map(({ personId }) => personId),
    )
    this.access.require(ctx, 'contribution.read', scope)
    return { contribution, group, meeting, scope }
  }

  /** A group in which the viewer may take a number. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, CONTRIBUTOR_NEEDED. [CN-1] */
  async groupFor(ctx: Ctx, slug: string): Promise<StandardsGroup> {
    const group = await ctx.db.findOneBy(StandardsGroup, { slug: slug.replaceAll('\0', '') })
    if (!group || !this.access.may(ctx, 'contribution.read', scopeOf(group))) {
      throw refuse('NOT_FOUND', {}, { field: 'input.group' })
    }
    if (this.access.may(ctx, 'contribution.reserve', scopeOf(group))) return group
    if (!isSignedIn(ctx.viewer)) throw refuse('SIGN_IN_REQUIRED')
    const names = (await helpersOf(ctx, group)).map(({ name }) => name)
    throw refuse('CONTRIBUTOR_NEEDED', { group: group.acronym ?? group.name, ask: names.join(', ') || 'none' })
  }

  /** A meeting of a group to which something can still be handed in. Refuses: NOT_FOUND, CONTRIBUTION_MEETING_OVER, MEETING_CANCELLED. */
  async meetingFor(ctx: Ctx, group: StandardsGroup, number: number): Promise<Meeting> {
    const meeting = await ctx.db.findOneBy(Meeting, { groupId: group.id, number })
    if (!meeting || !this.access.may(ctx, 'meeting.read', meetingScope(meeting, group))) {
      throw refuse('NOT_FOUND', {}, { field: 'input.meeting' })
    }
    const field = { field: 'input.meeting' }
    if (meeting.state === 'CANCELLED') throw refuse('MEETING_CANCELLED', {}, field)
    if (isOverAt(meeting, ctx.now)) throw refuse('CONTRIBUTION_MEETING_OVER', { endsOn: meeting.endsOn }, field)
    return meeting
  }

  /** Records what happened, for those who may see it with its group and meeting unless it is for fewer. */
  record(
    ctx: WriteCtx,
    verb: `contribution.${string}`,
    { contribution, scope }: Pick<ContributionAtWork, 'contribution' | 'scope'>,
    args: Record<string, unknown> = {},
    visibility: Visibility = scope.visibility,
  ): Promise<void> {
    return this.activity.record(ctx, {
      verb,
      object: { type: 'contribution', id: contribution.id },
      groupId: contribution.groupId,
      visibility,
      args: { number: contribution.number, ...args },
    })
  }
}

/** What a viewer may do with a contribution where it stands, as the SDL names it. */
export function permissionsNow(
  ctx: Ctx,
  { contribution, meeting, scope }: Omit<ContributionAtWork, 'group'>,
): string[] {
  const isOver = meeting !== null && isOverAt(meeting, ctx.now)
  const isCancelled = meeting?.state === 'CANCELLED'
  return contributionActs.filter(
    (act) => mayNow(ctx.viewer, scope, act, contribution, isOver) && !(isCancelled && needMeeting.includes(act)),
  )
}

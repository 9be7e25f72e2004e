import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { wordsFor } from '#schema/words/index.js'
import { Access } from '#server/common/access/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { groupsById } from '#server/process/groups/index.js'
import { ClosingConditions } from './closing-conditions.service.js'
import { MeetingClosing } from './meeting-closing.service.js'
import type { Meeting } from './meeting.entity.js'
import { meetingScope } from './meetings.access.js'

@Resolver('Meeting')
export class MeetingClosingResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly closing: MeetingClosing,
    private readonly conditions: ClosingConditions,
  ) {}

  @Mutation('closeMeeting')
  close(@Args('input') input: { id: string; expectedRevision: number }, @Context() ctx: Ctx): Promise<Meeting> {
    return this.unit.write(ctx, (tx) => this.closing.close(tx, input))
  }

  @Mutation('reopenMeeting')
  reopen(
    @Args('input') input: { id: string; expectedRevision: number; decision: string; reason: string },
    @Context() ctx: Ctx,
  ): Promise<Meeting> {
    return this.unit.write(ctx, (tx) => this.closing.reopen(tx, input))
  }

  @ResolveField('closingConditions')
  async closingConditions(@Parent() meeting: Meeting, @Context() ctx: Ctx) {
    const group = await groupsById(ctx).load(meeting.groupId)
    if (!group || !this.access.may(ctx, 'meeting.edit', meetingScope(meeting, group))) return []
    const words = wordsFor(ctx.language)
    return (await this.conditions.of(ctx, { meeting, group })).map(({ code, path, isMet }) => ({
      code,
      isMet,
      text: words.dynamic(`closing.${code}`),
      href: `/groups/${encodeURIComponent(group.slug)}/meetings/${meeting.number}${path}`,
    }))
  }
}

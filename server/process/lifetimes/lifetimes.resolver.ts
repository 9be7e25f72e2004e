import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { wordsFor } from '#schema/words/index.js'
import { Access } from '#server/common/access/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { scopeOf, type StandardsGroup } from '#server/process/groups/index.js'
import { LifetimeReminders } from './lifetime-reminders.service.js'

@Resolver('Group')
export class LifetimeRemindersResolver {
  constructor(
    private readonly access: Access,
    private readonly reminders: LifetimeReminders,
  ) {}

  @ResolveField('lifetimeReminders')
  async lifetimeReminders(@Parent() group: StandardsGroup, @Context() ctx: Ctx) {
    if (!this.access.may(ctx, 'group.settings', scopeOf(group))) return []
    const [planned, receivers] = await Promise.all([
      this.reminders.preview(ctx, group, wordsFor(ctx.language)),
      this.reminders.receivers(ctx, group),
    ])
    const people = receivers.map((id) => ({ id }))
    return planned.map((reminder) => ({ ...reminder, receivers: people }))
  }
}

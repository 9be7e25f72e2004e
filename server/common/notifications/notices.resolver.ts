import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import type { NoticeKind } from '#schema/vocabulary/notices.js'
import { explainNotice } from '#schema/words/explain-notice.js'
import { wordsFor } from '#schema/words/index.js'
import { UnitOfWork, type Ctx, type Viewer } from '#server/platform/context/index.js'
import type { Notice } from './notice.entity.js'
import { Notices } from './notices.service.js'

/** Notices of one answer. */
const MOST = 200

/** What one was told. All of it is one's own. */
@Resolver('Viewer')
export class NoticesResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  @ResolveField('notices')
  list(
    @Parent() { accountId }: Viewer,
    @Args('first') first: number | null,
    @Context() ctx: Ctx,
  ): Promise<Notice[]> | [] {
    return accountId === null ? [] : this.notices.of(ctx, accountId, Math.min(Math.max(first ?? 50, 0), MOST))
  }

  @ResolveField('unseenNotices')
  unseen(@Parent() { accountId }: Viewer, @Context() ctx: Ctx): Promise<number> | number {
    return accountId === null ? 0 : this.notices.unseen(ctx, accountId)
  }

  @ResolveField('noticesByMail')
  byMail(@Parent() { accountId }: Viewer, @Context() ctx: Ctx): Promise<NoticeKind[]> | [] {
    return accountId === null ? [] : this.notices.lettersOf(ctx, accountId)
  }

  @Mutation('markNoticesSeen')
  async markSeen(@Args('upTo') upTo: Date, @Context() ctx: Ctx): Promise<Viewer> {
    await this.unit.write(ctx, (tx) => this.notices.markSeen(tx, upTo))
    return ctx.viewer
  }

  @Mutation('chooseNoticesByMail')
  async choose(@Args('kinds') kinds: NoticeKind[], @Context() ctx: Ctx): Promise<Viewer> {
    await this.unit.write(ctx, (tx) => this.notices.choose(tx, kinds))
    return ctx.viewer
  }
}

@Resolver('Notice')
export class NoticeResolver {
  @ResolveField('text')
  text(@Parent() notice: Notice, @Context() ctx: Ctx): string {
    return explainNotice(wordsFor(ctx.language), notice)
  }

  @ResolveField('isNew')
  isNew(@Parent() { seenAt }: Notice): boolean {
    return seenAt === null
  }
}

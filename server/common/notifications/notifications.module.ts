import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { DigestJobs } from './digest-jobs.js'
import { DigestLink } from './digest-link.entity.js'
import { Digest } from './digest.entity.js'
import { Digests } from './digests.service.js'
import { NoticeChoice } from './notice-choice.entity.js'
import { NoticeLink } from './notice-link.entity.js'
import { Notice } from './notice.entity.js'
import { NoticeResolver, NoticesResolver } from './notices.resolver.js'
import { Notices } from './notices.service.js'
import { Follow } from './follow.entity.js'
import { Follows } from './follows.service.js'
import { FollowResolver, NotificationsResolver, SavedViewResolver } from './notifications.resolver.js'
import { SavedView } from './saved-view.entity.js'
import { SavedViews } from './saved-views.service.js'

/**
 * Who wants to hear what: things, topics and views that somebody follows, the views that they keep, the news of all that on a page of their own
 * and, where they wish, by letter. News are events of the record that concern what is followed; which do, the rooms say (`Concerns`). All of it
 * belongs to one account and goes with it. And what people are told without asking, because it concerns them: notices. Rules: docs/rules/common.md (NO).
 */
@Module({
  imports: [TypeOrmModule.forFeature([Follow, SavedView, Digest, DigestLink, Notice, NoticeChoice, NoticeLink])],
  providers: [
    Follows,
    SavedViews,
    Digests,
    DigestJobs,
    NotificationsResolver,
    FollowResolver,
    SavedViewResolver,
    Notices,
    NoticesResolver,
    NoticeResolver,
  ],
  exports: [Follows, SavedViews, Digests, Notices],
})
export class NotificationsModule {}

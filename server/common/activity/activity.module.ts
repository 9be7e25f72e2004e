import { Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { ActivityResolver } from './activity.resolver.js'
import { Activity } from './activity.service.js'
import { Concerns } from './concerns.js'
import { ActivityEvent } from './event.entity.js'
import { ActivityFeed } from './feed.js'
import { Objects } from './objects.js'
import { RegisterRevision } from './revision.js'
import { Sealer } from './sealer.js'

/**
 * The record of who did what to what, when: written by verbs in their own transaction, never altered, chained by hash in the background, told
 * to whoever listens. Holds ids and never names; what events are about is described by the rooms above (`Objects`).
 * Rules: docs/rules/common.md (AC, VI).
 */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ActivityEvent])],
  providers: [Activity, ActivityFeed, ActivityResolver, Concerns, Objects, RegisterRevision, Sealer],
  exports: [Activity, ActivityFeed, Concerns, Objects, RegisterRevision, Sealer],
})
export class ActivityModule {}

import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { NotificationsModule } from '#server/common/notifications/index.js'
import { ReadingModule } from '#server/drafting/reading/index.js'
import { DecisionsModule } from '#server/process/decisions/index.js'
import { MeetingsModule } from '#server/process/meetings/index.js'
import { ItemsModule } from '#server/roadmap/items/index.js'
import { DeliverableApproval } from './deliverable-approval.entity.js'
import { DeliverableVersion } from './deliverable-version.entity.js'
import { DeliverablesModule } from './deliverables.module.js'
import { EditorsFollow } from './editors-follow.service.js'
import { Freezing } from './freezing.service.js'
import { FrozenTexts } from './frozen-texts.service.js'
import { DeliverableHandOversResolver, TransmissionResolver } from './hand-overs.resolver.js'
import { HandOvers } from './hand-overs.service.js'
import { Transmission } from './transmission.entity.js'
import { TransmittedPackage } from './transmitted-package.entity.js'
import {
  ApprovalResolver,
  DecisionApprovalsResolver,
  DeliverableVersionsResolver,
  FindingResolver,
  VersionResolver,
} from './versions.resolver.js'
import { DeliverableVersions } from './versions.service.js'

/**
 * Texts of deliverables frozen for good, their approval by the group, and what is sent to the parent and comes back. A frozen text is a file with a
 * hash (frozen-text.ts); what was sent is a package with a manifest (transmission-package.ts). Whoever may not see a text sees no version of it.
 * Rules: docs/rules/process.md (DE-5 to DE-10, DV-4 to DV-8, D-FG-3).
 */
@Module({
  imports: [
    DeliverablesModule,
    DecisionsModule,
    ItemsModule,
    MeetingsModule,
    NotificationsModule,
    ReadingModule,
    TypeOrmModule.forFeature([DeliverableVersion, DeliverableApproval, Transmission, TransmittedPackage]),
  ],
  providers: [
    DeliverableVersions,
    DeliverableVersionsResolver,
    VersionResolver,
    FindingResolver,
    ApprovalResolver,
    DecisionApprovalsResolver,
    Freezing,
    FrozenTexts,
    HandOvers,
    DeliverableHandOversResolver,
    TransmissionResolver,
    EditorsFollow,
  ],
  exports: [DeliverableVersions, FrozenTexts, HandOvers],
})
export class DeliverableVersionsModule {}

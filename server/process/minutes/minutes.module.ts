import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { People, PeopleModule } from '#server/community/people/index.js'
import { CollaborationModule } from '#server/drafting/collaboration/index.js'
import { DocumentsModule } from '#server/drafting/documents/index.js'
import { DecisionsModule } from '#server/process/decisions/index.js'
import { DeliverableVersionsModule } from '#server/process/deliverables/index.js'
import { GroupsModule } from '#server/process/groups/index.js'
import { ClosingSequels, MeetingsModule, ReopeningSequels } from '#server/process/meetings/index.js'
import { RegistrationModule } from '#server/process/registration/index.js'
import { FreezingMinutes } from './freezing-minutes.service.js'
import { Following } from './following.service.js'
import { Minutes, MinutesClause } from './minutes.entity.js'
import {
  DocumentMinutesResolver,
  MeetingMinutesResolver,
  MinutesRecordResolver,
  MinutesResolver,
  MinutesVersionResolver,
} from './minutes.resolver.js'
import { MinutesOfMeetings } from './minutes.service.js'
import { MinutesRecord } from './minutes-record.entity.js'
import { MinutesVersion } from './minutes-version.entity.js'
import { MinutesText } from './minutes-text.service.js'
import { NewClauses } from './new-clauses.service.js'
import { Takers } from './takers.service.js'

/**
 * Minutes of meetings: a shared text that the agenda seeds and in which decisions, reservations and others are paragraphs that are rows at the same
 * time. Whoever leaves such a paragraph has it kept in their own name (minutes.service.ts); what is changed in a row is written in the text
 * (following.service.ts). With their meeting they are frozen (freezing-minutes.service.ts). Rules: docs/rules/process.md (RC).
 */
@Module({
  imports: [
    GroupsModule,
    DecisionsModule,
    RegistrationModule,
    PeopleModule,
    MeetingsModule,
    DeliverableVersionsModule,
    DocumentsModule,
    CollaborationModule,
    TypeOrmModule.forFeature([Minutes, MinutesClause, MinutesRecord, MinutesVersion]),
  ],
  providers: [
    MinutesOfMeetings,
    MinutesText,
    Takers,
    Following,
    FreezingMinutes,
    NewClauses,
    MinutesResolver,
    MinutesVersionResolver,
    MinutesRecordResolver,
    MeetingMinutesResolver,
    DocumentMinutesResolver,
  ],
  exports: [MinutesOfMeetings, Following, FreezingMinutes],
})
export class MinutesModule implements OnModuleInit {
  constructor(
    private readonly people: People,
    private readonly minutes: MinutesOfMeetings,
    private readonly closing: ClosingSequels,
    private readonly reopening: ReopeningSequels,
    private readonly freezing: FreezingMinutes,
  ) {}

  onModuleInit(): void {
    this.people.forgetWith((ctx, personId) => this.minutes.forget(ctx, personId))
    this.closing.add((ctx, atWork) => this.freezing.freeze(ctx, atWork))
    this.reopening.add((ctx, atWork) => this.freezing.thaw(ctx, atWork))
  }
}

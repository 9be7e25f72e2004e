import { Injectable, Module, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { FileScopes } from '#server/common/files/index.js'
import { NotificationsModule } from '#server/common/notifications/index.js'
import { CollaborationModule } from '#server/drafting/collaboration/index.js'
import { DocumentsModule } from '#server/drafting/documents/index.js'
import { ReadingModule } from '#server/drafting/reading/index.js'
import { system, UnitOfWork } from '#server/platform/context/index.js'
import { Jobs } from '#server/platform/jobs/index.js'
import { Clock } from '#server/platform/time/index.js'
import { groupsById } from '#server/process/groups/index.js'
import { AlsoMoves, meetingsById, MeetingsModule } from '#server/process/meetings/index.js'
import { ContributionCovers } from './contribution-covers.service.js'
import {
  ConcernedClauseResolver,
  ContributionVerbsResolver,
  GroupContributionsResolver,
  MeetingOutlookResolver,
} from './contribution-verbs.resolver.js'
import { contributionScope } from './contributions.access.js'
import { ContributionNews } from './contribution-news.service.js'
import { ContributionsAtWork } from './contributions-at-work.service.js'
import { contactsByContribution, contributionsById } from './contributions.loader.js'
import { ContributionsModule } from './contributions.module.js'
import { mayReadFile } from './contributions.resolver.js'
import { Contributions } from './contributions.service.js'
import { Cosigning } from './cosigning.service.js'
import { HandingIn } from './handing-in.service.js'
import { LateContributions } from './late-contributions.service.js'
import { Numbering } from './numbering.service.js'
import { StandingMoves } from './standing-moves.service.js'

/** Looks every hour for numbers that have lapsed, and for what was held and has a meeting now. */
@Injectable()
export class ContributionSweeper implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly unit: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly late: LateContributions,
  ) {}

  onModuleInit(): void {
    this.jobs.define('contributions.sweep', () => this.sweep(), { every: '41 * * * *' })
  }

  async sweep(): Promise<void> {
    const ctx = {
      viewer: system,
      now: this.clock.now(),
      language: 'en' as const,
      db: this.dataSource.manager,
      requestId: 'contributions.sweep',
    }
    await this.unit.write(ctx, (tx) => this.late.sweep(tx))
  }
}

/** What is done with contributions: numbers, covers, handing in, co-signing, what becomes of late ones, and their files. */
@Module({
  imports: [
    ContributionsModule,
    MeetingsModule,
    DocumentsModule,
    CollaborationModule,
    ReadingModule,
    NotificationsModule,
  ],
  providers: [
    ContributionsAtWork,
    ContributionNews,
    ContributionCovers,
    Numbering,
    Contributions,
    HandingIn,
    LateContributions,
    Cosigning,
    StandingMoves,
    ContributionSweeper,
    ContributionVerbsResolver,
    ConcernedClauseResolver,
    MeetingOutlookResolver,
    GroupContributionsResolver,
  ],
  exports: [Contributions, HandingIn, LateContributions, Cosigning, ContributionSweeper],
})
export class ContributionVerbsModule implements OnModuleInit {
  constructor(
    private readonly files: FileScopes,
    private readonly alsoMoves: AlsoMoves,
    private readonly moves: StandingMoves,
  ) {}

  onModuleInit(): void {
    this.alsoMoves.add(this.moves)
    this.files.allow({
      type: 'contribution',
      find: async (ctx, ids) => {
        const found = await Promise.all(
          ids.map(async (id) => {
            const contribution = await contributionsById(ctx).load(id)
            const group = contribution && (await groupsById(ctx).load(contribution.groupId))
            if (!contribution || !group) return []
            const { meetingId } = contribution
            const meeting = meetingId === null ? null : await meetingsById(ctx).load(meetingId)
            const contacts = await contactsByContribution(ctx).load(id)
            const people = contacts.map(({ personId }) => personId)
            return [[id, { id, ...contributionScope(contribution, group, meeting, people) }] as const]
          }),
        )
        return new Map(found.flat())
      },
      add: 'contribution.upload',
      takes: 'DOCUMENTS',
      mayRead: mayReadFile,
    })
  }
}

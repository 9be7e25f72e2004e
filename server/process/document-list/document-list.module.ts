import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AgendaModule, BlockApprovals, DocumentsAtHand } from '#server/process/agenda/index.js'
import { ContributionsModule } from '#server/process/contributions/index.js'
import { Blockers, GroupsModule } from '#server/process/groups/index.js'
import { MeetingsModule } from '#server/process/meetings/index.js'
import { Allocating } from './allocating.service.js'
import { ConcernedClauses } from './concerned-clauses.service.js'
import { AllocationRule } from './allocation-rule.entity.js'
import { AllocationRun } from './allocation-run.entity.js'
import { Allocation } from './allocation.entity.js'
import {
  AllocationRuleResolver,
  AllocationRunResolver,
  ContributionAtMeetingsResolver,
  DocumentStepResolver,
  HandedInResolver,
  MeetingDocumentConnectionResolver,
  MeetingDocumentResolver,
  MeetingDocumentsResolver,
} from './document-list.resolver.js'
import { documentBlockerSource } from './blockers.loader.js'
import { documentsAtHand } from './document-list.loader.js'
import { DocumentNews } from './document-news.service.js'
import { DocumentStep } from './document-step.entity.js'
import { ListedDocument } from './listed-document.entity.js'
import { SettledInBlock } from './settled-in-block.service.js'
import { Settling } from './settling.service.js'
import { WhatChanged } from './what-changed.service.js'

/**
 * The one live table of a meeting: its contributions, under which rows of the agenda they stand, how far they have come and what became of them. The
 * database makes a line for each contribution and announces each change (document-news.service.ts). What can be said of a document: settling.ts;
 * how documents lead to each other: document-links.ts; where rules send them: where-to.ts. Rules: docs/rules/process.md (DL).
 */
@Module({
  imports: [
    GroupsModule,
    MeetingsModule,
    AgendaModule,
    ContributionsModule,
    TypeOrmModule.forFeature([ListedDocument, DocumentStep, Allocation, AllocationRun, AllocationRule]),
  ],
  providers: [
    Settling,
    SettledInBlock,
    Allocating,
    DocumentNews,
    WhatChanged,
    ConcernedClauses,
    MeetingDocumentsResolver,
    MeetingDocumentConnectionResolver,
    MeetingDocumentResolver,
    DocumentStepResolver,
    HandedInResolver,
    AllocationRunResolver,
    AllocationRuleResolver,
    ContributionAtMeetingsResolver,
  ],
  exports: [Settling, Allocating, DocumentNews, ConcernedClauses],
})
export class DocumentListModule implements OnModuleInit {
  constructor(
    private readonly atHand: DocumentsAtHand,
    private readonly approvals: BlockApprovals,
    private readonly inBlock: SettledInBlock,
    private readonly blockers: Blockers,
  ) {}

  onModuleInit(): void {
    this.atHand.findWith(documentsAtHand)
    this.blockers.register(documentBlockerSource)
    this.approvals.onApproved((ctx, block) => this.inBlock.settle(ctx, block))
  }
}

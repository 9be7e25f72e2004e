import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Concerns, Objects } from '#server/common/activity/index.js'
import { NotificationsModule } from '#server/common/notifications/index.js'
import { SharedDocument } from '#server/drafting/documents/index.js'
import { AgendaModule, BlockApprovals } from '#server/process/agenda/index.js'
import { ContributionsModule } from '#server/process/contributions/index.js'
import { Blockers, GroupsModule } from '#server/process/groups/index.js'
import { ClosingConditions, MeetingsModule } from '#server/process/meetings/index.js'
import { GapsModule } from '#server/roadmap/gaps/index.js'
import { ItemsModule } from '#server/roadmap/items/index.js'
import { OverlapsModule } from '#server/roadmap/overlaps/index.js'
import { actionBlockerSource } from './blockers.loader.js'
import { ActionItem } from './action-item.entity.js'
import { ActionStep } from './action-step.entity.js'
import {
  ActionConnectionResolver,
  ActionResolver,
  ActionStepResolver,
  DecisionActionsResolver,
  MeetingActionsResolver,
  PatentQuestionResolver,
  ViewerActionsResolver,
} from './actions.resolver.js'
import { Actions } from './actions.service.js'
import { BlockDecisions } from './block-decisions.service.js'
import { ConsensusAnswer } from './consensus-answer.entity.js'
import { ConsensusCall } from './consensus-call.entity.js'
import { ConsensusAnswerResolver, ConsensusCallResolver, GroupCallsResolver } from './consensus-calls.resolver.js'
import { ConsensusNews } from './consensus-news.service.js'
import { ConsensusCalls } from './consensus-calls.service.js'
import { DecidedTexts } from './decided-texts.service.js'
import { DecisionCorrection } from './decision-correction.entity.js'
import { Decision } from './decision.entity.js'
import { tellOfDecisions } from './decisions.news.js'
import {
  DecisionConnectionResolver,
  DecisionCorrectionResolver,
  DecisionResolver,
  GapDecisionsResolver,
  GroupDecisionsResolver,
  MeetingDecisionsResolver,
} from './decisions.resolver.js'
import { Decisions } from './decisions.service.js'
import { patentAnswerRecorded } from './patent-answer.js'
import { PatentQuestion } from './patent-question.entity.js'
import { patentQuestionOf, PatentQuestions } from './patent-questions.service.js'
import { Places } from './places.service.js'
import { Reservation } from './reservation.entity.js'
import { GroupReservationsResolver, MeetingReservationsResolver, ReservationResolver } from './reservations.resolver.js'
import { Reservations } from './reservations.service.js'
import { Subjects } from './subjects.service.js'

/**
 * What a group decided, at a meeting or between two: by consensus, never by counting. A decision has a number of its own for good and is undone
 * only by another one; what people hold against a matter is kept with their words, and answered before the group says it is of one mind.
 * Actions say who does what by when and come back until they are done; each meeting is asked for known patents.
 * Rules: consensus.ts [DC-7, DC-8], action-states.ts [AC], patent-answer.ts [MN-1], call-days.ts [CC-2], text-hash.ts [DC-6], docs/rules/process.md (ME-12, DC).
 */
@Module({
  imports: [
    NotificationsModule,
    GroupsModule,
    MeetingsModule,
    AgendaModule,
    ContributionsModule,
    GapsModule,
    ItemsModule,
    OverlapsModule,
    TypeOrmModule.forFeature([
      Decision,
      DecisionCorrection,
      Reservation,
      ActionItem,
      ActionStep,
      PatentQuestion,
      ConsensusCall,
      ConsensusAnswer,
      SharedDocument,
    ]),
  ],
  providers: [
    Decisions,
    BlockDecisions,
    Reservations,
    Actions,
    PatentQuestions,
    ConsensusCalls,
    ConsensusNews,
    Places,
    Subjects,
    DecidedTexts,
    DecisionResolver,
    DecisionConnectionResolver,
    DecisionCorrectionResolver,
    MeetingDecisionsResolver,
    GapDecisionsResolver,
    GroupDecisionsResolver,
    ReservationResolver,
    MeetingReservationsResolver,
    GroupReservationsResolver,
    ActionResolver,
    ActionStepResolver,
    ActionConnectionResolver,
    DecisionActionsResolver,
    MeetingActionsResolver,
    PatentQuestionResolver,
    ViewerActionsResolver,
    ConsensusCallResolver,
    ConsensusAnswerResolver,
    GroupCallsResolver,
  ],
  exports: [Decisions, Reservations, Actions, PatentQuestions, ConsensusCalls, DecidedTexts, Subjects],
})
export class DecisionsModule implements OnModuleInit {
  constructor(
    private readonly objects: Objects,
    private readonly concerns: Concerns,
    private readonly blockers: Blockers,
    private readonly closing: ClosingConditions,
    private readonly approvals: BlockApprovals,
    private readonly blocks: BlockDecisions,
  ) {}

  onModuleInit(): void {
    tellOfDecisions(this.objects, this.concerns)
    this.blockers.register(actionBlockerSource)
    this.approvals.onApproved((ctx, block) => this.blocks.record(ctx, block))
    this.closing.add({
      code: 'PATENT_ANSWER',
      path: '/patents',
      isMet: async (ctx, { meeting }) =>
        patentAnswerRecorded((await patentQuestionOf(ctx).load(meeting.id))[0] ?? null),
    })
  }
}

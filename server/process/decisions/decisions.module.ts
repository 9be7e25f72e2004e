import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AgendaModule } from '#server/process/agenda/index.js'
import { MeetingsModule } from '#server/process/meetings/index.js'
import { Decision } from './decision.entity.js'
import { DecisionResolver, MeetingDecisionsResolver } from './decisions.resolver.js'

/**
 * What a group decided, at a meeting or between two: by consensus, never by counting. A decision has a number of its own for good and is undone
 * only by another one. Rules: docs/rules/process.md (ME-12).
 */
@Module({
  imports: [MeetingsModule, AgendaModule, TypeOrmModule.forFeature([Decision])],
  providers: [DecisionResolver, MeetingDecisionsResolver],
})
export class DecisionsModule {}

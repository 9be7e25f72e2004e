import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { MeetingsModule } from '#server/process/meetings/index.js'
import { AgendaItem } from './agenda-item.entity.js'
import { AgendaItemResolver, MeetingAgendaResolver } from './agenda.resolver.js'

/**
 * The agenda of a meeting: a tree of rows, never a file, so that contributions, decisions and minutes can point to a row. Numbers follow from
 * the order (agenda-numbers.ts). A row is at most as visible as its meeting, and what hangs from a hidden row is hidden with it.
 * Rules: docs/rules/process.md (ME-10).
 */
@Module({
  imports: [MeetingsModule, TypeOrmModule.forFeature([AgendaItem])],
  providers: [AgendaItemResolver, MeetingAgendaResolver],
})
export class AgendaModule {}

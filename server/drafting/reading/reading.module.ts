import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CollaborationModule } from '#server/drafting/collaboration/index.js'
import { ClauseText } from './clause-text.entity.js'
import { ClauseTexts } from './clause-texts.service.js'
import { ClauseResolver, DocumentReadingResolver } from './reading.resolver.js'
import { Readings } from './readings.service.js'

/**
 * Shared texts to be read: clause by clause, with numbers, without writing anything in them, and never on the main thread. What was read is kept
 * until the text changes. The words of the clauses are kept in a table and brought up to date behind the text, for searching. Reading itself is in
 * read-text.ts. Rules: docs/rules/drafting.md (RD).
 */
@Module({
  imports: [CollaborationModule, TypeOrmModule.forFeature([ClauseText])],
  providers: [Readings, ClauseTexts, DocumentReadingResolver, ClauseResolver],
  exports: [Readings, ClauseTexts],
})
export class ReadingModule {}

import { Module, type OnModuleInit } from '@nestjs/common'
import { ReadingModule, Readings } from '#server/drafting/reading/index.js'
import { ConcernedClauses } from './concerned-clauses.service.js'
import { DocumentListModule } from './document-list.module.js'

/** Reads the drafts that contributions are about, beside the room: where the room is needed alone, nothing of shared writing runs. */
@Module({ imports: [DocumentListModule, ReadingModule] })
export class ConcernedClausesModule implements OnModuleInit {
  constructor(
    private readonly concerned: ConcernedClauses,
    private readonly readings: Readings,
  ) {}

  onModuleInit(): void {
    this.concerned.readWith(async (document) => (await this.readings.of(document)).clauses)
  }
}

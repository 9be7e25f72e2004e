import { Module, type OnModuleInit } from '@nestjs/common'
import { ReadingModule, Readings } from '#server/drafting/reading/index.js'
import { DecidedTexts } from './decided-texts.service.js'
import { DecisionsModule } from './decisions.module.js'
import { textHash } from './text-hash.js'

/** Reads the texts that groups decide on, beside the room: where the room is needed alone, nothing of shared writing runs. */
@Module({ imports: [DecisionsModule, ReadingModule] })
export class DecidedTextsModule implements OnModuleInit {
  constructor(
    private readonly texts: DecidedTexts,
    private readonly readings: Readings,
  ) {}

  onModuleInit(): void {
    this.texts.readWith(async (document) => textHash((await this.readings.of(document)).clauses))
  }
}

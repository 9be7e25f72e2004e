import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Blockers, GroupsModule } from '#server/process/groups/index.js'
import { AlsoMoves, MeetingsModule } from '#server/process/meetings/index.js'
import { RegistrationModule } from '#server/process/registration/index.js'
import './convening.access.js'
import { ConveningIssue } from './convening-issue.entity.js'
import { ConveningLetter } from './convening-letter.entity.js'
import { ConveningWording } from './convening-wording.entity.js'
import { CallIssueResolver, ConveningLetterResolver, MeetingConveningResolver } from './convening.resolver.js'
import { Convening } from './convening.service.js'
import { LetterBlockers } from './letter-blockers.service.js'
import { LetterMoves } from './letter-moves.service.js'

/**
 * The letter that convenes a meeting: composed from the meeting's data (letter.ts), worded anew where somebody wants to (draft.ts), frozen with its
 * hash when it is issued, which announces the meeting, and corrected by numbered corrigenda. It names no person, for what is issued is
 * never altered. It stands above registration and agenda, which it tells of. Rules: docs/rules/process.md (CL).
 */
@Module({
  imports: [
    GroupsModule,
    MeetingsModule,
    RegistrationModule,
    TypeOrmModule.forFeature([ConveningLetter, ConveningWording, ConveningIssue]),
  ],
  providers: [
    Convening,
    LetterMoves,
    LetterBlockers,
    MeetingConveningResolver,
    ConveningLetterResolver,
    CallIssueResolver,
  ],
  exports: [Convening],
})
export class ConveningModule implements OnModuleInit {
  constructor(
    private readonly alsoMoves: AlsoMoves,
    private readonly blockers: Blockers,
    private readonly letters: LetterBlockers,
    private readonly moves: LetterMoves,
  ) {}

  onModuleInit(): void {
    this.alsoMoves.add(this.moves)
    this.blockers.register(this.letters)
  }
}

import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { People, PeopleModule } from '#server/community/people/index.js'
import { Blockers, GroupsModule } from '#server/process/groups/index.js'
import { AlsoMoves, Audiences, MeetingsModule } from '#server/process/meetings/index.js'
import './registration.access.js'
import { AttestedPresences } from './attested.service.js'
import { registrationBlockerSource } from './blockers.loader.js'
import { Desks } from './desks.service.js'
import { Offers } from './offers.service.js'
import { OpeningMoves } from './opening-moves.service.js'
import { Presence } from './presence.entity.js'
import { AttendanceResolver, MeetingAttendanceResolver } from './presence.resolver.js'
import { Presences } from './presences.service.js'
import { RegistrationConsent } from './registration-consent.entity.js'
import { RegistrationOffer } from './registration-offer.entity.js'
import { Registration } from './registration.entity.js'
import {
  MeetingRegistrationResolver,
  ParticipantConnectionResolver,
  ParticipantResolver,
  RegistrationConnectionResolver,
  RegistrationNumbersResolver,
  RegistrationOfferResolver,
  RegistrationResolver,
} from './registration.resolver.js'
import { registeredPeople } from './registered-people.reads.js'
import { Registrations } from './registrations.service.js'

/**
 * Who comes to a meeting and how: what is offered, who registered, who waits for a place (places.ts), when one can (registration-window.ts), who
 * was there from when to when (attendance.ts). One place is given away at a time, under the lock of the offer. What tells who somebody is goes when
 * they are erased; the rows stay. Rules: docs/rules/process.md (PA, RG).
 */
@Module({
  imports: [
    GroupsModule,
    MeetingsModule,
    PeopleModule,
    TypeOrmModule.forFeature([RegistrationOffer, RegistrationConsent, Registration, Presence]),
  ],
  providers: [
    Desks,
    Offers,
    OpeningMoves,
    Registrations,
    Presences,
    AttestedPresences,
    MeetingRegistrationResolver,
    RegistrationOfferResolver,
    RegistrationResolver,
    ParticipantResolver,
    RegistrationNumbersResolver,
    RegistrationConnectionResolver,
    ParticipantConnectionResolver,
    MeetingAttendanceResolver,
    AttendanceResolver,
  ],
  exports: [Offers, Registrations, Presences, AttestedPresences],
})
export class RegistrationModule implements OnModuleInit {
  constructor(
    private readonly people: People,
    private readonly registrations: Registrations,
    private readonly audiences: Audiences,
    private readonly blockers: Blockers,
    private readonly alsoMoves: AlsoMoves,
    private readonly moves: OpeningMoves,
  ) {}

  onModuleInit(): void {
    this.blockers.register(registrationBlockerSource)
    this.alsoMoves.add(this.moves)
    this.audiences.alsoConcerned('REGISTERED', (ctx, meetingId) => registeredPeople(ctx, meetingId))
    this.people.forgetWith((ctx, personId) => this.registrations.forget(ctx, personId))
  }
}

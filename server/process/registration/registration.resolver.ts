import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { Access } from '#server/common/access/index.js'
import { organisationsById } from '#server/community/organisations/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { groupsById } from '#server/process/groups/index.js'
import { Meeting, meetingsById } from '#server/process/meetings/index.js'
import { meetingSpan } from './attendance.js'
import { modesOf } from './desks.service.js'
import { deskOf } from './desk.reads.js'
import { Offers, type OfferRegistration } from './offers.service.js'
import { phaseAt } from './registration-window.js'
import { registrationScope } from './registration.access.js'
import { RegistrationConsent } from './registration-consent.entity.js'
import type { RegistrationOffer } from './registration-offer.entity.js'
import { Registration } from './registration.entity.js'
import {
  numbersByMeeting,
  offersByMeeting,
  ownByMeeting,
  registrationsById,
  type PlacedRegistration,
  type RegistrationNumbers,
} from './registration.loader.js'
import {
  countryCounts,
  participantPage,
  registrationPage,
  type Listed,
  type ParticipantRow,
  type RegistrationFilter,
} from './registrations.reads.js'
import { Registrations, type ChangeRegistration, type Register, type RegisterByHand } from './registrations.service.js'

type Once = { readonly idempotencyKey: string }

@Resolver('Meeting')
export class MeetingRegistrationResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly offers: Offers,
  ) {}

  @Mutation('offerRegistration')
  async offer(@Args('input') input: OfferRegistration, @Context() ctx: Ctx) {
    await this.unit.write(ctx, (tx) => this.offers.offer(tx, input))
    offersByMeeting(ctx).clear(input.meetingId)
    return meetingsById(ctx).load(input.meetingId)
  }

  @ResolveField('registration')
  registration(@Parent() meeting: Meeting & { asOf?: string | null }, @Context() ctx: Ctx) {
    return meeting.asOf ? null : offersByMeeting(ctx).load(meeting.id)
  }

  @ResolveField('registrationMay')
  async registrationMay(@Parent() meeting: Meeting, @Context() ctx: Ctx): Promise<string[]> {
    const [group, offer] = await Promise.all([
      groupsById(ctx).load(meeting.groupId),
      offersByMeeting(ctx).load(meeting.id),
    ])
    return group
      ? this.access.allowed(ctx, 'registration', registrationScope(meeting, group, offer?.audience ?? null))
      : []
  }
}

@Resolver('RegistrationOffer')
export class RegistrationOfferResolver {
  constructor(private readonly access: Access) {}

  @ResolveField('phase')
  async phase(@Parent() { meetingId, opensOn }: RegistrationOffer, @Context() ctx: Ctx) {
    const desk = (await deskOf(ctx, meetingId))!
    return ['CANCELLED', 'CLOSED'].includes(desk.meeting.state) ? 'CLOSED' : phaseAt(desk.windowFor(opensOn), ctx.now)
  }

  @ResolveField('closesAt')
  async closesAt(@Parent() { meetingId, opensOn }: RegistrationOffer, @Context() ctx: Ctx): Promise<Date> {
    return (await deskOf(ctx, meetingId))!.windowFor(opensOn).closesAt
  }

  @ResolveField('visaClosesAt')
  async visaClosesAt(
    @Parent() { meetingId, opensOn, offersVisaSupport }: RegistrationOffer,
    @Context() ctx: Ctx,
  ): Promise<Date | null> {
    return offersVisaSupport ? (await deskOf(ctx, meetingId))!.windowFor(opensOn).visaClosesAt : null
  }

  /** Where a key date of the group closes registration, that of the group's deadlines; where the meeting does, that of its place. */
  @ResolveField('zone')
  async zone(@Parent() { meetingId, opensOn }: RegistrationOffer, @Context() ctx: Ctx): Promise<string> {
    const { meeting, group, windowFor } = (await deskOf(ctx, meetingId))!
    return windowFor(opensOn).closesAt < meetingSpan(meeting).to ? group.deadlineZone : meeting.zone
  }

  @ResolveField('modes')
  async modes(@Parent() offer: RegistrationOffer, @Context() ctx: Ctx) {
    return modesOf((await meetingsById(ctx).load(offer.meetingId))!, offer)
  }

  @ResolveField('placesLeft')
  async placesLeft(@Parent() { meetingId, placesOnsite }: RegistrationOffer, @Context() ctx: Ctx) {
    if (placesOnsite === null) return null
    return Math.max(0, placesOnsite - ((await numbersByMeeting(ctx).load(meetingId))?.onsite ?? 0))
  }

  @ResolveField('waiting')
  async waiting(@Parent() { meetingId }: RegistrationOffer, @Context() ctx: Ctx): Promise<number> {
    return (await numbersByMeeting(ctx).load(meetingId))?.waiting ?? 0
  }

  @ResolveField('consentText')
  async consentText(
    @Parent() { meetingId, consentVersion: version }: RegistrationOffer,
    @Context() ctx: Ctx,
  ): Promise<string> {
    return (await ctx.db.findOneByOrFail(RegistrationConsent, { meetingId, version })).text
  }

  @ResolveField('mine')
  mine(@Parent() { meetingId }: RegistrationOffer, @Context() ctx: Ctx) {
    return ownByMeeting(ctx).load(meetingId)
  }

  @ResolveField('participants')
  participants(@Parent() { meetingId }: RegistrationOffer, @Args() args: PageInput, @Context() ctx: Ctx) {
    return participantPage(ctx, meetingId, pageArgs(args))
  }

  @ResolveField('registrations')
  async registrations(
    @Parent() offer: RegistrationOffer,
    @Args() { filter, ...args }: PageInput & { filter?: RegistrationFilter | null },
    @Context() ctx: Ctx,
  ) {
    return (await this.keepsList(ctx, offer))
      ? registrationPage(ctx, offer.meetingId, filter ?? {}, pageArgs(args))
      : null
  }

  @ResolveField('numbers')
  async numbers(@Parent() offer: RegistrationOffer, @Context() ctx: Ctx): Promise<RegistrationNumbers | null> {
    if (!(await this.keepsList(ctx, offer))) return null
    const none = { meetingId: offer.meetingId, onsite: 0, remote: 0, waiting: 0, withdrawn: 0, visaSupport: 0 }
    return (await numbersByMeeting(ctx).load(offer.meetingId)) ?? none
  }

  private async keepsList(ctx: Ctx, { meetingId, audience }: RegistrationOffer): Promise<boolean> {
    const { meeting, group } = (await deskOf(ctx, meetingId))!
    return this.access.may(ctx, 'registration.seeList', registrationScope(meeting, group, audience))
  }
}

@Resolver('Registration')
export class RegistrationResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly registrations: Registrations,
  ) {}

  @Mutation('registerForMeeting')
  register(@Args('input') input: Register & Once, @Context() ctx: Ctx): Promise<PlacedRegistration> {
    return this.placed(ctx, () =>
      this.unit.writeOnce(
        ctx,
        { key: input.idempotencyKey, verb: 'registration.made', input },
        (tx) => this.registrations.register(tx, input),
        (tx, id) => tx.db.findOneByOrFail(Registration, { id }),
      ),
    )
  }

  @Mutation('registerByHand')
  registerByHand(@Args('input') input: RegisterByHand & Once, @Context() ctx: Ctx): Promise<PlacedRegistration> {
    return this.placed(ctx, () =>
      this.unit.writeOnce(
        ctx,
        { key: input.idempotencyKey, verb: 'registration.madeByHand', input },
        (tx) => this.registrations.registerByHand(tx, input),
        (tx, id) => tx.db.findOneByOrFail(Registration, { id }),
      ),
    )
  }

  @Mutation('changeRegistration')
  change(@Args('input') input: ChangeRegistration, @Context() ctx: Ctx): Promise<PlacedRegistration> {
    return this.placed(ctx, () => this.unit.write(ctx, (tx) => this.registrations.change(tx, input)))
  }

  @Mutation('withdrawRegistration')
  withdraw(
    @Args('input') input: { id: string; expectedRevision: number },
    @Context() ctx: Ctx,
  ): Promise<PlacedRegistration> {
    return this.placed(ctx, () => this.unit.write(ctx, (tx) => this.registrations.withdraw(tx, input)))
  }

  @ResolveField('person')
  person(@Parent() { personId }: Registration): { id: string } {
    return { id: personId }
  }

  @ResolveField('registeredBy')
  registeredBy(@Parent() { registeredBy, personId }: Registration): { id: string } | null {
    return registeredBy === null || registeredBy === personId ? null : { id: registeredBy }
  }

  @ResolveField('organisation')
  organisation(@Parent() { organisationId }: Registration, @Context() ctx: Ctx) {
    return organisationId === null ? null : organisationsById(ctx).load(organisationId)
  }

  @ResolveField('visaNeeds')
  async visaNeeds(@Parent() registration: Registration, @Context() ctx: Ctx): Promise<string | null> {
    const { visaNeeds, personId, meetingId } = registration
    if (visaNeeds === null || personId === ctx.viewer.personId) return visaNeeds
    const desk = await deskOf(ctx, meetingId)
    const scope = desk && registrationScope(desk.meeting, desk.group, null)
    return scope && this.access.may(ctx, 'registration.seeVisaNeeds', scope) ? visaNeeds : null
  }

  /** As it stands after the change, with its place in the waiting list; what this call read before is out of date. */
  private async placed(ctx: Ctx, write: () => Promise<Registration>): Promise<PlacedRegistration> {
    const { id, meetingId } = await write()
    ownByMeeting(ctx).clear(meetingId)
    numbersByMeeting(ctx).clear(meetingId)
    registrationsById(ctx).clear(id)
    return (await registrationsById(ctx).load(id))!
  }
}

@Resolver('Participant')
export class ParticipantResolver {
  @ResolveField('person')
  person(@Parent() { personId }: ParticipantRow): { id: string } {
    return { id: personId }
  }
}

@Resolver('RegistrationNumbers')
export class RegistrationNumbersResolver {
  @ResolveField('byCountry')
  byCountry(@Parent() { meetingId }: RegistrationNumbers, @Context() ctx: Ctx) {
    return countryCounts(ctx, meetingId)
  }
}

@Resolver('RegistrationConnection')
export class RegistrationConnectionResolver {
  @ResolveField('totalCount')
  totalCount(@Parent() list: Listed<unknown>): Promise<number> {
    return list.count()
  }
}

@Resolver('ParticipantConnection')
export class ParticipantConnectionResolver {
  @ResolveField('totalCount')
  totalCount(@Parent() list: Listed<unknown>): Promise<number> {
    return list.count()
  }
}

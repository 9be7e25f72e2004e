import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { Access } from '#server/common/access/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { agendaItemsById } from '#server/process/agenda/index.js'
import { groupsById } from '#server/process/groups/index.js'
import { meetingsById } from '#server/process/meetings/index.js'
import { decisionsById } from './decisions.loader.js'
import { visibilityOf } from './decisions.resolver.js'
import { personOf } from './person-of.js'
import { Reservation } from './reservation.entity.js'
import { affiliationLabels, reservationsByGroup, reservationsByMeeting } from './reservations.loader.js'
import { Reservations, type EnterReservation } from './reservations.service.js'
import { Subjects } from './subjects.service.js'

type Seen = { readonly id: string; readonly expectedRevision: number }

@Resolver('Reservation')
export class ReservationResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly verbs: Reservations,
    private readonly subjects: Subjects,
  ) {}

  @Mutation('enterReservation')
  enter(@Args('input') input: EnterReservation & { idempotencyKey: string }, @Context() ctx: Ctx) {
    return this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'reservation.entered', input },
      (tx) => this.verbs.enter(tx, input),
      (tx, id) => tx.db.findOneByOrFail(Reservation, { id }),
    )
  }

  @Mutation('rewordReservation')
  reword(@Args('input') input: Parameters<Reservations['reword']>[1], @Context() ctx: Ctx): Promise<Reservation> {
    return this.unit.write(ctx, (tx) => this.verbs.reword(tx, input))
  }

  @Mutation('answerReservation')
  answerIt(@Args('input') input: Seen & { answer: string }, @Context() ctx: Ctx): Promise<Reservation> {
    return this.unit.write(ctx, (tx) => this.verbs.answer(tx, input))
  }

  @Mutation('moveReservation')
  move(@Args('input') input: Parameters<Reservations['move']>[1], @Context() ctx: Ctx): Promise<Reservation> {
    return this.unit.write(ctx, (tx) => this.verbs.move(tx, input))
  }

  @ResolveField('group')
  group(@Parent() { groupId }: Reservation, @Context() ctx: Ctx) {
    return groupsById(ctx).load(groupId)
  }

  @ResolveField('meeting')
  meeting(@Parent() { meetingId }: Reservation, @Context() ctx: Ctx) {
    return meetingId && meetingsById(ctx).load(meetingId)
  }

  @ResolveField('agendaItem')
  agendaItem(@Parent() { agendaItemId }: Reservation, @Context() ctx: Ctx) {
    return agendaItemId && agendaItemsById(ctx).load(agendaItemId)
  }

  @ResolveField('decision')
  decision(@Parent() { decisionId }: Reservation, @Context() ctx: Ctx) {
    return decisionId && decisionsById(ctx).load(decisionId)
  }

  @ResolveField('subject')
  subject(@Parent() reservation: Reservation, @Context() ctx: Ctx) {
    return this.subjects.shown(ctx, reservation)
  }

  @ResolveField('holder')
  holder(@Parent() { holderId }: Reservation) {
    return personOf(holderId)
  }

  @ResolveField('affiliation')
  affiliation(@Parent() { affiliationId }: Reservation, @Context() ctx: Ctx) {
    return affiliationId && affiliationLabels(ctx).load(affiliationId)
  }

  @ResolveField('answeredBy')
  answeredBy(@Parent() { answeredById }: Reservation) {
    return personOf(answeredById)
  }

  @ResolveField('enteredBy')
  enteredBy(@Parent() { enteredById }: Reservation) {
    return personOf(enteredById)
  }

  @ResolveField('visibility')
  visibility(@Parent() reservation: Reservation, @Context() ctx: Ctx) {
    return visibilityOf(ctx, reservation)
  }

  @ResolveField('viewerMay')
  async viewerMay(@Parent() reservation: Reservation, @Context() ctx: Ctx): Promise<string[]> {
    const { groupId, holderId } = reservation
    return this.access.allowed(ctx, 'reservation', {
      groupId,
      holderId,
      visibility: await visibilityOf(ctx, reservation),
    })
  }
}

@Resolver('Meeting')
export class MeetingReservationsResolver {
  @ResolveField('reservations')
  reservations(@Parent() meeting: { readonly id: string }, @Context() ctx: Ctx) {
    return reservationsByMeeting(ctx).load(meeting.id)
  }
}

@Resolver('Group')
export class GroupReservationsResolver {
  @ResolveField('reservations')
  reservations(@Parent() group: { readonly id: string }, @Context() ctx: Ctx) {
    return reservationsByGroup(ctx).load(group.id)
  }
}

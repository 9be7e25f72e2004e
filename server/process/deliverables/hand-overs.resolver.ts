import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { peopleById } from '#server/community/people/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { dayOf, groupsById, optionalDayOf } from '#server/process/groups/index.js'
import { meetingsById } from '#server/process/meetings/index.js'
import type { Deliverable } from './deliverable.entity.js'
import { deliverablesById } from './deliverables.loader.js'
import { HandOvers, type AnswerDeliverable, type TransmitDeliverable } from './hand-overs.service.js'
import { meetingsOfBody } from './parent-meetings.reads.js'
import { Transmission } from './transmission.entity.js'
import { transmissionsByDeliverable, versionsById } from './versions.loader.js'

@Resolver('Deliverable')
export class DeliverableHandOversResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly verbs: HandOvers,
  ) {}

  @Mutation('transmitDeliverable')
  transmit(@Args('input') input: TransmitDeliverable & { idempotencyKey: string }, @Context() ctx: Ctx) {
    return this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'deliverable.transmitted', input },
      (tx) => this.verbs.transmit(tx, input),
      (c, id) => c.db.findOneByOrFail(Transmission, { id }),
    )
  }

  @Mutation('receiveTransmission')
  receive(
    @Args('input') input: { id: string; expectedRevision: number; on?: string | null; receipt?: string | null },
    @Context() ctx: Ctx,
  ) {
    return this.unit.write(ctx, (tx) => this.verbs.receive(tx, input))
  }

  @Mutation('answerTransmission')
  answer(@Args('input') input: AnswerDeliverable, @Context() ctx: Ctx) {
    return this.unit.write(ctx, (tx) => this.verbs.answer(tx, input))
  }

  @ResolveField('transmissions')
  transmissions(@Parent() { id }: Deliverable, @Context() ctx: Ctx) {
    return transmissionsByDeliverable(ctx).load(id)
  }

  @ResolveField('parentMeetings')
  async parentMeetings(@Parent() { groupId }: Deliverable, @Context() ctx: Ctx) {
    const group = await groupsById(ctx).load(groupId)
    return group?.parentBodyId ? meetingsOfBody(ctx).load(group.parentBodyId) : []
  }

  @ResolveField('parentCheck')
  async parentCheck(
    @Parent() { groupId }: Deliverable,
    @Args() args: { sentOn?: string | null; parentStartsOn: string },
    @Context() ctx: Ctx,
  ) {
    const parentStartsOn = dayOf(args.parentStartsOn, 'parentStartsOn')
    const group = await groupsById(ctx).load(groupId)
    if (!group) return null
    const sentOn = optionalDayOf(args.sentOn, 'sentOn') ?? dayIn(ctx.now, group.deadlineZone)
    return this.verbs.check(ctx, group, sentOn, parentStartsOn)
  }
}

@Resolver('DeliverableTransmission')
export class TransmissionResolver {
  @ResolveField('deliverable')
  deliverable(@Parent() { deliverableId }: Transmission, @Context() ctx: Ctx) {
    return deliverablesById(ctx).load(deliverableId)
  }

  @ResolveField('version')
  version(@Parent() { versionId }: Transmission, @Context() ctx: Ctx) {
    return versionsById(ctx).load(versionId)
  }

  @ResolveField('sentBy')
  sentBy(@Parent() { sentBy }: Transmission, @Context() ctx: Ctx) {
    return sentBy === null ? null : peopleById(ctx).load(sentBy)
  }

  @ResolveField('parentMeeting')
  parentMeeting(@Parent() { parentMeetingId }: Transmission, @Context() ctx: Ctx) {
    return parentMeetingId && meetingsById(ctx).load(parentMeetingId)
  }

  /** The days of a meeting that the viewer may not see are not told either. [GR-3] */
  @ResolveField('parentMeetingOn')
  async parentMeetingOn(@Parent() transmission: Transmission, @Context() ctx: Ctx): Promise<string | null> {
    return (await mayKnowMeeting(ctx, transmission)) ? transmission.parentMeetingOn : null
  }

  @ResolveField('latestOn')
  async latestOn(@Parent() transmission: Transmission, @Context() ctx: Ctx): Promise<string | null> {
    return (await mayKnowMeeting(ctx, transmission)) ? transmission.latestOn : null
  }

  @ResolveField('packageHash')
  packageHash(@Parent() { packageHash }: Transmission): string {
    return packageHash.toString('hex')
  }

  @ResolveField('packageUrl')
  async packageUrl(@Parent() transmission: Transmission, @Context() ctx: Ctx): Promise<string | null> {
    if (!(await mayHavePackage(ctx, transmission))) return null
    const deliverable = await deliverablesById(ctx).load(transmission.deliverableId)
    const group = deliverable && (await groupsById(ctx).load(deliverable.groupId))
    return group && `/groups/${group.slug}/deliverables/${deliverable.id}/transmissions/${transmission.number}.zip`
  }
}

const mayKnowMeeting = async (ctx: Ctx, { parentMeetingId }: Transmission): Promise<boolean> =>
  parentMeetingId === null || (await meetingsById(ctx).load(parentMeetingId)) !== null

/** Whoever may see the text and the meeting that the covering note names. */
export const mayHavePackage = async (ctx: Ctx, transmission: Transmission): Promise<boolean> =>
  (await mayKnowMeeting(ctx, transmission)) && (await versionsById(ctx).load(transmission.versionId)) !== null

import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import type { BlockOutcome } from '#schema/vocabulary/proceedings.js'
import { Access } from '#server/common/access/index.js'
import { peopleById } from '#server/community/people/index.js'
import { UnitOfWork, type Ctx, type WriteCtx } from '#server/platform/context/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { agendaItemsById, numbersById, remainingTimes } from '#server/process/agenda/index.js'
import { groupsById, narrower } from '#server/process/groups/index.js'
import { stateOn, type Meeting } from '#server/process/meetings/index.js'
import { Blocks } from './blocks.service.js'
import { Presence } from './presence.service.js'
import {
  blocksByMeeting,
  presentByMeeting,
  queueByMeeting,
  roomsByMeeting,
  rowsByBlock,
  spokenByMeeting,
} from './proceedings.loader.js'
import { Proceedings, type MoveRoom } from './proceedings.service.js'
import type { RoomAtWork } from './room-at-work.service.js'
import type { RoomBlock, RoomBlockRow } from './room-block.entity.js'
import type { RoomPresence } from './room-presence.entity.js'
import { roomStateOf } from './room-states.js'
import type { Speech } from './speech.entity.js'
import { Speeches } from './speeches.service.js'

/** What people do in the room. All answer with the meeting, whose room is read afresh. */
@Resolver()
export class ProceedingsVerbsResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly proceedings: Proceedings,
    private readonly speeches: Speeches,
    private readonly blocks: Blocks,
    private readonly presence: Presence,
  ) {}

  @Mutation('moveRoom')
  move(@Args('input') input: MoveRoom, @Context() ctx: Ctx) {
    return this.write(ctx, (tx) => this.proceedings.move(tx, input))
  }

  @Mutation('openRehearsal')
  rehearse(@Args('meetingId') meetingId: string, @Context() ctx: Ctx) {
    return this.write(ctx, (tx) => this.proceedings.rehearse(tx, meetingId))
  }

  @Mutation('endRehearsal')
  endRehearsal(@Args('meetingId') meetingId: string, @Context() ctx: Ctx) {
    return this.write(ctx, (tx) => this.proceedings.endRehearsal(tx, meetingId))
  }

  @Mutation('attendRoom')
  attend(@Args('input') input: { meetingId: string; isRemote?: boolean | null }, @Context() ctx: Ctx) {
    return this.write(ctx, (tx) => this.presence.attend(tx, input))
  }

  @Mutation('askToSpeak')
  ask(@Args('input') input: { meetingId: string; isRemote?: boolean | null }, @Context() ctx: Ctx) {
    return this.write(ctx, (tx) => this.speeches.ask(tx, input))
  }

  @Mutation('withdrawSpeech')
  withdrawSpeech(@Args('id') id: string, @Context() ctx: Ctx) {
    return this.write(ctx, (tx) => this.speeches.withdraw(tx, id))
  }

  @Mutation('giveFloor')
  give(@Args('id') id: string, @Context() ctx: Ctx) {
    return this.write(ctx, (tx) => this.speeches.give(tx, id))
  }

  @Mutation('endSpeech')
  end(@Args('id') id: string, @Context() ctx: Ctx) {
    return this.write(ctx, (tx) => this.speeches.end(tx, id))
  }

  @Mutation('reorderSpeech')
  reorder(@Args('input') input: { id: string; before?: string | null }, @Context() ctx: Ctx) {
    return this.write(ctx, (tx) => this.speeches.reorder(tx, input))
  }

  @Mutation('setSpeakersList')
  setList(@Args('input') input: { meetingId: string; isOpen: boolean }, @Context() ctx: Ctx) {
    return this.write(ctx, (tx) => this.speeches.setList(tx, input))
  }

  @Mutation('proposeBlock')
  propose(@Args('input') input: { meetingId: string; itemIds: string[]; outcome: BlockOutcome }, @Context() ctx: Ctx) {
    return this.write(ctx, (tx) => this.blocks.propose(tx, input))
  }

  @Mutation('pullFromBlock')
  pull(@Args('input') input: { blockId: string; itemId: string; reason?: string | null }, @Context() ctx: Ctx) {
    return this.write(ctx, (tx) => this.blocks.pull(tx, input))
  }

  @Mutation('approveBlock')
  approve(@Args('input') input: { blockId: string; expectedRevision: number }, @Context() ctx: Ctx) {
    return this.write(ctx, (tx) => this.blocks.approve(tx, input))
  }

  @Mutation('withdrawBlock')
  withdrawBlock(@Args('blockId') blockId: string, @Context() ctx: Ctx) {
    return this.write(ctx, (tx) => this.blocks.withdraw(tx, blockId))
  }

  private write(ctx: Ctx, verb: (tx: WriteCtx) => Promise<RoomAtWork>): Promise<Meeting> {
    return this.unit.write(ctx, async (tx) => (await verb(tx)).meeting)
  }
}

/** The room as its fields are read. */
interface Room {
  readonly meeting: Meeting
  readonly itemId: string | null
  readonly since: Date | null
  readonly isRehearsal: boolean
  readonly isListOpen: boolean
  readonly revision: number
}

@Resolver('Meeting')
export class MeetingRoomResolver {
  @ResolveField('room')
  async room(@Parent() meeting: Meeting, @Context() ctx: Ctx): Promise<Room> {
    const room = await roomsByMeeting(ctx).load(meeting.id)
    return {
      meeting,
      itemId: room?.itemId ?? null,
      since: room?.itemId ? room.since : null,
      isRehearsal: room?.isRehearsal ?? false,
      isListOpen: room?.isListOpen ?? true,
      revision: room?.revision ?? 1,
    }
  }
}

@Resolver('Room')
export class RoomResolver {
  constructor(private readonly access: Access) {}

  @ResolveField('state')
  state(@Parent() { meeting, isRehearsal }: Room, @Context() ctx: Ctx) {
    return roomStateOf(stateOn(meeting, dayIn(ctx.now, meeting.zone)), isRehearsal)
  }

  @ResolveField('item')
  item(@Parent() { itemId }: Room, @Context() ctx: Ctx) {
    return itemId && agendaItemsById(ctx).load(itemId)
  }

  @ResolveField('number')
  number(@Parent() { itemId }: Room, @Context() ctx: Ctx) {
    return itemId && numbersById(ctx).load(itemId)
  }

  @ResolveField('queue')
  async queue(@Parent() room: Room, @Context() ctx: Ctx): Promise<Speech[]> {
    return (await this.takesPart(ctx, room)) ? queueByMeeting(ctx).load(room.meeting.id) : []
  }

  @ResolveField('queueCount')
  async queueCount(@Parent() { meeting }: Room, @Context() ctx: Ctx): Promise<number> {
    return (await queueByMeeting(ctx).load(meeting.id)).filter(({ state }) => state === 'WAITING').length
  }

  @ResolveField('spoken')
  async spoken(@Parent() room: Room, @Context() ctx: Ctx): Promise<Speech[]> {
    if (!(await this.takesPart(ctx, room))) return []
    return (await spokenByMeeting(ctx).load(room.meeting.id)).slice(0, 20)
  }

  @ResolveField('present')
  async present(@Parent() room: Room, @Context() ctx: Ctx): Promise<RoomPresence[]> {
    return (await this.takesPart(ctx, room)) ? presentByMeeting(ctx).load(room.meeting.id) : []
  }

  @ResolveField('presentCount')
  async presentCount(@Parent() { meeting }: Room, @Context() ctx: Ctx): Promise<number> {
    return (await presentByMeeting(ctx).load(meeting.id)).length
  }

  @ResolveField('block')
  block(@Parent() { meeting }: Room, @Context() ctx: Ctx) {
    return blocksByMeeting(ctx).load(meeting.id)
  }

  @ResolveField('forecast')
  async forecast(@Parent() { meeting, itemId, since }: Room, @Context() ctx: Ctx) {
    const item = itemId ? await agendaItemsById(ctx).load(itemId) : null
    const here = since ? Math.max(0, (ctx.now.getTime() - since.getTime()) / 1000) : 0
    const spentSeconds = (item?.spentSeconds ?? 0) + here
    const { totalMinutes, ...rest } = await remainingTimes(ctx, meeting.id, meeting.zone, { id: itemId, spentSeconds })
    return { ...rest, leftMinutes: totalMinutes }
  }

  @ResolveField('viewerMay')
  async viewerMay(@Parent() { meeting }: Room, @Context() ctx: Ctx): Promise<string[]> {
    return this.access.allowed(ctx, 'room', await scopeOf(ctx, meeting))
  }

  private async takesPart(ctx: Ctx, { meeting }: Room): Promise<boolean> {
    const scope = await scopeOf(ctx, meeting)
    return this.access.may(ctx, 'room.takePart', scope) || this.access.may(ctx, 'room.lead', scope)
  }
}

async function scopeOf(ctx: Ctx, { groupId, visibility }: Meeting) {
  const group = await groupsById(ctx).load(groupId)
  return { groupId, visibility: group ? narrower(visibility, group.visibility) : visibility }
}

@Resolver('Speech')
export class SpeechResolver {
  @ResolveField('person')
  person(@Parent() { personId }: Speech, @Context() ctx: Ctx) {
    return peopleById(ctx).load(personId)
  }

  @ResolveField('number')
  number(@Parent() { itemId }: Speech, @Context() ctx: Ctx) {
    return itemId && numbersById(ctx).load(itemId)
  }

  @ResolveField('isOwn')
  isOwn(@Parent() { personId }: Speech, @Context() ctx: Ctx): boolean {
    return personId === ctx.viewer.personId
  }

  @ResolveField('seconds')
  seconds(@Parent() { beganAt, endedAt }: Speech, @Context() ctx: Ctx): number | null {
    return beganAt && Math.max(0, Math.round(((endedAt ?? ctx.now).getTime() - beganAt.getTime()) / 1000))
  }
}

@Resolver('RoomPresence')
export class RoomPresenceResolver {
  @ResolveField('person')
  person(@Parent() { personId }: RoomPresence, @Context() ctx: Ctx) {
    return peopleById(ctx).load(personId)
  }
}

@Resolver('RoomBlock')
export class RoomBlockResolver {
  @ResolveField('rows')
  async rows(@Parent() { id }: RoomBlock, @Context() ctx: Ctx) {
    const rows = await rowsByBlock(ctx).load(id)
    const items = await Promise.all(rows.map(({ itemId }) => agendaItemsById(ctx).load(itemId)))
    const seen = rows.flatMap((row, at) => (items[at] ? [{ ...row, item: items[at] }] : []))
    return seen.sort((one, other) => one.item.number.localeCompare(other.item.number, 'en', { numeric: true }))
  }
}

@Resolver('RoomBlockRow')
export class RoomBlockRowResolver {
  @ResolveField('pulledBy')
  pulledBy(@Parent() { pulledBy }: RoomBlockRow, @Context() ctx: Ctx) {
    return pulledBy && peopleById(ctx).load(pulledBy)
  }

  @ResolveField('isPulled')
  isPulled(@Parent() { pulledBy }: RoomBlockRow): boolean {
    return pulledBy !== null
  }
}

import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Objects } from '#server/common/activity/index.js'
import { AgendaModule } from '#server/process/agenda/index.js'
import { groupsById } from '#server/process/groups/index.js'
import { meetingsById, MeetingsModule } from '#server/process/meetings/index.js'
import './proceedings.access.js'
import { Blocks } from './blocks.service.js'
import { MeetingRoom } from './meeting-room.entity.js'
import { Presence } from './presence.service.js'
import {
  MeetingRoomResolver,
  ProceedingsVerbsResolver,
  RoomBlockResolver,
  RoomBlockRowResolver,
  RoomPresenceResolver,
  RoomResolver,
  SpeechResolver,
} from './proceedings.resolver.js'
import { Proceedings } from './proceedings.service.js'
import { RoomsAtWork } from './room-at-work.service.js'
import { RoomBlock, RoomBlockRow } from './room-block.entity.js'
import { RoomPresence } from './room-presence.entity.js'
import { Speech } from './speech.entity.js'
import { Speeches } from './speeches.service.js'

/**
 * What happens while a meeting sits: the chair leads the room from row to row of the agenda, people ask to speak, rows are approved together. All
 * of it is kept in the database and told by the record, so that any number of processes serve one room. The agenda is what was planned and is a
 * room of its own. Rules: docs/rules/process.md (RO).
 */
@Module({
  imports: [
    MeetingsModule,
    AgendaModule,
    TypeOrmModule.forFeature([MeetingRoom, Speech, RoomPresence, RoomBlock, RoomBlockRow]),
  ],
  providers: [
    RoomsAtWork,
    Proceedings,
    Speeches,
    Blocks,
    Presence,
    ProceedingsVerbsResolver,
    MeetingRoomResolver,
    RoomResolver,
    SpeechResolver,
    RoomPresenceResolver,
    RoomBlockResolver,
    RoomBlockRowResolver,
  ],
  exports: [Proceedings],
})
export class ProceedingsModule implements OnModuleInit {
  constructor(private readonly objects: Objects) {}

  onModuleInit(): void {
    this.objects.describe('room', async (ctx, ids) => {
      const meetings = (await Promise.all(ids.map((id) => meetingsById(ctx).load(id)))).filter((one) => one !== null)
      const faces = meetings.map(async ({ id, groupId, title, number }) => {
        const group = await groupsById(ctx).load(groupId)
        return [id, { label: title, href: group && `/groups/${group.slug}/meetings/${number}/room` }] as const
      })
      return new Map(await Promise.all(faces))
    })
  }
}

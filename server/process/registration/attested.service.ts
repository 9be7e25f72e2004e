import { Injectable } from '@nestjs/common'
import type { AttendanceMode } from '#schema/vocabulary/registration.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { attestedStretch } from './attendance.js'
import { Desks, type DeskAtWork } from './desks.service.js'
import { Presence } from './presence.entity.js'

/** Somebody's presence at a meeting as one thing, however many stretches it has. */
export interface AttestedPresence {
  /** The stretch that was noted first; the same for good. */
  readonly id: string
  /** Rises with each change of any of them. */
  readonly revision: number
}

export interface Attest {
  readonly meetingId: string
  readonly personId: string
  /** How they took part; null when they did not. */
  readonly mode: AttendanceMode | null
}

/** Presence by the word of those who write the minutes. [RC-7] */
@Injectable()
export class AttestedPresences {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly desks: Desks,
  ) {}

  /**
   * Has the record of who was there say the same of one person; their times stay. Whoever did not check in was there for the day, after the meeting for
   * all of it. Null when there is nothing to say: they were never noted and are not now. Chair, vice-chairs, secretariat.
   * Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED, OUTSIDE_MEETING_DAYS.
   */
  async attest(ctx: WriteCtx, { meetingId, personId, mode }: Attest): Promise<AttestedPresence | null> {
    await this.desks.lockMeeting(ctx, meetingId)
    const desk = await this.desks.at(ctx, meetingId, null)
    this.access.require(ctx, 'registration.checkInOthers', desk.scope)
    this.desks.requireHeld(desk)
    const stretches = await ctx.db.find(Presence, { where: { meetingId, personId }, order: { id: 'ASC' } })
    const counting = stretches.filter(({ isRemoved }) => !isRemoved)
    // Whoever was in the room for some of it was in the room.
    const modes = counting.map((one) => one.mode)
    const said = modes.includes('ONSITE') ? 'ONSITE' : (modes[0] ?? null)
    if (said !== mode) {
      if (mode !== null && counting.length === 0) stretches.push(await this.add(ctx, desk, personId, mode))
      const change = mode === null ? { isRemoved: true } : { mode }
      for (const one of counting) {
        one.revision += 1
        const { revision } = one
        await ctx.db.update(Presence, one.id, { ...change, notedBy: ctx.viewer.personId, revision })
      }
      await this.record(ctx, desk, personId, mode === null)
    }
    const [first] = stretches
    if (!first) return null
    return { id: first.id, revision: stretches.reduce((sum, { revision }) => sum + revision, 0) }
  }

  private async add(ctx: WriteCtx, { meeting }: DeskAtWork, personId: string, mode: AttendanceMode): Promise<Presence> {
    const stretch = attestedStretch(meeting, ctx.now)
    if (!stretch) throw refuse('OUTSIDE_MEETING_DAYS', { startsOn: meeting.startsOn, endsOn: meeting.endsOn })
    const presence: Presence = {
      id: newId(),
      meetingId: meeting.id,
      personId,
      mode,
      ...stretch,
      notedBy: ctx.viewer.personId,
      isRemoved: false,
      revision: 1,
    }
    await ctx.db.insert(Presence, presence)
    return presence
  }

  private record(ctx: WriteCtx, { meeting, group }: DeskAtWork, personId: string, isRemoved: boolean): Promise<void> {
    return this.activity.record(ctx, {
      verb: 'presence.corrected',
      object: { type: 'meeting', id: meeting.id },
      groupId: group.id,
      visibility: 'MANAGEMENT',
      args: { number: meeting.number, personId, isRemoved },
    })
  }
}

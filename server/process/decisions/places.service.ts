import { Injectable } from '@nestjs/common'
import type { Visibility } from '#server/common/access/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { agendaItemsById } from '#server/process/agenda/index.js'
import { Groups, narrower, type StandardsGroup } from '#server/process/groups/index.js'
import { Meeting, requireUnclosed } from '#server/process/meetings/index.js'

/** Where something of the record belongs: its group, and the meeting and row of the agenda if it has them. */
export interface Place {
  readonly group: StandardsGroup
  readonly meeting: Meeting | null
  readonly agendaItemId: string | null
  /** As hidden as the most hidden of the group, the meeting and the row. [GR-3] */
  readonly visibility: Visibility
}

export interface GivenPlace {
  /** Slug. */
  readonly group: string
  readonly meeting?: number | null
  readonly agendaItem?: string | null
}

/** Finds where something of the record belongs. */
@Injectable()
export class Places {
  constructor(private readonly groups: Groups) {}

  /** The group, locked: what is numbered in it is numbered one at a time. Refuses: NOT_FOUND. */
  lock(ctx: WriteCtx, slug: string): Promise<StandardsGroup> {
    return this.groups.lockBySlug(ctx, slug.replaceAll('\0', ''))
  }

  /** The meeting and row in a group that is found already, for what is added to the record. Refuses: NOT_FOUND, BAD_INPUT, MEETING_CANCELLED, MEETING_CLOSED. [MT-14] */
  async within(
    ctx: Ctx,
    group: StandardsGroup,
    { meeting: number, agendaItem }: Pick<GivenPlace, 'meeting' | 'agendaItem'>,
    field = 'input.meeting',
    mayBeClosed = false,
  ): Promise<Place> {
    const meeting = number == null ? null : await ctx.db.findOneBy(Meeting, { groupId: group.id, number })
    if (number != null && !meeting) throw refuse('NOT_FOUND', {}, { field })
    if (meeting?.state === 'CANCELLED') throw refuse('MEETING_CANCELLED', {}, { field })
    if (!mayBeClosed) requireUnclosed(meeting, { field })
    const seen = meeting ? narrower(meeting.visibility, group.visibility) : group.visibility
    if (!agendaItem) return { group, meeting, agendaItemId: null, visibility: seen }
    const row = await agendaItemsById(ctx).load(agendaItem)
    if (!row || !meeting || row.meetingId !== meeting.id) {
      throw refuse('NOT_FOUND', {}, { field: 'input.agendaItem' })
    }
    return { group, meeting, agendaItemId: row.id, visibility: narrower(seen, row.visibility) }
  }
}

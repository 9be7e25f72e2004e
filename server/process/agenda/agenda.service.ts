import { Injectable } from '@nestjs/common'
import {
  agendaLevels,
  agendaRowsMost,
  type AgendaOutcome,
  type AgendaProgress,
  type AgendaStep,
} from '#schema/vocabulary/agenda.js'
import { narrower, textOf, optionalTextOf, scopeOf, visibilityAtStart } from '#server/process/groups/index.js'
import { maySee, type Visibility } from '#server/common/access/index.js'
import { Activity, Objects } from '#server/common/activity/index.js'
import { peopleById } from '#server/community/people/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Meetings, type MeetingAtWork } from '#server/process/meetings/index.js'
import { AgendaItem } from './agenda-item.entity.js'
import { numbered, type Placed } from './agenda-numbers.js'
import { moved, spotOf, type NoSpot, type Spot } from './agenda-tree.js'
import { subjectColumns, subjectPlaces, type Subject } from './subjects.js'

/** What a row can say. Absent: unchanged; null: nothing. */
export interface AgendaDetails {
  readonly title?: string | null
  readonly note?: string | null
  readonly minutes?: number | null
  readonly presenter?: string | null
  readonly presenterId?: string | null
  readonly visibility?: Visibility | null
  readonly subject?: Subject | null
  readonly progress?: AgendaProgress | null
  readonly outcome?: AgendaOutcome | null
}

export interface AddAgendaItem extends AgendaDetails {
  readonly meetingId: string
  readonly title: string
  readonly under?: string | null
  readonly before?: string | null
}

export interface UpdateAgendaItem extends AgendaDetails {
  readonly id: string
  readonly expectedRevision: number
}

export interface MoveAgendaItem {
  readonly id: string
  readonly step?: AgendaStep | null
  readonly to?: { readonly under?: string | null; readonly before?: string | null } | null
}

/** Verbs on agendas. Whoever may change a meeting may change its agenda; all changes of one agenda happen one after the other. */
@Injectable()
export class Agendas {
  constructor(
    private readonly meetings: Meetings,
    private readonly activity: Activity,
    private readonly objects: Objects,
  ) {}

  /**
   * Adds a row: last under the one named, or before another. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED, TEXT_MISSING,
   * TEXT_TOO_LONG, BAD_INPUT, AGENDA_NO_PLACE, AGENDA_TOO_DEEP, AGENDA_FULL. [AG-1]
   */
  async add(ctx: WriteCtx, input: AddAgendaItem): Promise<AgendaItem> {
    const at = await this.meetings.take(ctx, input.meetingId, 'edit')
    const rows = await rowsOf(ctx, input.meetingId)
    const item = await this.insert(ctx, at, rows, await this.checked(ctx, at, input), {
      under: input.under ?? null,
      before: input.before ?? null,
    })
    await this.tell(ctx, at, 'agenda.rowAdded', [item])
    return item
  }

  /** Changes what a row says. Refuses: as `add`, STALE. [AG-3] */
  async update(ctx: WriteCtx, input: UpdateAgendaItem): Promise<AgendaItem> {
    const { at, item } = await this.take(ctx, input.id)
    const details = await this.checked(ctx, at, input)
    const changed = await revise(ctx.db, AgendaItem, item.id, input.expectedRevision, details)
    await this.tell(ctx, at, 'agenda.rowChanged', [item, changed])
    return changed
  }

  /**
   * Puts a row elsewhere, with what hangs from it. It overwrites nothing that somebody typed, so it asks for no revision; a step that leads nowhere
   * changes nothing. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED, AGENDA_NO_PLACE, AGENDA_UNDER_ITSELF, AGENDA_TOO_DEEP. [AG-3, AG-4]
   */
  async move(ctx: WriteCtx, { id, step, to }: MoveAgendaItem): Promise<AgendaItem> {
    const { at, item } = await this.take(ctx, id)
    const rows = await rowsOf(ctx, item.meetingId)
    const spot = step ? spotOf(rows, id, step) : { under: to?.under ?? null, before: to?.before ?? null }
    if (!spot) return item
    await place(ctx, placed(moved(rows, id, spot)))
    await this.tell(ctx, at, 'agenda.rowMoved', [item])
    return ctx.db.findOneByOrFail(AgendaItem, { id })
  }

  /** A row for a change, its agenda locked. Refuses: NOT_FOUND also for what was removed, and as `Meetings.take`. */
  async take(ctx: WriteCtx, id: string): Promise<{ at: MeetingAtWork; item: AgendaItem }> {
    const found = await ctx.db.findOneBy(AgendaItem, { id })
    if (!found) throw refuse('NOT_FOUND')
    const at = await this.meetings.take(ctx, found.meetingId, 'edit')
    const item = await ctx.db.findOneBy(AgendaItem, { id })
    if (!item || item.removedAt) throw refuse('NOT_FOUND')
    return { at, item }
  }

  /** Puts a new row in and makes room for it. Refuses: AGENDA_FULL, AGENDA_NO_PLACE, AGENDA_TOO_DEEP. */
  async insert(
    ctx: WriteCtx,
    { meeting, group }: MeetingAtWork,
    rows: readonly AgendaItem[],
    details: Partial<AgendaItem>,
    spot: Spot,
  ): Promise<AgendaItem> {
    if (rows.length >= agendaRowsMost) throw refuse('AGENDA_FULL', { limit: agendaRowsMost })
    const id = newId()
    const changed = placed(moved(await rowsOf(ctx, meeting.id), id, spot))
    const own = changed.find((one) => one.id === id)!
    const item = Object.assign(new AgendaItem(), {
      meetingId: meeting.id,
      note: null,
      minutes: null,
      presenterId: null,
      presenter: null,
      progress: 'NOT_BEGUN',
      outcome: null,
      spentSeconds: 0,
      ...subjectColumns(null),
      carriedFromId: null,
      removedNumber: null,
      removedAt: null,
      visibility: narrower(meeting.visibility, visibilityAtStart(group)),
      revision: 1,
      ...details,
      ...own,
    })
    await place(
      ctx,
      changed.filter((one) => one.id !== id),
    )
    await ctx.db.insert(AgendaItem, item)
    return item
  }

  /** The columns that the details change; those left out are not among them. */
  private async checked(ctx: WriteCtx, { group }: MeetingAtWork, input: AgendaDetails): Promise<Partial<AgendaItem>> {
    const columns: Partial<AgendaItem> = {}
    if (input.title !== undefined) columns.title = textOf(input.title ?? '', 300, 'input.title')
    if (input.note !== undefined) columns.note = optionalTextOf(input.note, 4000, 'input.note')
    if (input.minutes !== undefined) columns.minutes = minutesOf(input.minutes)
    if (input.visibility) columns.visibility = input.visibility
    if (input.progress) columns.progress = input.progress
    if (input.outcome !== undefined) columns.outcome = input.outcome
    if (input.subject !== undefined) {
      await this.requireSubject(ctx, input.subject)
      Object.assign(columns, subjectColumns(input.subject))
    }
    if (input.presenterId) {
      const isKnown = await peopleById(ctx).load(input.presenterId)
      if (!isKnown || !maySee(ctx.viewer, 'PARTICIPANTS', scopeOf(group).groupId)) {
        throw refuse('NOT_FOUND', {}, { field: 'input.presenterId' })
      }
      columns.presenterId = input.presenterId
      columns.presenter = null
    } else if (input.presenter !== undefined || input.presenterId === null) {
      columns.presenterId = null
      columns.presenter = optionalTextOf(input.presenter, 200, 'input.presenter')
    }
    return columns
  }

  /** What the viewer may not see they cannot put on an agenda either. */
  private async requireSubject(ctx: WriteCtx, subject: Subject | null): Promise<void> {
    if (subject && !(await this.objects.faceOf(ctx, subjectPlaces[subject.kind].type, subject.id))) {
      throw refuse('NOT_FOUND', {}, { field: 'input.subject' })
    }
  }

  /** Records what happened to rows, for those who may see all of them. Numbers only: what is hidden has no title in the record. */
  async tell(ctx: WriteCtx, at: MeetingAtWork, verb: `agenda.${string}`, items: readonly AgendaItem[]): Promise<void> {
    const rows = await rowsOf(ctx, at.meeting.id)
    const numbers = new Map(numbered(rows).map(({ row, number }) => [row.id, number]))
    const number = numbers.get(items.at(-1)?.id ?? '') ?? ''
    const seenBy = verb === 'agenda.filled' || verb === 'agenda.carriedOver' ? 'PUBLIC' : narrowestOf(rows, items)
    await this.record(ctx, at, verb, { number, count: items.length }, seenBy)
  }

  /** Records what happened to an agenda, for those who may see both it and what `visibility` says. */
  record(
    ctx: WriteCtx,
    { meeting, group }: MeetingAtWork,
    verb: `agenda.${string}`,
    args: Record<string, unknown>,
    visibility: Visibility,
  ): Promise<void> {
    return this.activity.record(ctx, {
      verb,
      object: { type: 'agenda', id: meeting.id },
      groupId: group.id,
      visibility: narrower(visibility, narrower(meeting.visibility, group.visibility)),
      args,
    })
  }
}

/** The rows that are there, whoever may see them. */
export const rowsOf = (ctx: WriteCtx, meetingId: string): Promise<AgendaItem[]> =>
  ctx.db
    .createQueryBuilder(AgendaItem, 'a')
    .where('a.meeting_id = :meetingId and a.removed_at is null', { meetingId })
    .getMany()

/** The narrowest visibility of some rows and all that they hang from. */
function narrowestOf(rows: readonly AgendaItem[], items: readonly AgendaItem[]): Visibility {
  const byId = new Map(rows.map((row) => [row.id, row]))
  let seenBy: Visibility = 'PUBLIC'
  for (const item of items) {
    for (let row: AgendaItem | undefined = item; row; row = row.parentId ? byId.get(row.parentId) : undefined) {
      seenBy = narrower(seenBy, row.visibility)
    }
  }
  return seenBy
}

const refusals = {
  UNDER_ITSELF: 'AGENDA_UNDER_ITSELF',
  NOT_THERE: 'AGENDA_NO_PLACE',
  TOO_DEEP: 'AGENDA_TOO_DEEP',
} as const satisfies Record<NoSpot, string>

function placed(found: readonly Placed[] | NoSpot): readonly Placed[] {
  if (typeof found === 'string') throw refuse(refusals[found], { limit: agendaLevels })
  return found
}

/** Writes places in one statement. */
export async function place(ctx: WriteCtx, rows: readonly Placed[]): Promise<void> {
  if (rows.length === 0) return
  await ctx.db.query(
    `update agenda_item a set parent_id = p.parent_id, position = p.position
     from unnest($1::uuid[], $2::uuid[], $3::integer[]) p(id, parent_id, position) where a.id = p.id`,
    [rows.map(({ id }) => id), rows.map(({ parentId }) => parentId), rows.map(({ position }) => position)],
  )
}

function minutesOf(minutes: number | null): number | null {
  if (minutes === null) return null
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 1440) {
    throw refuse('BAD_INPUT', { detail: 'a row takes 1 to 1440 minutes' }, { field: 'input.minutes' })
  }
  return minutes
}

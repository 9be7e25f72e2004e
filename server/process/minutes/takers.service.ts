import { Injectable } from '@nestjs/common'
import type { ActionState, DecisionKind, ReservationKind } from '#schema/vocabulary/decisions.js'
import type { RecordKind } from '#schema/vocabulary/documents.js'
import { wordsFor } from '#schema/words/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import {
  ActionItem,
  Actions,
  Decision,
  Decisions,
  PatentQuestion,
  PatentQuestions,
  Reservation,
  Reservations,
} from '#server/process/decisions/index.js'
import type { StandardsGroup } from '#server/process/groups/index.js'
import { Meeting } from '#server/process/meetings/index.js'
import { AttestedPresences, peopleCalled, Presence } from '#server/process/registration/index.js'
import type { AttendanceMode } from '#schema/vocabulary/registration.js'
import type { MinutesRecord } from './minutes-record.entity.js'
import { namesIn } from './people-named.js'

/** What minutes say of a record. */
export interface Told {
  readonly group: StandardsGroup
  readonly meeting: Meeting
  /** The row of the agenda under which it stands; null under none. */
  readonly agendaItemId: string | null
  readonly kind: RecordKind
  readonly text: string
  readonly outcome: string
  readonly holder: string
  readonly due: string
}

/** The row that a record is. */
export interface Row {
  readonly id: string
  readonly revision: number
}

/** Makes the rows of other rooms say what minutes say. The verbs of those rooms ask access and refuse. [RC-3] */
@Injectable()
export class Takers {
  constructor(
    private readonly decisions: Decisions,
    private readonly reservations: Reservations,
    private readonly actions: Actions,
    private readonly patents: PatentQuestions,
    private readonly presences: AttestedPresences,
  ) {}

  /** The row after it says the same; null for somebody excused whom the group does not know. Refuses: RECORD_FIXED and what the verbs refuse. */
  take(ctx: WriteCtx, told: Told, held: MinutesRecord | null): Promise<Row | null> {
    if (held && held.kind !== told.kind) throw refuse('RECORD_FIXED', { kind: held.kind })
    if (told.kind === 'DECISION') return this.decision(ctx, told, held?.rowId ?? null)
    if (told.kind === 'RESERVATION') return this.reservation(ctx, told, held?.rowId ?? null)
    if (told.kind === 'ACTION') return this.action(ctx, told, held?.rowId ?? null)
    if (told.kind === 'PATENT_QUESTION') return this.patent(ctx, told)
    return this.attendance(ctx, told, held?.rowId ?? null)
  }

  private async decision(ctx: WriteCtx, told: Told, id: string | null): Promise<Row> {
    const { group, meeting, text } = told
    const kind = told.outcome as DecisionKind
    if (id === null) {
      const place = { group: group.slug, meeting: meeting.number, agendaItem: told.agendaItemId }
      return this.decisions.record(ctx, { ...place, kind, text })
    }
    const row = await ctx.db.findOneByOrFail(Decision, { id })
    if (row.kind !== kind) throw refuse('RECORD_FIXED', { kind: 'DECISION' })
    if (row.text === text) return row
    const reason = wordsFor(ctx.language)('minutes.corrected')
    return this.decisions.correct(ctx, { id, expectedRevision: row.revision, text, reason })
  }

  private async reservation(ctx: WriteCtx, told: Told, id: string | null): Promise<Row> {
    const { group, meeting, text, holder } = told
    const kind = told.outcome as ReservationKind
    if (id === null) {
      const place = { group: group.slug, meeting: meeting.number, agendaItem: told.agendaItemId }
      return this.reservations.enter(ctx, { ...place, kind, text, organisation: holder, isOfOrganisation: true })
    }
    const row = await ctx.db.findOneByOrFail(Reservation, { id })
    if (row.kind !== kind) throw refuse('RECORD_FIXED', { kind: 'RESERVATION' })
    if (row.text === text) return row
    return this.reservations.reword(ctx, { id, expectedRevision: row.revision, text })
  }

  private async action(ctx: WriteCtx, told: Told, id: string | null): Promise<Row> {
    const { group, meeting, text, holder, due } = told
    // Words such as "next meeting" stay in the minutes; only a day is a day.
    const given = { text, ownerWords: holder, dueOn: /^\d{4}-\d{2}-\d{2}$/.test(due) ? due : null }
    const state = told.outcome as ActionState
    if (id === null) {
      const place = { group: group.slug, meeting: meeting.number, agendaItem: told.agendaItemId }
      const made = await this.actions.record(ctx, { ...place, ...given })
      return this.moved(ctx, made, state)
    }
    const row = await ctx.db.findOneByOrFail(ActionItem, { id })
    const isSame = row.text === text && (row.ownerWords ?? '') === holder && row.dueOn === given.dueOn
    const owner = row.ownerId === null ? {} : { owner: row.ownerId }
    const dueMeeting = await this.meetingDue(ctx, row, given.dueOn)
    const seen = { id, expectedRevision: row.revision }
    const changed = isSame ? row : await this.actions.update(ctx, { ...given, ...owner, dueMeeting, ...seen })
    return this.moved(ctx, changed, state)
  }

  /** The meeting by which it is due keeps standing unless the minutes name a day. */
  private async meetingDue(ctx: WriteCtx, { dueMeetingId }: ActionItem, dueOn: string | null): Promise<number | null> {
    if (dueMeetingId === null || dueOn !== null) return null
    return (await ctx.db.findOneByOrFail(Meeting, { id: dueMeetingId })).number
  }

  private async moved(ctx: WriteCtx, action: ActionItem, state: ActionState): Promise<Row> {
    if (action.state === state) return action
    return this.actions.move(ctx, { id: action.id, expectedRevision: action.revision, state })
  }

  /** A meeting is asked once: what the minutes say of it is what is recorded. [IP-4] */
  private async patent(ctx: WriteCtx, { group, meeting, outcome, text }: Told): Promise<Row> {
    const row = await ctx.db.findOneBy(PatentQuestion, { meetingId: meeting.id })
    const isAnswered = outcome === 'ANSWERED'
    const said = isAnswered ? (row?.answers ?? []).map((one) => one.text).join('\n') : row?.note
    if (row?.wasAsked && said === text) return row
    return this.patents.record(ctx, {
      group: group.slug,
      meeting: meeting.number,
      expectedRevision: row?.revision ?? null,
      wasAsked: true,
      askedOn: row?.askedOn ?? null,
      askedTime: row?.askedTime ?? null,
      note: isAnswered ? (row?.note ?? null) : text,
      answers: isAnswered ? [{ text, declaration: row?.answers[0]?.declaration ?? null }] : [],
    })
  }

  /**
   * Whoever was there is somebody who registered, checked in or has a role in the group; what the minutes say of them is what the record of presence says.
   * Excused can be anybody. A record stays that of the person for whom it was made. [RC-7]
   */
  private async attendance(ctx: WriteCtx, told: Told, id: string | null): Promise<Row | null> {
    const { group, meeting, holder, text } = told
    const mode = told.outcome === 'EXCUSED' ? null : (told.outcome as AttendanceMode)
    const place = { meetingId: meeting.id, groupId: group.id }
    const said = holder || text
    const called = await peopleCalled(ctx, place, namesIn(said))
    const before = id === null ? null : (await ctx.db.findOneByOrFail(Presence, { id })).personId
    if (before !== null && called.length > 0 && !called.includes(before)) {
      throw refuse('RECORD_FIXED', { kind: 'ATTENDANCE' })
    }
    const personId = before ?? (called.length === 1 ? called[0]! : null)
    if (personId !== null) return this.presences.attest(ctx, { meetingId: meeting.id, personId, mode })
    if (mode === null && called.length === 0) return null
    throw refuse('ATTENDER_UNKNOWN', { name: said, count: called.length })
  }
}

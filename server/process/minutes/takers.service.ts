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
import { saidAnew } from './agreement.js'
import { patentsTold } from './behind.reads.js'
import { dueMeant } from './due.js'
import type { MinutesRecord } from './minutes-record.entity.js'
import { organisationNamed } from './organisation-named.js'
import { answersIn, answersTold } from './patent-answers.js'
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

/** The row that a record is, as far as its words agree with it. */
export interface Row {
  readonly id: string
  /** The revision with which the minutes agree; one less than the row's where it says something that they do not yet. */
  readonly revision: number
}

export interface Taken {
  /** Null for somebody excused whom the group does not know. */
  readonly row: Row | null
  /** Whoever the record names, where that is one person known here. [RC-14] */
  readonly holderId: string | null
}

/** Who holds something, by the words of the minutes: somebody known here, with the organisation beside their name, or else the words. */
interface Holder {
  readonly personId: string | null
  readonly words: string | null
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

  /** The row after it says the same. Refuses: RECORD_FIXED, ATTENDER_UNKNOWN, and what the verbs refuse. */
  async take(ctx: WriteCtx, told: Told, held: MinutesRecord | null): Promise<Taken> {
    if (held && held.kind !== told.kind) throw refuse('RECORD_FIXED', { kind: held.kind })
    if (told.kind === 'DECISION') return { row: await this.decision(ctx, told, held?.rowId ?? null), holderId: null }
    if (told.kind === 'PATENT_QUESTION') return { row: await this.patent(ctx, told), holderId: null }
    if (told.kind === 'ATTENDANCE') return this.attendance(ctx, told, held?.rowId ?? null)
    const row = await (told.kind === 'ACTION' ? this.action(ctx, told, held) : this.reservation(ctx, told, held))
    return { row, holderId: row.holderId }
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

  private async reservation(ctx: WriteCtx, told: Told, held: MinutesRecord | null) {
    const { group, meeting, text } = told
    const kind = told.outcome as ReservationKind
    if (!held?.rowId) {
      const { personId, words } = await this.holderOf(ctx, told)
      const holder = { holder: personId, organisation: words, isOfOrganisation: personId === null }
      const place = { group: group.slug, meeting: meeting.number, agendaItem: told.agendaItemId }
      return this.reservations.enter(ctx, { ...place, kind, text, ...holder })
    }
    const row = await ctx.db.findOneByOrFail(Reservation, { id: held.rowId })
    if (row.kind !== kind) throw refuse('RECORD_FIXED', { kind: 'RESERVATION' })
    const isSameHolder = saidAnew('holder', told, held) === undefined
    const seen = { id: row.id, expectedRevision: row.revision, text }
    if (isSameHolder) {
      const same = row.text === text ? row : await this.reservations.reword(ctx, seen)
      return { ...same, ...asFarAsAgreed(held, row, same) }
    }
    const { personId, words } = await this.holderOf(ctx, told)
    return this.reservations.reword(ctx, { ...seen, heldBy: { holder: personId, organisation: words } })
  }

  private async action(ctx: WriteCtx, told: Told, held: MinutesRecord | null) {
    const { group, meeting, text } = told
    const row = held?.rowId ? await ctx.db.findOneByOrFail(ActionItem, { id: held.rowId }) : null
    const isSameHolder = saidAnew('holder', told, held) === undefined
    const holder =
      row && isSameHolder ? { personId: row.ownerId, words: row.ownerWords } : await this.holderOf(ctx, told)
    const due = await this.due(ctx, told, saidAnew('due', told, held), row)
    const given = { text, owner: holder.personId, ownerWords: holder.words, ...due }
    const state = told.outcome as ActionState
    if (!row) {
      const place = { group: group.slug, meeting: meeting.number, agendaItem: told.agendaItemId }
      return withOwner(await this.moved(ctx, await this.actions.record(ctx, { ...place, ...given }), state))
    }
    const isSame =
      row.text === text &&
      isSameHolder &&
      row.dueOn === due.dueOn &&
      due.dueMeeting === (await this.meetingDue(ctx, row))
    const seen = { id: row.id, expectedRevision: row.revision }
    const changed = isSame ? row : await this.actions.update(ctx, { ...given, ...seen })
    const now = await this.moved(ctx, changed, state)
    return withOwner({ ...now, ...asFarAsAgreed(held!, row, now) })
  }

  /** By when, as the minutes mean it now; what they did not say anew stays as it is. [RC-11] */
  private async due(ctx: WriteCtx, { meeting, group }: Told, anew: string | undefined, row: ActionItem | null) {
    if (anew === undefined && row) return { dueOn: row.dueOn, dueMeeting: await this.meetingDue(ctx, row) }
    const meant = dueMeant(anew ?? '')
    if (meant?.kind === 'DAY') return { dueOn: meant.on, dueMeeting: null }
    if (meant === null) return { dueOn: null, dueMeeting: null }
    const [found] = (await ctx.db.query(
      `select m.number from meeting m where m.group_id = $1 and m.state <> 'CANCELLED'
         and (m.number = $2 or $2 is null and (m.starts_on, m.number) > ($3, $4)) order by m.starts_on, m.number limit 1`,
      [group.id, meant.kind === 'MEETING' ? meant.number : null, meeting.startsOn, meeting.number],
    )) as { number: number }[]
    return { dueOn: null, dueMeeting: found?.number ?? null }
  }

  private async meetingDue(ctx: WriteCtx, { dueMeetingId }: ActionItem): Promise<number | null> {
    return dueMeetingId === null ? null : (await ctx.db.findOneByOrFail(Meeting, { id: dueMeetingId })).number
  }

  /** A person of the meeting whom the words name, else the words themselves. Refuses: ATTENDER_UNKNOWN when several bear the name. [RC-11] */
  private async holderOf(ctx: WriteCtx, { group, meeting, holder }: Told): Promise<Holder> {
    const said = holder.trim()
    const place = { meetingId: meeting.id, groupId: group.id }
    const whole = await peopleCalled(ctx, place, [said])
    const called = whole.length > 0 ? whole : await peopleCalled(ctx, place, namesIn(said))
    if (called.length > 1) throw refuse('ATTENDER_UNKNOWN', { name: said, count: called.length })
    if (called.length === 0) return { personId: null, words: said || null }
    return { personId: called[0]!, words: whole.length > 0 ? null : organisationNamed(said) }
  }

  private async moved(ctx: WriteCtx, action: ActionItem, state: ActionState): Promise<ActionItem> {
    if (action.state === state) return action
    return this.actions.move(ctx, { id: action.id, expectedRevision: action.revision, state })
  }

  /** A meeting is asked once: what the minutes say of it is what is recorded. [IP-4, RC-12] */
  private async patent(ctx: WriteCtx, { group, meeting, outcome, text }: Told): Promise<Row> {
    const row = await ctx.db.findOneBy(PatentQuestion, { meetingId: meeting.id })
    const before = row?.answers ?? []
    const wasAsked = outcome !== 'NOT_ASKED'
    const isAnswered = outcome === 'ANSWERED'
    const nothing = wordsFor('en')('minutes.nothingDeclared')
    const told = before.length > 0 ? patentsTold(before) : (row?.note ?? nothing)
    if (row?.wasAsked === wasAsked && isAnswered === before.length > 0 && told === text) return row
    // What does not fit into a paragraph is changed where it stands.
    if (isAnswered && before.length > 0 && told !== answersTold(before))
      throw refuse('RECORD_FIXED', { kind: 'PATENT_QUESTION' })
    return this.patents.record(ctx, {
      group: group.slug,
      meeting: meeting.number,
      expectedRevision: row?.revision ?? null,
      wasAsked,
      askedOn: row?.askedOn ?? null,
      askedTime: row?.askedTime?.slice(0, 5) ?? null,
      note: isAnswered ? (row?.note ?? null) : text === nothing ? null : text,
      answers: isAnswered ? answersIn(text, before) : [],
    })
  }

  /**
   * Whoever was there is somebody who registered, checked in or has a role in the group; what the minutes say of them is what the record of presence says.
   * Excused can be anybody. A record stays that of the person for whom it was made. [RC-7]
   */
  private async attendance(ctx: WriteCtx, told: Told, id: string | null): Promise<Taken> {
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
    if (personId !== null) {
      const row = await this.presences.attest(ctx, { meetingId: meeting.id, personId, mode })
      return { row, holderId: personId }
    }
    if (mode === null && called.length === 0) return { row: null, holderId: null }
    throw refuse('ATTENDER_UNKNOWN', { name: said, count: called.length })
  }
}

const withOwner = <R extends Row & { readonly ownerId: string | null }>(row: R) => ({ ...row, holderId: row.ownerId })

/** Where the row was changed elsewhere and the minutes do not tell it yet, they follow it afterwards. [RC-3] */
const asFarAsAgreed = (held: MinutesRecord, before: Row, { revision }: Row): Pick<Row, 'revision'> => ({
  revision: before.revision > (held.rowRevision ?? 0) ? revision - 1 : revision,
})

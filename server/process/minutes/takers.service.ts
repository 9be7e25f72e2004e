import { Injectable } from '@nestjs/common'
import type { DecisionKind, ReservationKind } from '#schema/vocabulary/decisions.js'
import type { RecordKind } from '#schema/vocabulary/documents.js'
import { wordsFor } from '#schema/words/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Decision, Decisions, Reservation, Reservations } from '#server/process/decisions/index.js'
import type { StandardsGroup } from '#server/process/groups/index.js'
import type { Meeting } from '#server/process/meetings/index.js'
import type { MinutesRecord } from './minutes-record.entity.js'

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
  ) {}

  /** The row after it says the same; null for kinds that the minutes keep by themselves. Refuses: RECORD_FIXED and what the verbs refuse. */
  take(ctx: WriteCtx, told: Told, held: MinutesRecord | null): Promise<Row | null> {
    if (held && held.kind !== told.kind) throw refuse('RECORD_FIXED', { kind: held.kind })
    if (told.kind === 'DECISION') return this.decision(ctx, told, held?.rowId ?? null)
    if (told.kind === 'RESERVATION') return this.reservation(ctx, told, held?.rowId ?? null)
    return Promise.resolve(null)
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
}

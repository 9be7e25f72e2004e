import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { AgendaTemplateKey } from '#schema/vocabulary/agenda.js'
import { canonical } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { optionalTextOf } from '#server/process/groups/index.js'
import { Meetings, type MeetingAtWork } from '#server/process/meetings/index.js'
import { contentOf } from './agenda-content.js'
import type { AgendaItem } from './agenda-item.entity.js'
import { AgendaPlan } from './agenda-plan.entity.js'
import { agendaTemplates, filled, type FilledRow } from './agenda-templates.js'
import { sittingsProblem, type Sitting } from './agenda-times.js'
import { AgendaVersion } from './agenda-version.entity.js'
import { offersFor } from './agenda.reads.js'
import { Agendas, rowsOf } from './agenda.service.js'
import { subjectColumns, subjectOf } from './subjects.js'

/** Verbs on an agenda as a whole: filling it, its hours, its published versions. */
@Injectable()
export class AgendaPapers {
  constructor(
    private readonly meetings: Meetings,
    private readonly agendas: Agendas,
  ) {}

  /** Adds the rows of a template behind those there. Refuses: as `add`. [AG-9] */
  async fill(ctx: WriteCtx, input: { meetingId: string; template: AgendaTemplateKey }): Promise<MeetingAtWork> {
    const at = await this.meetings.take(ctx, input.meetingId, 'edit')
    const rows = [...(await rowsOf(ctx, input.meetingId))]
    const added: AgendaItem[] = []
    const put = async (from: readonly FilledRow[], under: string | null): Promise<void> => {
      for (const { title, minutes, rows: inside } of from) {
        const item = await this.agendas.insert(ctx, at, rows, { title, minutes }, { under, before: null })
        rows.push(item)
        added.push(item)
        await put(inside, item.id)
      }
    }
    await put(filled(agendaTemplates[input.template], at.meeting.objectives), null)
    await this.agendas.tell(ctx, at, 'agenda.filled', added)
    return at
  }

  /**
   * Takes over rows of the last meeting that go on at this one, behind those there; each points back. Without ids: all that are offered. What was
   * taken over before is left out. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED, AGENDA_FULL, AGENDA_NOT_OFFERED. [AG-6]
   */
  async carryOver(
    ctx: WriteCtx,
    input: { meetingId: string; itemIds?: readonly string[] | null },
  ): Promise<MeetingAtWork> {
    const at = await this.meetings.take(ctx, input.meetingId, 'edit')
    const offers = await offersFor(ctx, input.meetingId)
    const wanted = input.itemIds ? offers.filter(({ id }) => input.itemIds!.includes(id)) : offers
    if (input.itemIds && wanted.length < new Set(input.itemIds).size) throw refuse('AGENDA_NOT_OFFERED')
    const rows = [...(await rowsOf(ctx, input.meetingId))]
    const added: AgendaItem[] = []
    for (const offer of wanted) {
      const { title, note, minutes, presenter, presenterId, visibility } = offer
      const again = { title, note, minutes, presenter, presenterId, visibility, ...subjectColumns(subjectOf(offer)) }
      const item = await this.agendas.insert(
        ctx,
        at,
        rows,
        { ...again, carriedFromId: offer.id },
        { under: null, before: null },
      )
      rows.push(item)
      added.push(item)
    }
    if (added.length > 0) await this.agendas.tell(ctx, at, 'agenda.carriedOver', added)
    return at
  }

  /** Says in which hours the meeting sits. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, MEETING_CANCELLED, BAD_INPUT, AGENDA_HOURS. [AG-8] */
  async setHours(
    ctx: WriteCtx,
    input: { meetingId: string; expectedRevision: number; sittings: readonly Sitting[] },
  ): Promise<MeetingAtWork> {
    const at = await this.meetings.take(ctx, input.meetingId, 'edit')
    const sittings = input.sittings.map(({ on, from, to }) => ({ on, from, to }))
    if (sittings.length > 40)
      throw refuse('BAD_INPUT', { detail: 'a meeting has 40 sittings at most' }, { field: 'input.sittings' })
    for (const { from, to } of sittings) {
      for (const time of [from, to]) {
        if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
          throw refuse('NO_SUCH_TIME_OF_DAY', { time }, { field: 'input.sittings' })
      }
    }
    const wrong = sittingsProblem(sittings, at.meeting)
    if (wrong) throw refuse('AGENDA_HOURS', { ...sittings[wrong.at]!, why: wrong.why }, { field: 'input.sittings' })
    const inTurn = sittings.toSorted((one, other) => (one.on + one.from < other.on + other.from ? -1 : 1))
    await ctx.db.query('insert into agenda_plan (id) values ($1) on conflict do nothing', [input.meetingId])
    await revise(ctx.db, AgendaPlan, input.meetingId, input.expectedRevision, { sittings: inTurn })
    await this.agendas.record(ctx, at, 'agenda.hoursSet', { count: sittings.length }, 'PUBLIC')
    return at
  }

  /**
   * Freezes the agenda as it stands as its next version. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED, TEXT_TOO_LONG,
   * AGENDA_EMPTY, AGENDA_UNCHANGED when it is as the last version has it. [AG-7]
   */
  async publish(ctx: WriteCtx, input: { meetingId: string; note?: string | null }): Promise<AgendaVersion> {
    const at = await this.meetings.take(ctx, input.meetingId, 'edit')
    const note = optionalTextOf(input.note, 1000, 'input.note')
    const plan = await ctx.db.findOneBy(AgendaPlan, { id: input.meetingId })
    const content = contentOf(await rowsOf(ctx, input.meetingId), plan?.sittings ?? [])
    if (content.rows.length === 0) throw refuse('AGENDA_EMPTY')
    const sha256 = createHash('sha256').update(canonical(content)).digest('hex')
    const last = await ctx.db.findOne(AgendaVersion, {
      where: { meetingId: input.meetingId },
      order: { number: 'DESC' },
    })
    if (last?.sha256 === sha256) throw refuse('AGENDA_UNCHANGED', { number: last.number })
    const version = Object.assign(new AgendaVersion(), {
      id: newId(),
      meetingId: input.meetingId,
      number: (last?.number ?? 0) + 1,
      publishedAt: ctx.now,
      note,
      content,
      sha256,
    })
    await ctx.db.insert(AgendaVersion, version)
    await this.agendas.record(ctx, at, 'agenda.published', { number: version.number }, 'PUBLIC')
    return version
  }
}

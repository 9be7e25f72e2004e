import { Injectable } from '@nestjs/common'
import { MOST_DOCUMENTS, type AllocationRuleKind, type AllocationWay } from '#schema/vocabulary/document-list.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { newId, sqlState } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { agendaByMeeting, type NumberedItem } from '#server/process/agenda/index.js'
import { optionalTextOf, textOf } from '#server/process/groups/index.js'
import { Meetings, type MeetingAtWork } from '#server/process/meetings/index.js'
import { AllocationRule } from './allocation-rule.entity.js'
import { AllocationRun } from './allocation-run.entity.js'
import { Allocation } from './allocation.entity.js'
import { ConcernedClauses } from './concerned-clauses.service.js'
import { documentsOf, sortableDocuments, type SortableDocument } from './document-list.reads.js'
import { placedUnder, standsAt, type Place, type Places } from './places.js'
import { whereTo } from './where-to.js'

export interface AllocateDocuments {
  readonly meetingId: string
  readonly documents: readonly string[]
  readonly agendaItemId?: string | null
  readonly isAlso?: boolean | null
}

export interface NamePresenter {
  readonly meetingId: string
  readonly document: string
  readonly presentedBy?: string | null
  readonly presenterId?: string | null
}

export interface AddAllocationRule {
  readonly meetingId: string
  readonly kind: AllocationRuleKind
  readonly pattern: string
  readonly agendaItemId: string
}

/** What the rules of a meeting would do. */
export interface Sorting {
  /** Row → documents that would go there, in the order of numbers. */
  readonly rows: ReadonlyMap<string, SortableDocument[]>
  readonly matchNone: readonly SortableDocument[]
  readonly matchSeveral: readonly { readonly document: SortableDocument; readonly rows: readonly string[] }[]
  /** Documents that stand under a row already and were not looked at. */
  readonly left: number
}

/** A run with what could not be taken back. */
export type Run = AllocationRun & { readonly keptCount?: number }

/** Rules of one meeting. */
const MOST_RULES = 200

/** Puts documents under rows of the agenda. Chair, vice-chairs, secretariat, administrators. The meeting is locked: one who allocates at a time. */
@Injectable()
export class Allocating {
  constructor(
    private readonly meetings: Meetings,
    private readonly concerned: ConcernedClauses,
  ) {}

  /** Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED, TOO_MANY_DOCUMENTS. [DL-5, DL-8] */
  async allocate(ctx: WriteCtx, input: AllocateDocuments): Promise<Run> {
    const work = await this.meetings.take(ctx, input.meetingId, 'edit')
    const ids = [...new Set(input.documents)]
    if (ids.length > MOST_DOCUMENTS) {
      throw refuse('TOO_MANY_DOCUMENTS', { limit: MOST_DOCUMENTS }, { field: 'input.documents' })
    }
    const row = input.agendaItemId ? await this.rowOf(ctx, work, input.agendaItemId, 'input.agendaItemId') : null
    const documents = await documentsOf(ctx, work.meeting.id, ids)
    if (documents.length < ids.length) throw refuse('NOT_FOUND', {}, { field: 'input.documents' })
    const before = await this.placesOf(ctx, work, ids)
    let last = row ? await this.lastPosition(ctx, row.id) : 0
    const isAlso = input.isAlso ?? false
    const after = ids.map((id) => [id, row ? placedUnder(before.get(id) ?? [], row.id, ++last, isAlso) : []] as const)
    return this.carryOut(ctx, work, 'HAND', before, new Map(after), row)
  }

  /** Puts documents where the rules send them. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED. [DL-7, DL-8] */
  async applyRules(ctx: WriteCtx, input: { meetingId: string; again?: boolean | null }): Promise<Run> {
    const work = await this.meetings.take(ctx, input.meetingId, 'edit')
    const { rows } = await this.sorting(ctx, work.meeting.id, input.again ?? false)
    const ids = [...rows.values()].flat().map(({ id }) => id)
    const before = await this.placesOf(ctx, work, ids)
    const after = new Map<string, Places>()
    for (const [row, documents] of rows) {
      let last = await this.lastPosition(ctx, row)
      for (const { id } of documents) after.set(id, placedUnder(before.get(id) ?? [], row, ++last, false))
    }
    return this.carryOut(ctx, work, 'RULES', before, after, null)
  }

  /** What the rules would do now. Whoever asks may change the meeting. [DL-7] */
  async sorting(ctx: Ctx, meetingId: string, again: boolean): Promise<Sorting> {
    const agenda = new Set((await agendaByMeeting(ctx).load(meetingId)).map(({ id }) => id))
    const rules = (await ctx.db.find(AllocationRule, { where: { meetingId }, order: { id: 'ASC' } })).filter((rule) =>
      agenda.has(rule.agendaItemId),
    )
    const documents = await sortableDocuments(ctx, meetingId)
    const looked = documents.filter((document) => again || !document.isAllocated)
    // Drafts are read only where a rule speaks of clauses.
    const asksForClauses = rules.some(({ kind }) => kind === 'CLAUSE')
    const clauses = asksForClauses ? await this.concerned.names(ctx, looked) : []
    const sent = looked.map((document, at) => ({
      document,
      rows: whereTo(
        {
          ...document,
          clauses: clauses[at] ?? [],
          subgroup:
            document.subgroupNumber === null
              ? null
              : { number: document.subgroupNumber, title: document.subgroupTitle ?? '' },
        },
        rules,
      ),
    }))
    return {
      rows: new Map(
        [
          ...Map.groupBy(
            sent.filter(({ rows }) => rows.length === 1),
            ({ rows }) => rows[0]!,
          ),
        ].map(([row, some]) => [row, some.map(({ document }) => document)]),
      ),
      matchNone: sent.filter(({ rows }) => rows.length === 0).map(({ document }) => document),
      matchSeveral: sent.filter(({ rows }) => rows.length > 1),
      left: documents.length - looked.length,
    }
  }

  /** Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED, ALREADY_UNDONE. [DL-8] */
  async undo(ctx: WriteCtx, id: string): Promise<Run> {
    const found = await ctx.db.findOneBy(AllocationRun, { id })
    if (!found) throw refuse('NOT_FOUND')
    const work = await this.meetings.take(ctx, found.meetingId, 'edit')
    const run = await ctx.db.findOneByOrFail(AllocationRun, { id })
    if (run.undoneAt !== null) throw refuse('ALREADY_UNDONE')
    const ids = Object.keys(run.after)
    const now = await this.placesOf(ctx, work, ids)
    const rows = new Set(
      (
        (await ctx.db.query('select id from agenda_item where meeting_id = $1', [run.meetingId])) as { id: string }[]
      ).map((row) => row.id),
    )
    // What was moved again since stays; a row that is gone meanwhile cannot have its documents back.
    const back = ids.filter((one) => standsAt(now.get(one) ?? [], run.after[one]!))
    await this.write(
      ctx,
      work,
      new Map(back.map((one) => [one, run.before[one]!.filter((place) => rows.has(place.agendaItemId))])),
    )
    const undone = { undoneAt: ctx.now, undoneBy: ctx.viewer.personId }
    await ctx.db.update(AllocationRun, run.id, undone)
    await this.meetings.record(ctx, work, 'meeting.allocationUndone', { count: back.length })
    return Object.assign(run, undone, { keptCount: ids.length - back.length })
  }

  /** Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED. [DL-6] */
  async order(ctx: WriteCtx, input: { meetingId: string; document: string; before?: string | null }): Promise<void> {
    const work = await this.meetings.take(ctx, input.meetingId, 'edit')
    const [own] = await this.ownPlaces(ctx, work, [input.document])
    if (!own) throw refuse('NOT_FOUND', {}, { field: 'input.document' })
    const siblings = (
      await ctx.db.find(Allocation, {
        where: { agendaItemId: own.agendaItemId },
        order: { position: 'ASC', id: 'ASC' },
      })
    ).filter(({ id }) => id !== own.id)
    const at = input.before
      ? siblings.findIndex(({ contributionId }) => contributionId === input.before)
      : siblings.length
    if (at < 0) throw refuse('NOT_FOUND', {}, { field: 'input.before' })
    const ordered = siblings.toSpliced(at, 0, own)
    await ctx.db.query(
      `update allocation a set position = n.position from unnest($1::uuid[]) with ordinality n(id, position)
       where a.id = n.id and a.position <> n.position`,
      [ordered.map(({ id }) => id)],
    )
    await this.meetings.record(ctx, work, 'meeting.documentsOrdered', { count: 1 })
  }

  /** Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED, NOT_ALLOCATED, TEXT_TOO_LONG, BAD_INPUT. */
  async namePresenter(ctx: WriteCtx, input: NamePresenter): Promise<void> {
    const work = await this.meetings.take(ctx, input.meetingId, 'edit')
    const presentedBy = optionalTextOf(input.presentedBy, 300, 'input.presentedBy')
    const presenterId = input.presenterId ?? null
    if (presentedBy && presenterId) {
      throw refuse(
        'BAD_INPUT',
        { detail: 'a presenter is named in words or as a person' },
        { field: 'input.presentedBy' },
      )
    }
    const [document] = await documentsOf(ctx, work.meeting.id, [input.document])
    if (!document) throw refuse('NOT_FOUND', {}, { field: 'input.document' })
    const [own] = await this.ownPlaces(ctx, work, [input.document])
    if (!own) throw refuse('NOT_ALLOCATED', { number: document.number }, { field: 'input.presentedBy' })
    try {
      await ctx.db.update(Allocation, own.id, { presentedBy, presenterId })
    } catch (error) {
      if (sqlState(error) === '23503') throw refuse('NOT_FOUND', {}, { field: 'input.presenterId' })
      throw error
    }
    await this.meetings.record(ctx, work, 'meeting.presenterNamed', { document: document.number })
  }

  /** Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED, TEXT_MISSING, TEXT_TOO_LONG, ALREADY_THERE, TOO_MANY_RULES. [DL-7] */
  async addRule(ctx: WriteCtx, input: AddAllocationRule): Promise<AllocationRule> {
    const work = await this.meetings.take(ctx, input.meetingId, 'edit')
    const row = await this.rowOf(ctx, work, input.agendaItemId, 'input.agendaItemId')
    const rule = Object.assign(new AllocationRule(), {
      id: newId(),
      meetingId: work.meeting.id,
      kind: input.kind,
      pattern: textOf(input.pattern, 200, 'input.pattern'),
      agendaItemId: row.id,
    })
    const there = await ctx.db.findBy(AllocationRule, { meetingId: work.meeting.id })
    if (there.length >= MOST_RULES) throw refuse('TOO_MANY_RULES', { limit: MOST_RULES }, { field: 'input.pattern' })
    const isThere = there.some(
      (one) => one.kind === rule.kind && one.pattern === rule.pattern && one.agendaItemId === rule.agendaItemId,
    )
    if (isThere) throw refuse('ALREADY_THERE', { name: rule.pattern }, { field: 'input.pattern' })
    await ctx.db.insert(AllocationRule, rule)
    await this.meetings.record(ctx, work, 'meeting.allocationRuleAdded', { count: there.length + 1 })
    return rule
  }

  /** Answers the meeting. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED. */
  async removeRule(ctx: WriteCtx, id: string): Promise<MeetingAtWork['meeting']> {
    const rule = await ctx.db.findOneBy(AllocationRule, { id })
    if (!rule) throw refuse('NOT_FOUND')
    const work = await this.meetings.take(ctx, rule.meetingId, 'edit')
    await ctx.db.delete(AllocationRule, { id })
    const count = await ctx.db.countBy(AllocationRule, { meetingId: rule.meetingId })
    await this.meetings.record(ctx, work, 'meeting.allocationRuleRemoved', { count })
    return work.meeting
  }

  private async carryOut(
    ctx: WriteCtx,
    work: MeetingAtWork,
    way: AllocationWay,
    before: ReadonlyMap<string, Places>,
    after: ReadonlyMap<string, Places>,
    row: NumberedItem | null,
  ): Promise<Run> {
    const moved = [...after].filter(([id, places]) => !standsAt(before.get(id) ?? [], places))
    await this.write(ctx, work, new Map(moved))
    const run = Object.assign(new AllocationRun(), {
      id: newId(),
      meetingId: work.meeting.id,
      way,
      madeBy: ctx.viewer.personId,
      madeAt: ctx.now,
      undoneBy: null,
      undoneAt: null,
      count: moved.length,
      before: Object.fromEntries(moved.map(([id]) => [id, before.get(id) ?? []])),
      after: Object.fromEntries(moved),
    })
    await ctx.db.insert(AllocationRun, run)
    // The row of an agenda may be hidden from those who see the meeting: its number says enough, its title is not told.
    const args = { count: moved.length, way, ...(row && { row: row.number }) }
    await this.meetings.record(ctx, work, 'meeting.documentsAllocated', args)
    return run
  }

  /** Makes documents stand so. Three statements, however many they are. */
  private async write(ctx: WriteCtx, { meeting }: MeetingAtWork, places: ReadonlyMap<string, Places>): Promise<void> {
    if (places.size === 0) return
    await ctx.db.query('delete from allocation where meeting_id = $1 and contribution_id = any($2::uuid[])', [
      meeting.id,
      [...places.keys()],
    ])
    const rows = [...places].flatMap(([contributionId, all]) =>
      all.map((place) => ({ ...place, id: newId(), meetingId: meeting.id, contributionId })),
    )
    if (rows.length === 0) return
    await ctx.db.query(
      `insert into allocation (id, meeting_id, contribution_id, agenda_item_id, position, is_primary, presenter_id, presented_by, treated_at)
       select r.id, r."meetingId", r."contributionId", r."agendaItemId", r.position, r."isPrimary", r."presenterId", r."presentedBy", r."treatedAt"
       from jsonb_to_recordset($1::jsonb) r(id uuid, "meetingId" uuid, "contributionId" uuid, "agendaItemId" uuid, position integer,
         "isPrimary" boolean, "presenterId" uuid, "presentedBy" text, "treatedAt" timestamptz)`,
      [JSON.stringify(rows)],
    )
  }

  private async placesOf(ctx: Ctx, { meeting }: MeetingAtWork, ids: readonly string[]): Promise<Map<string, Places>> {
    const rows = (await ctx.db.query(
      `select contribution_id as "contributionId", agenda_item_id as "agendaItemId", position, is_primary as "isPrimary",
         presenter_id as "presenterId", presented_by as "presentedBy", treated_at as "treatedAt"
       from allocation where meeting_id = $1 and contribution_id = any($2::uuid[]) order by is_primary desc, id`,
      [meeting.id, ids],
    )) as (Omit<Place, 'treatedAt'> & { contributionId: string; treatedAt: Date | null })[]
    const places = rows.map(({ treatedAt, ...row }) => ({ ...row, treatedAt: treatedAt?.toISOString() ?? null }))
    return new Map(
      [...Map.groupBy(places, ({ contributionId }) => contributionId)].map(([id, all]) => [
        id,
        all.map(({ contributionId: _, ...place }) => place),
      ]),
    )
  }

  private ownPlaces(ctx: Ctx, { meeting }: MeetingAtWork, ids: readonly string[]): Promise<Allocation[]> {
    return ctx.db
      .createQueryBuilder(Allocation, 'a')
      .where('a.meetingId = :meetingId and a.contributionId in (:...ids) and a.isPrimary', {
        meetingId: meeting.id,
        ids,
      })
      .getMany()
  }

  private async lastPosition(ctx: Ctx, agendaItemId: string): Promise<number> {
    return (await ctx.db.maximum(Allocation, 'position', { agendaItemId })) ?? 0
  }

  private async rowOf(ctx: Ctx, { meeting }: MeetingAtWork, id: string, field: string): Promise<NumberedItem> {
    const row = (await agendaByMeeting(ctx).load(meeting.id)).find((one) => one.id === id)
    if (!row) throw refuse('NOT_FOUND', {}, { field })
    return row
  }
}

import { randomInt } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import * as Y from 'yjs'
import {
  clauseHash,
  clauseOf,
  insertClauses,
  schemaVersion,
  seeded,
  setForm,
  stampVersion,
} from '#schema/document/index.js'
import type { SectionKey } from '#schema/vocabulary/reports.js'
import { formatDay } from '#schema/words/dates.js'
import { Access, type Visibility } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { Documents, SharedDocument } from '#server/drafting/documents/index.js'
import { Readings } from '#server/drafting/reading/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { dayOf, Groups, inOrder, narrower, type StandardsGroup } from '#server/process/groups/index.js'
import { Meeting, stateOn, type MeetingAtWork } from '#server/process/meetings/index.js'
import { Composing, type Composed } from './composing.service.js'
import { nextPeriod } from './progress-facts.reads.js'
import { ReportPerson } from './report-person.entity.js'
import { ReportSection } from './report-section.entity.js'
import { blocksOf, draftOf } from './report-text.js'
import { Report } from './report.entity.js'
import './reports.access.js'
import { linesOf, type Section } from './said.js'
import type { Signs } from './signs.js'

/** A clause of a draft beside the records. */
export interface SectionSeen {
  readonly key: SectionKey
  readonly heading: string
  readonly isEdited: boolean
  readonly isOutdated: boolean
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** The verbs that make drafts of reports and write them anew. What is written in them: the room `collaboration`. Freezing: freezing.service.ts. */
@Injectable()
export class Reports {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly groups: Groups,
    private readonly documents: Documents,
    private readonly texts: Texts,
    private readonly readings: Readings,
    private readonly composing: Composing,
  ) {}

  /** What follows from the closing of a meeting: its draft is there. One that was there before, from an earlier closing, stays as it is. [RP-1] */
  async atClosing(ctx: WriteCtx, { meeting, group }: MeetingAtWork): Promise<void> {
    if (await ctx.db.existsBy(Report, { meetingId: meeting.id })) return
    await this.draftOfMeeting(ctx, group, meeting)
  }

  /** Makes the draft of the report of a meeting that has begun. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, MEETING_CANCELLED, MEETING_NOT_HELD, REPORT_EXISTS. */
  async makeForMeeting(ctx: WriteCtx, given: { readonly group: string; readonly meeting: number }): Promise<Report> {
    const group = await this.groups.lockBySlug(ctx, given.group.replaceAll('\0', ''))
    const meeting = await ctx.db.findOne(Meeting, {
      where: { groupId: group.id, number: given.meeting },
      lock: { mode: 'for_no_key_update' },
    })
    if (!meeting) throw refuse('NOT_FOUND', {}, { field: 'input.meeting' })
    this.mayWrite(ctx, group, narrower(meeting.visibility, group.visibility))
    const state = stateOn(meeting, dayIn(ctx.now, meeting.zone))
    if (state === 'CANCELLED') throw refuse('MEETING_CANCELLED', {}, { field: 'input.meeting' })
    if (state === 'PLANNED' || state === 'ANNOUNCED') {
      throw refuse('MEETING_NOT_HELD', { startsOn: meeting.startsOn }, { field: 'input.meeting' })
    }
    if (await ctx.db.existsBy(Report, { meetingId: meeting.id })) throw refuse('REPORT_EXISTS')
    return this.draftOfMeeting(ctx, group, meeting)
  }

  /** Makes the draft of a progress report. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, NO_SUCH_DAY, DAY_OUT_OF_RANGE, DAY_AHEAD, ENDS_BEFORE_START. [RP-2] */
  async makeProgress(
    ctx: WriteCtx,
    given: { readonly group: string; readonly fromOn: string; readonly untilOn: string },
  ): Promise<Report> {
    const group = await this.groups.lockBySlug(ctx, given.group.replaceAll('\0', ''))
    this.mayWrite(ctx, group, group.visibility)
    const fromOn = dayOf(given.fromOn, 'input.fromOn')
    const untilOn = dayOf(given.untilOn, 'input.untilOn')
    inOrder(fromOn, untilOn, 'input.untilOn')
    const today = dayIn(ctx.now, group.deadlineZone)
    if (untilOn > today) throw refuse('DAY_AHEAD', { day: untilOn, today }, { field: 'input.untilOn' })
    const { lastNumber } = await nextPeriod({ ctx, group }, today)
    const words = this.composing.words()
    const title = words('report.titleOfProgress', {
      group: group.acronym ?? group.name,
      from: formatDay(fromOn, words),
      until: formatDay(untilOn, words),
    })
    return this.draft(
      ctx,
      { group, visibility: group.visibility, meeting: null, fromOn, untilOn },
      title,
      lastNumber + 1,
    )
  }

  /**
   * Writes clauses anew from the records. Those that people have changed only where their changes are given up by name.
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, CLAUSES_CHANGED. [RP-3]
   */
  async renew(
    ctx: WriteCtx,
    input: {
      readonly id: string
      readonly expectedRevision: number
      readonly sections: readonly SectionKey[]
      readonly overwrites: readonly SectionKey[]
    },
  ): Promise<Report> {
    const { report, group } = await this.take(ctx, input.id)
    const { sections, signs } = await this.composing.compose(ctx, await this.composing.of(ctx, report))
    const seen = await this.compare(ctx, report, sections)
    const edited = seen.filter(({ key, isEdited }) => isEdited && input.sections.includes(key))
    if (edited.length > 0) {
      throw refuse('CLAUSES_CHANGED', { what: edited.map(({ heading }) => heading).join('; ') })
    }
    const changed = await revise(ctx.db, Report, report.id, input.expectedRevision, {})
    const wanted = new Set([...input.sections, ...input.overwrites])
    const written = sections.filter(({ key }) => wanted.has(key))
    const rows = await ctx.db.findBy(ReportSection, { reportId: report.id })
    const clauseOfKey = new Map(rows.map(({ key, clauseId }) => [key, clauseId]))
    await this.keepSigns(ctx, report.id, signs)
    await this.tell(ctx, group, changed, 'report.renewed', { clauses: written.length })
    // Last: nothing else is stored in the text until this is committed.
    const clauses = await this.texts.edit(
      ctx,
      report.documentId,
      'writeClauses',
      written.map(({ key, heading, said }) => ({
        id: clauseOfKey.get(key) ?? '',
        title: heading,
        body: blocksOf(said),
      })),
    )
    await this.keepSections(ctx, report.id, written, clauses)
    return changed
  }

  /** The clauses of a draft beside what the records say now, with the signs that the latter need. */
  async sections(ctx: Ctx, report: Report): Promise<{ seen: SectionSeen[]; signs: Signs }> {
    const { sections, signs } = await this.composing.compose(ctx, await this.composing.of(ctx, report))
    return { seen: await this.compare(ctx, report, sections), signs }
  }

  /** A report that somebody changes, with its group and meeting, and who sees what is frozen of it. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN. */
  async take(
    ctx: WriteCtx,
    id: string,
  ): Promise<{ report: Report; group: StandardsGroup; meeting: Meeting | null; seenBy: Visibility }> {
    const report = await ctx.db.findOne(Report, { where: { id }, lock: { mode: 'for_no_key_update' } })
    if (!report) throw refuse('NOT_FOUND', {}, { field: 'input.id' })
    const { group, meeting } = await this.composing.of(ctx, report)
    const inGroup = narrower(report.visibility, group.visibility)
    const seenBy = meeting ? narrower(inGroup, meeting.visibility) : inGroup
    this.mayWrite(ctx, group, seenBy)
    return { report, group, meeting, seenBy }
  }

  /** News of a report: of its draft for the management alone, unless said. */
  tell(
    ctx: WriteCtx,
    group: StandardsGroup,
    { id }: Pick<Report, 'id'>,
    verb: `report.${string}`,
    args: Record<string, unknown>,
    visibility: Visibility = 'MANAGEMENT',
  ): Promise<void> {
    return this.activity.record(ctx, { verb, object: { type: 'report', id }, groupId: group.id, visibility, args })
  }

  private mayWrite(ctx: Ctx, { id }: StandardsGroup, visibility: Visibility): void {
    this.access.require(ctx, 'reports.write', { groupId: id, visibility })
  }

  private draftOfMeeting(ctx: WriteCtx, group: StandardsGroup, meeting: Meeting): Promise<Report> {
    const visibility = narrower(meeting.visibility, group.visibility)
    const title = this.composing.words()('report.titleOfMeeting', { meeting: meeting.title })
    return this.draft(ctx, { group, visibility, meeting }, title, null)
  }

  private async draft(ctx: WriteCtx, what: Composed, title: string, number: number | null): Promise<Report> {
    const { group, visibility, meeting } = what
    const { sections, signs } = await this.composing.compose(ctx, what)
    // A draft is the management's; what is frozen of it, everybody's who sees the meeting.
    const document: SharedDocument = await this.documents.open(ctx, {
      groupId: group.id,
      kind: 'REPORT',
      title: title.slice(0, 500),
      schemaVersion,
      visibility: 'MANAGEMENT',
      isExample: group.isExample,
    })
    const { update, clauses } = textOf(sections)
    await this.texts.seed(ctx, document.id, update)
    const report = Object.assign(new Report(), {
      id: newId(),
      groupId: group.id,
      kind: meeting ? ('MEETING' as const) : ('PROGRESS' as const),
      meetingId: meeting?.id ?? null,
      number,
      fromOn: meeting ? null : what.fromOn,
      untilOn: meeting ? null : what.untilOn,
      title: document.title,
      documentId: document.id,
      visibility,
      madeAt: ctx.now,
      madeBy: ctx.viewer.personId,
      revision: 1,
    })
    await ctx.db.insert(Report, report)
    await this.keepSigns(ctx, report.id, signs)
    await this.keepSections(ctx, report.id, sections, clauses)
    await this.tell(ctx, group, report, 'report.made', {})
    return report
  }

  private async keepSigns(ctx: WriteCtx, reportId: string, { added }: Signs): Promise<void> {
    if (added.length > 0)
      await ctx.db.insert(
        ReportPerson,
        added.map((one) => ({ reportId, ...one })),
      )
  }

  private async keepSections(
    ctx: WriteCtx,
    reportId: string,
    sections: readonly Section[],
    clauses: readonly { readonly id: string; readonly hash: string }[],
  ): Promise<void> {
    if (sections.length === 0) return
    const rows = sections.map(({ key, heading, said }, at) => ({
      reportId,
      key,
      heading,
      said: said as object,
      clauseId: clauses[at]!.id,
      clauseHash: clauses[at]!.hash,
    }))
    await ctx.db.upsert(ReportSection, rows as never, ['reportId', 'key'])
  }

  private async compare(ctx: Ctx, report: Report, sections: readonly Section[]): Promise<SectionSeen[]> {
    const rows = await ctx.db.findBy(ReportSection, { reportId: report.id })
    const byKey = new Map(rows.map((row) => [row.key, row]))
    const { clauses } = await this.readings.of({ id: report.documentId, kind: 'REPORT' })
    const hashes = new Map(clauses.map(({ id, hash }) => [id, hash]))
    return sections.map(({ key, heading, said }) => {
      const row = byKey.get(key)
      const before = row ? linesOf(row.said) : []
      const after = linesOf(said)
      return {
        key,
        heading,
        isEdited: row !== undefined && hashes.get(row.clauseId) !== row.clauseHash,
        isOutdated: before.join('\n') !== after.join('\n'),
        before,
        after,
      }
    })
  }
}

/** The first text of a report, with the clauses that it has. */
function textOf(sections: readonly Section[]): { update: Uint8Array; clauses: { id: string; hash: string }[] } {
  const doc = new Y.Doc({ gc: false })
  const seed = randomInt(1, 2 ** 31)
  doc.clientID = seed
  stampVersion(doc)
  setForm(doc, { type: 'PLAIN' })
  const ids = insertClauses(doc, { parent: null }, sections.map(draftOf), { random: seeded(seed) })
  const clauses = ids.map((id) => ({ id, hash: clauseHash(clauseOf(doc, id)!) }))
  return { update: Y.encodeStateAsUpdate(doc), clauses }
}

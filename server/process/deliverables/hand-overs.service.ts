import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { Injectable } from '@nestjs/common'
import { strToU8 } from 'fflate'
import type { Disposition, ParentAnswer, TransmissionKind } from '#schema/vocabulary/deliverables.js'
import type { DeliverableRemedy } from '#schema/vocabulary/process.js'
import { wordsFor } from '#schema/words/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import type { CalendarDay } from '#server/platform/time/index.js'
import { deliverableCheck, type DeliverableCheck } from '#server/process/deadlines/index.js'
import { optionalDayOf, optionalTextOf, textOf, type StandardsGroup } from '#server/process/groups/index.js'
import { factsOf, meetingsById } from '#server/process/meetings/index.js'
import { Items } from '#server/roadmap/items/index.js'
import { coverFacts } from './cover-facts.js'
import { DeliverableApproval } from './deliverable-approval.entity.js'
import { DeliverableIssue } from './deliverable-issue.entity.js'
import { DeliverableVersion } from './deliverable-version.entity.js'
import type { Deliverable } from './deliverable.entity.js'
import { DeliverablesAtWork, pastDay, type AtWork } from './deliverables-at-work.service.js'
import { Deliverables } from './deliverables.service.js'
import { Freezing } from './freezing.service.js'
import { dispositionFor, relationFor } from './parent-answer.js'
import { bodyIdsOf } from './parent-meetings.reads.js'
import { packageOf } from './transmission-package.js'
import { Transmission, type OpenIssue } from './transmission.entity.js'
import { TransmittedPackage } from './transmitted-package.entity.js'
import { DeliverableVersions } from './versions.service.js'

export interface TransmitDeliverable {
  readonly deliverableId: string
  readonly expectedRevision: number
  readonly kind: TransmissionKind
  readonly versionId: string
  /** Absent: today. */
  readonly sentOn?: string | null
  readonly parentMeetingId?: string | null
  readonly parentMeetingOn?: string | null
  readonly parentMeetingName?: string | null
  readonly remedy?: DeliverableRemedy | null
  readonly waiverReason?: string | null
  readonly carriedToOn?: string | null
  readonly note?: string | null
}

export interface AnswerDeliverable {
  /** The transmission that is answered. */
  readonly id: string
  readonly expectedRevision: number
  readonly answer: ParentAnswer
  readonly disposition?: Disposition | null
  /** Absent: today. */
  readonly on?: string | null
  readonly note?: string | null
  /** Slug or any name of the item that came of it. */
  readonly item?: string | null
}

interface ForMeeting {
  readonly parentMeetingId: string | null
  readonly parentMeetingOn: CalendarDay | null
  readonly parentMeetingName: string | null
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** What goes to the parent group, and what comes back. Management of the group, administrators. */
@Injectable()
export class HandOvers {
  constructor(
    private readonly atWork: DeliverablesAtWork,
    private readonly deliverables: Deliverables,
    private readonly versions: DeliverableVersions,
    private readonly freezing: Freezing,
    private readonly items: Items,
  ) {}

  /** Whether a final text that is sent on a day is in time for a meeting of the parent. Null when no rule speaks of it. [D-FG-3] */
  async check(
    ctx: Ctx,
    group: StandardsGroup,
    sentOn: CalendarDay,
    parentStartsOn: CalendarDay,
  ): Promise<DeliverableCheck | null> {
    const facts = await factsOf(ctx, group, { startsOn: sentOn, endsOn: sentOn, mode: 'HYBRID' }, [])
    return deliverableCheck(sentOn, parentStartsOn, facts)
  }

  /**
   * Sends a frozen text to the parent: a draft at any time, the final one when the group has approved it. Refuses: NOT_FOUND, FORBIDDEN,
   * SIGN_IN_REQUIRED, STALE, NOT_A_STEP, NOT_APPROVED, PARENT_MEETING_MISSING, TOO_LATE_FOR_PARENT without a remedy, TEXT_MISSING, TEXT_TOO_LONG,
   * NO_SUCH_DAY, DAY_OUT_OF_RANGE, DAY_AHEAD. [DE-5, DE-6, D-FG-3]
   */
  async transmit(ctx: WriteCtx, input: TransmitDeliverable): Promise<Transmission> {
    const work = await this.atWork.take(ctx, input.deliverableId, 'handOver')
    const { deliverable, group, today } = work
    const version = await ctx.db.findOneBy(DeliverableVersion, { id: input.versionId, deliverableId: deliverable.id })
    if (!version) throw refuse('NOT_FOUND', {}, { field: 'input.versionId' })
    const approval = await ctx.db.findOneBy(DeliverableApproval, { versionId: version.id })
    const sentOn = pastDay(input.sentOn, today, 'input.sentOn')
    const meeting = await this.meetingOf(ctx, group, input)
    const isFinal = input.kind === 'FINAL'
    if (!isFinal && (deliverable.state === 'MERGED' || deliverable.state === 'DROPPED')) {
      throw refuse('NOT_A_STEP', { from: deliverable.state, to: 'SUBMITTED_TO_PARENT' })
    }
    if (isFinal && !approval) throw refuse('NOT_APPROVED', { number: version.number }, { field: 'input.versionId' })
    if (isFinal && Object.values(meeting).every((one) => one === null)) {
      throw refuse('PARENT_MEETING_MISSING', {}, { field: 'input.parentMeetingId' })
    }
    const lateness = isFinal ? await this.lateness(ctx, group, sentOn, meeting, input) : inTime
    const openIssues = await openIssuesOf(ctx, deliverable.id)
    const last = await ctx.db.maximum(Transmission, 'number', { deliverableId: deliverable.id })
    const transmission = Object.assign(new Transmission(), {
      id: newId(),
      deliverableId: deliverable.id,
      number: (last ?? 0) + 1,
      kind: input.kind,
      versionId: version.id,
      sentOn,
      ...meeting,
      ...lateness,
      note: optionalTextOf(input.note, 5000, 'input.note'),
      openIssues,
      sentBy: ctx.viewer.personId,
      receivedOn: null,
      receipt: null,
      answer: null,
      disposition: null,
      answeredOn: null,
      answerNote: null,
      revision: 1,
    })
    const body = await this.pack(ctx, work, transmission, version, approval)
    transmission.packageHash = sha256(body)
    transmission.packageBytes = body.length
    if (isFinal) {
      const { expectedRevision } = input
      await this.atWork.step(ctx, work, { to: 'SUBMITTED_TO_PARENT', expectedRevision, on: sentOn })
    }
    await ctx.db.insert(Transmission, transmission as object)
    await ctx.db.insert(TransmittedPackage, { transmissionId: transmission.id, body: Buffer.from(body) })
    const args = {
      number: transmission.number,
      kind: transmission.kind,
      version: version.number,
      on: sentOn,
      hash: transmission.packageHash.toString('hex'),
      ...(lateness.remedy && { remedy: lateness.remedy }),
    }
    await this.atWork.tell(ctx, group, 'deliverable.transmitted', deliverable.id, args)
    return transmission
  }

  /** Records that the parent has it. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, TEXT_TOO_LONG, NO_SUCH_DAY, DAY_OUT_OF_RANGE, DAY_AHEAD. [DE-6] */
  async receive(
    ctx: WriteCtx,
    input: { id: string; expectedRevision: number; on?: string | null; receipt?: string | null },
  ): Promise<Transmission> {
    const { transmission, work } = await this.sent(ctx, input.id)
    const receivedOn = pastDay(input.on, work.today, 'input.on')
    const changed = await revise(ctx.db, Transmission, transmission.id, input.expectedRevision, {
      receivedOn,
      receipt: optionalTextOf(input.receipt, 500, 'input.receipt'),
    })
    const args = { number: transmission.number, on: receivedOn }
    await this.atWork.tell(ctx, work.group, 'deliverable.received', work.deliverable.id, args)
    return changed
  }

  /**
   * Records what the parent said to the final text, and the item that came of it. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE,
   * NOT_A_STEP, ANSWER_AND_DISPOSITION, NO_ANSWER_TO_DRAFT, TEXT_TOO_LONG, NO_SUCH_DAY, DAY_OUT_OF_RANGE, DAY_AHEAD. [DE-5, DE-8, DE-9]
   */
  async answer(ctx: WriteCtx, input: AnswerDeliverable): Promise<Transmission> {
    const { transmission, work } = await this.sent(ctx, input.id)
    const { deliverable, group, today } = work
    if (transmission.kind !== 'FINAL') throw refuse('NO_ANSWER_TO_DRAFT')
    const disposition = dispositionFor(input.answer, input.disposition ?? null)
    if (!disposition) throw refuse('ANSWER_AND_DISPOSITION', {}, { field: 'input.disposition' })
    const answeredOn = pastDay(input.on, today, 'input.on')
    const item = input.item?.trim() ? await this.items.require(ctx, input.item, 'input.item') : null
    const answerNote = optionalTextOf(input.note, 2000, 'input.note')
    const changed = await revise(ctx.db, Transmission, transmission.id, input.expectedRevision, {
      answer: input.answer,
      disposition,
      answeredOn,
      answerNote,
    })
    await this.atWork.step(ctx, work, {
      to: input.answer,
      expectedRevision: deliverable.revision,
      on: answeredOn,
      reason: answerNote,
      more: { disposition },
    })
    const args = { number: transmission.number, answer: input.answer, disposition, on: answeredOn }
    await this.atWork.tell(ctx, group, 'deliverable.answered', deliverable.id, args)
    if (item) {
      const relation = relationFor(disposition)
      await this.deliverables.addLineage(ctx, {
        deliverableId: deliverable.id,
        itemId: item.id,
        relation,
        notedOn: answeredOn,
        titleThen: deliverable.title,
      })
    }
    return changed
  }

  /** The bytes that were sent. Who may have them is asked before. */
  async package(ctx: Ctx, transmissionId: string): Promise<Buffer> {
    const { body } = await ctx.db.findOneByOrFail(TransmittedPackage, { transmissionId })
    return body
  }

  private async sent(ctx: WriteCtx, id: string): Promise<{ transmission: Transmission; work: AtWork }> {
    const transmission = await ctx.db.findOneBy(Transmission, { id })
    if (!transmission) throw refuse('NOT_FOUND')
    return { transmission, work: await this.atWork.take(ctx, transmission.deliverableId, 'handOver') }
  }

  /** The meeting of the parent: one at work here, or its day, or words. Refuses: NOT_FOUND, NO_SUCH_DAY, DAY_OUT_OF_RANGE, TEXT_TOO_LONG. */
  private async meetingOf(ctx: WriteCtx, group: StandardsGroup, input: TransmitDeliverable): Promise<ForMeeting> {
    const parentMeetingName = optionalTextOf(input.parentMeetingName, 300, 'input.parentMeetingName')
    const on = optionalDayOf(input.parentMeetingOn, 'input.parentMeetingOn')
    if (!input.parentMeetingId) return { parentMeetingId: null, parentMeetingOn: on, parentMeetingName }
    const meeting = await meetingsById(ctx).load(input.parentMeetingId)
    const isOfParent = meeting && (await bodyIdsOf(ctx, [meeting.groupId])).get(meeting.groupId) === group.parentBodyId
    if (!meeting || !isOfParent) throw refuse('NOT_FOUND', {}, { field: 'input.parentMeetingId' })
    return { parentMeetingId: meeting.id, parentMeetingOn: meeting.startsOn, parentMeetingName: null }
  }

  /** What the four weeks say, and what was done about it. Refuses: TOO_LATE_FOR_PARENT, TEXT_MISSING, CARRIED_BACK. [D-FG-3] */
  private async lateness(
    ctx: WriteCtx,
    group: StandardsGroup,
    sentOn: CalendarDay,
    { parentMeetingOn }: ForMeeting,
    input: TransmitDeliverable,
  ): Promise<Lateness> {
    const check = parentMeetingOn === null ? null : await this.check(ctx, group, sentOn, parentMeetingOn)
    if (!check) return inTime
    const { latestOn, daysLate, ruleId, remedies } = check
    const found = { ...inTime, latestOn, daysLate, ruleId }
    if (remedies.length === 0) return found
    if (!input.remedy || !remedies.includes(input.remedy)) {
      throw refuse('TOO_LATE_FOR_PARENT', { latestOn, daysLate, meetsOn: parentMeetingOn! }, { field: 'input.remedy' })
    }
    if (input.remedy === 'RECORD_WAIVER') {
      return {
        ...found,
        remedy: 'RECORD_WAIVER',
        waiverReason: textOf(input.waiverReason ?? '', 2000, 'input.waiverReason'),
      }
    }
    const carriedToOn = optionalDayOf(input.carriedToOn, 'input.carriedToOn')
    if (carriedToOn !== null && carriedToOn <= parentMeetingOn!) {
      throw refuse('CARRIED_BACK', { meetsOn: parentMeetingOn! }, { field: 'input.carriedToOn' })
    }
    return { ...found, remedy: 'CARRY_TO_NEXT', carriedToOn }
  }

  private async pack(
    ctx: WriteCtx,
    { deliverable, group }: AtWork,
    transmission: Transmission,
    version: DeliverableVersion,
    approval: DeliverableApproval | null,
  ): Promise<Uint8Array> {
    const words = wordsFor(ctx.language)
    const cover = coverFacts({ deliverable, group, transmission, version, approval }, words)
    const stored = await this.versions.body(ctx, version.id)
    const html = await this.freezing.html({ body: stored, cover, language: ctx.language })
    const files = [
      { name: 'cover-note.txt', bytes: strToU8(coverNote(cover, transmission.note)) },
      { name: 'text.json', bytes: new Uint8Array(gunzipSync(stored)) },
      { name: 'text.html', bytes: strToU8(html) },
      { name: 'open-issues.json', bytes: strToU8(JSON.stringify(transmission.openIssues, null, 2)) },
    ]
    return packageOf(factsOfPackage(deliverable, group, transmission, version, approval), files, (bytes) =>
      sha256(bytes).toString('hex'),
    )
  }
}

type Lateness = Pick<Transmission, 'latestOn' | 'daysLate' | 'ruleId' | 'remedy' | 'waiverReason' | 'carriedToOn'>

const inTime: Lateness = {
  latestOn: null,
  daysLate: 0,
  ruleId: null,
  remedy: null,
  waiverReason: null,
  carriedToOn: null,
}

const coverNote = (cover: readonly (readonly [string, string])[], note: string | null): string =>
  `${cover.map(([name, value]) => `${name}: ${value}`).join('\n')}\n${note === null ? '' : `\n${note}\n`}`

async function openIssuesOf(ctx: WriteCtx, deliverableId: string): Promise<OpenIssue[]> {
  const issues = await ctx.db.find(DeliverableIssue, { where: { deliverableId }, order: { number: 'ASC' } })
  return issues
    .filter(({ settledOn }) => settledOn === null)
    .map(({ number, text, raisedOn }) => ({ number, text, raisedOn }))
}

/** What the manifest says besides its files. */
const factsOfPackage = (
  { code, title, type }: Deliverable,
  group: StandardsGroup,
  { number, kind, sentOn, parentMeetingOn, parentMeetingName, remedy, waiverReason, carriedToOn }: Transmission,
  version: DeliverableVersion,
  approval: DeliverableApproval | null,
) => ({
  group: { slug: group.slug, name: group.name },
  deliverable: { code, title, type },
  transmission: { number, kind, sentOn, parentMeetingOn, parentMeetingName, remedy, waiverReason, carriedToOn },
  version: {
    number: version.number,
    frozenOn: version.frozenOn,
    sha256: version.hash.toString('hex'),
    approvedOn: approval?.approvedOn ?? null,
  },
})

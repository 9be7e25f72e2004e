import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { Access } from '#server/common/access/index.js'
import { Objects } from '#server/common/activity/index.js'
import { filesById } from '#server/common/files/index.js'
import { peopleById } from '#server/community/people/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { meetingsById, type Meeting } from '#server/process/meetings/index.js'
import { agendaChanges, contentOf, type AgendaChange } from './agenda-content.js'
import type { AgendaItem } from './agenda-item.entity.js'
import type { Sitting } from './agenda-times.js'
import type { AgendaVersion } from './agenda-version.entity.js'
import {
  agendaByMeeting,
  agendaItemsById,
  carriedTo,
  offersByMeeting,
  plansByMeeting,
  removalsByMeeting,
  removedByMeeting,
  timesByMeeting,
  versionRows,
  versionsByMeeting,
  visitsByItem,
  type NumberedItem,
} from './agenda.loader.js'
import { DocumentsAtHand, type DocumentAtHand } from './documents-at-hand.service.js'
import { subjectOf, subjectPlaces, type Subject, type SubjectColumns } from './subjects.js'

@Resolver('AgendaItem')
export class AgendaItemResolver {
  constructor(
    private readonly objects: Objects,
    private readonly documentsAtHand: DocumentsAtHand,
  ) {}

  @ResolveField('meeting')
  meeting(@Parent() item: AgendaItem, @Context() ctx: Ctx) {
    return meetingsById(ctx).load(item.meetingId)
  }

  @ResolveField('parent')
  parent(@Parent() item: AgendaItem, @Context() ctx: Ctx) {
    return item.parentId && agendaItemsById(ctx).load(item.parentId)
  }

  @ResolveField('number')
  async number(@Parent() item: AgendaItem & { number?: string }, @Context() ctx: Ctx): Promise<string> {
    return item.number ?? (await agendaItemsById(ctx).load(item.id))?.number ?? ''
  }

  @ResolveField('presentedBy')
  presentedBy(@Parent() { presenterId }: AgendaItem, @Context() ctx: Ctx) {
    return presenterId && peopleById(ctx).load(presenterId)
  }

  @ResolveField('subject')
  subject(@Parent() item: SubjectColumns, @Context() ctx: Ctx) {
    return seen(this.objects, ctx, subjectOf(item))
  }

  @ResolveField('startsAt')
  async startsAt(@Parent() item: AgendaItem, @Context() ctx: Ctx) {
    return (await timeOf(ctx, item))?.startsAt ?? null
  }

  @ResolveField('runningMinutes')
  async runningMinutes(@Parent() item: AgendaItem, @Context() ctx: Ctx) {
    return (await timeOf(ctx, item))?.runningMinutes ?? 0
  }

  @ResolveField('fits')
  async fits(@Parent() item: AgendaItem, @Context() ctx: Ctx) {
    return (await timeOf(ctx, item))?.fits ?? true
  }

  @ResolveField('carriedFrom')
  carriedFrom(@Parent() { carriedFromId }: AgendaItem, @Context() ctx: Ctx) {
    return carriedFromId && agendaItemsById(ctx).load(carriedFromId)
  }

  @ResolveField('carriedTo')
  carriedTo(@Parent() item: AgendaItem, @Context() ctx: Ctx) {
    return carriedTo(ctx).load(item.id)
  }

  @ResolveField('visits')
  async visits(@Parent() item: AgendaItem, @Context() ctx: Ctx) {
    return (await visitsByItem(ctx).load(item.id)).map(({ fromAt, toAt }) => ({ from: fromAt, to: toAt }))
  }

  @ResolveField('documents')
  documents(@Parent() item: AgendaItem, @Context() ctx: Ctx) {
    return this.documentsAtHand.of(ctx, item.id)
  }
}

@Resolver('DocumentAtHand')
export class DocumentAtHandResolver {
  @ResolveField('file')
  file(@Parent() { fileId }: DocumentAtHand, @Context() ctx: Ctx) {
    return fileId && filesById(ctx).load(fileId)
  }
}

/** The time of a row; null for one that was removed. */
const timeOf = async (ctx: Ctx, item: AgendaItem) =>
  (await timesByMeeting(ctx).load(item.meetingId))?.rows.find(({ id }) => id === item.id) ?? null

/** A subject with the name it has now; null when the viewer may not see it. [AG-2] */
async function seen(objects: Objects, ctx: Ctx, subject: Subject | null) {
  const face = subject && (await objects.faceOf(ctx, subjectPlaces[subject.kind].type, subject.id))
  return face ? { ...subject, ...face } : null
}

@Resolver('Meeting')
export class MeetingAgendaResolver {
  constructor(private readonly access: Access) {}

  @ResolveField('agenda')
  agenda(@Parent() { id }: Meeting, @Context() ctx: Ctx) {
    return agendaByMeeting(ctx).load(id)
  }

  @ResolveField('removedAgenda')
  removed(@Parent() { id }: Meeting, @Context() ctx: Ctx) {
    return removedByMeeting(ctx).load(id)
  }

  @ResolveField('takenOutOfAgenda')
  async takenOut(@Parent() { id, groupId, visibility }: Meeting, @Context() ctx: Ctx) {
    if (!this.access.may(ctx, 'meeting.edit', { groupId, visibility })) return []
    return (await removalsByMeeting(ctx).load(id)).map(({ row, ...removal }) => ({ ...removal, title: row.title }))
  }

  @ResolveField('agendaOffers')
  async offers(@Parent() { id, groupId, visibility }: Meeting, @Context() ctx: Ctx): Promise<NumberedItem[]> {
    if (!this.access.may(ctx, 'meeting.edit', { groupId, visibility })) return []
    return offersByMeeting(ctx).load(id)
  }

  @ResolveField('agendaTimes')
  async times(@Parent() { id }: Meeting, @Context() ctx: Ctx) {
    const [times, plan] = await Promise.all([timesByMeeting(ctx).load(id), plansByMeeting(ctx).load(id)])
    return {
      totalMinutes: times?.totalMinutes ?? 0,
      availableMinutes: times?.availableMinutes ?? null,
      endsAt: times?.endsAt ?? null,
      overMinutes: times?.overMinutes ?? 0,
      sittings: plan?.sittings ?? [],
      revision: plan?.revision ?? 1,
    }
  }

  @ResolveField('agendaVersions')
  versions(@Parent() { id }: Meeting, @Context() ctx: Ctx) {
    return versionsByMeeting(ctx).load(id)
  }

  @ResolveField('agendaVersion')
  async version(@Parent() { id }: Meeting, @Args('number') number: number, @Context() ctx: Ctx) {
    return (await versionsByMeeting(ctx).load(id)).find((version) => version.number === number) ?? null
  }

  @ResolveField('agendaChanges')
  async changes(@Parent() meeting: Meeting, @Context() ctx: Ctx): Promise<AgendaChange[]> {
    const [last] = await versionsByMeeting(ctx).load(meeting.id)
    if (!last) return []
    const now = (await agendaByMeeting(ctx).load(meeting.id)).map((item) => rowOf(item))
    return agendaChanges(versionRows(ctx, last, meeting.groupId), now)
  }
}

/** A row of the agenda as a version would keep it, with the number that everybody sees. */
const rowOf = (item: NumberedItem) => ({
  ...contentOf([{ ...item, parentId: null }], []).rows[0]!,
  parentId: item.parentId,
  number: item.number,
})

@Resolver('AgendaVersion')
export class AgendaVersionResolver {
  @ResolveField('rows')
  async rows(@Parent() version: AgendaVersion, @Context() ctx: Ctx) {
    const meeting = await meetingsById(ctx).load(version.meetingId)
    return meeting ? versionRows(ctx, version, meeting.groupId) : []
  }

  @ResolveField('sittings')
  sittings(@Parent() { content }: AgendaVersion): readonly Sitting[] {
    return content.sittings
  }

  @ResolveField('changes')
  async changes(@Parent() version: AgendaVersion, @Context() ctx: Ctx): Promise<AgendaChange[]> {
    const [meeting, versions] = await Promise.all([
      meetingsById(ctx).load(version.meetingId),
      versionsByMeeting(ctx).load(version.meetingId),
    ])
    const before = versions.find(({ number }) => number === version.number - 1)
    if (!meeting || !before) return []
    return agendaChanges(versionRows(ctx, before, meeting.groupId), versionRows(ctx, version, meeting.groupId))
  }
}

@Resolver('AgendaVersionRow')
export class AgendaVersionRowResolver {
  constructor(private readonly objects: Objects) {}

  @ResolveField('presentedBy')
  presentedBy(@Parent() { presenterId }: { presenterId: string | null }, @Context() ctx: Ctx) {
    return presenterId && peopleById(ctx).load(presenterId)
  }

  @ResolveField('subject')
  subject(@Parent() { subject }: { subject: Subject | null }, @Context() ctx: Ctx) {
    return seen(this.objects, ctx, subject)
  }
}

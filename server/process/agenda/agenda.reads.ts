import { maySee, visibleSql } from '#server/common/access/index.js'
import type { Objects } from '#server/common/activity/index.js'
import type { AgendaSubject } from '#schema/vocabulary/agenda.js'
import type { Ctx, Viewer } from '#server/platform/context/index.js'
import type { Params } from '#server/platform/database/index.js'
import { isOverAt, Meeting, visibleMeetings } from '#server/process/meetings/index.js'
import { AgendaItem } from './agenda-item.entity.js'
import { numbered } from './agenda-numbers.js'
import { goOn } from './carried-over.js'
import { subjectPlaces, type Subject } from './subjects.js'

/**
 * All rows of the agendas of meetings that a viewer may see, as parts of a statement: `a`, `m` and `g`. `isVisible` says which of the rows they
 * may see; the others are read too, for the number of a row counts those before it whoever reads. Removed rows (`removed_at`) are among them. [GR-3, ME-10]
 */
export function agendaRows(viewer: Viewer, p: Params): { from: string; where: string; isVisible: string } {
  const meeting = visibleMeetings(viewer, null, p)
  return {
    from: `agenda_item a join (${meeting.from}) on m.id = a.meeting_id`,
    where: meeting.where,
    isVisible: visibleSql(viewer, 'a.visibility', 'm.group_id', p),
  }
}

/** Rows of the meeting before that go on at this one and were not taken over yet, in their order; only what the viewer may see. [AG-6] */
export async function offersFor(ctx: Ctx, meetingId: string): Promise<AgendaItem[]> {
  const meeting = await ctx.db.findOneBy(Meeting, { id: meetingId })
  if (!meeting) return []
  const last = await ctx.db
    .createQueryBuilder(Meeting, 'm')
    .where(
      `m.group_id = :group and m.id <> :id and m.state <> 'CANCELLED' and m.starts_on <= :day and m.number < :number`,
      {
        group: meeting.groupId,
        id: meeting.id,
        day: meeting.startsOn,
        number: meeting.number,
      },
    )
    .orderBy('m.starts_on', 'DESC')
    .addOrderBy('m.number', 'DESC')
    .getOne()
  if (!last || !maySee(ctx.viewer, last.visibility, last.groupId)) return []
  const rows = await ctx.db
    .createQueryBuilder(AgendaItem, 'a')
    .where('a.meeting_id = :id and a.removed_at is null', { id: last.id })
    .getMany()
  const taken = (await ctx.db.query(
    'select carried_from_id as id from agenda_item where meeting_id = $1 and carried_from_id is not null',
    [meetingId],
  )) as { id: string }[]
  const isTaken = new Set(taken.map(({ id }) => id))
  const isOver = isOverAt(last, ctx.now)
  const inOrder = numbered(rows).map(({ row }) => row)
  return goOn(inOrder, isOver).filter(
    ({ id, visibility }) => !isTaken.has(id) && maySee(ctx.viewer, visibility, last.groupId),
  )
}

/** Ids of what a row of the group's agenda could be about, newest first, whoever may see it. */
const candidates: Readonly<Record<AgendaSubject, string>> = {
  CONTRIBUTION: 'select id from contribution where group_id = $1 order by id desc limit 2000',
  DOCUMENT: 'select id from document where group_id = $1 order by id desc limit 500',
  GAP: 'select id from gap where $1::uuid is not null order by number limit 1000',
  OVERLAP: 'select id from overlap_case where $1::uuid is not null order by id desc limit 1000',
  STATEMENT: 'select id from statement where group_id = $1 order by id desc limit 500',
  DELIVERABLE: 'select id from deliverable where group_id = $1 order by id desc limit 500',
  ACTION: 'select id from action_item where group_id = $1 order by id desc limit 500',
}

const MOST_CHOICES = 20

/** What a row could be about, by words of its name; only what the viewer may see. [AG-2] */
export async function subjectChoices(
  ctx: Ctx,
  objects: Objects,
  groupId: string,
  asked: { readonly words: string; readonly kinds: readonly AgendaSubject[] },
): Promise<Subject[]> {
  const words = asked.words.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)
  const found: Subject[] = []
  for (const kind of asked.kinds) {
    const rows = (await ctx.db.query(candidates[kind], [groupId])) as { id: string }[]
    const faces = await Promise.all(rows.map(({ id }) => objects.faceOf(ctx, subjectPlaces[kind].type, id)))
    for (const [at, face] of faces.entries()) {
      const label = face?.label?.toLowerCase()
      if (label && words.every((word) => label.includes(word))) found.push({ kind, id: rows[at]!.id })
    }
  }
  return found.slice(0, MOST_CHOICES)
}

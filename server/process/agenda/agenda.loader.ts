import { maySee } from '#server/common/access/index.js'
import { groupBy, listLoader, loader } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows } from '#server/platform/database/index.js'
import { meetingsById } from '#server/process/meetings/index.js'
import { AgendaItem } from './agenda-item.entity.js'
import { numbered } from './agenda-numbers.js'
import { AgendaPlan } from './agenda-plan.entity.js'
import { forecast, type Forecast, type Sitting } from './agenda-times.js'
import { AgendaRemoval } from './agenda-removal.entity.js'
import { AgendaVisit } from './agenda-visit.entity.js'
import { AgendaVersion } from './agenda-version.entity.js'
import { agendaRows, offersFor } from './agenda.reads.js'

/** So many rows that were taken out are offered to be put back. */
const MOST_REMOVED = 20

/** A row with the number that its place gives it. */
export type NumberedItem = AgendaItem & { readonly number: string }

/** The agendas of meetings, row by row in reading order, as far as the viewer may see them. What hangs from a hidden row is hidden with it. */
export const agendaByMeeting = listLoader<string, NumberedItem>(async (ctx, ids) => {
  const p = new Params()
  const { from, where, isVisible } = agendaRows(ctx.viewer, p)
  const rows = await selectRows<AgendaItem & { isVisible: boolean }>(
    ctx.db,
    `select ${columnsOf(ctx.db, AgendaItem, 'a')}, ${isVisible} as "isVisible" from ${from}
     where ${where} and a.removed_at is null and a.meeting_id = any(${p.add(ids)}::uuid[])`,
    p,
    null,
  )
  const shown = (all: readonly (AgendaItem & { isVisible: boolean })[]): NumberedItem[] => {
    const seen = new Set<string | null>([null])
    return numbered(all).flatMap(({ row: { isVisible, ...item }, number }) => {
      if (!isVisible || !seen.has(item.parentId)) return []
      seen.add(item.id)
      return [{ ...item, number }]
    })
  }
  return new Map([...groupBy(rows, ({ meetingId }) => meetingId)].map(([id, all]) => [id, shown(all)]))
})

/** Rows that were removed and leave a trace, with the number they had, latest first; as far as the viewer may see them. [AG-5] */
export const removedByMeeting = listLoader<string, NumberedItem>(async (ctx, ids) => {
  const p = new Params()
  const { from, where, isVisible } = agendaRows(ctx.viewer, p)
  const rows = await selectRows<AgendaItem>(
    ctx.db,
    `select ${columnsOf(ctx.db, AgendaItem, 'a')} from ${from}
     where ${where} and ${isVisible} and a.removed_at is not null and a.meeting_id = any(${p.add(ids)}::uuid[])
     order by a.removed_at desc, a.id`,
    p,
    null,
  )
  return groupBy(
    rows.map((row) => ({ ...row, number: row.removedNumber! })),
    ({ meetingId }) => meetingId,
  )
})

/** The last rows that were taken out of an agenda and can be put back, latest first; for those who may change it. [AG-11] */
export const removalsByMeeting = listLoader<string, AgendaRemoval>(async (ctx, ids) => {
  const rows = await ctx.db
    .createQueryBuilder(AgendaRemoval, 'r')
    .where('r.meeting_id = any(:ids)', { ids })
    .orderBy('r.removed_at', 'DESC')
    .addOrderBy('r.id')
    .getMany()
  return new Map([...groupBy(rows, ({ meetingId }) => meetingId)].map(([id, all]) => [id, all.slice(0, MOST_REMOVED)]))
})

/** Rows of agendas by id, removed ones too; null for those that the viewer may not see. A number needs the whole agenda, so that is read. */
export const agendaItemsById = loader<string, NumberedItem>(async (ctx, ids) => {
  const found = (await ctx.db.query(
    'select meeting_id as "meetingId", bool_or(removed_at is not null) as "anyRemoved" from agenda_item where id = any($1::uuid[]) group by 1',
    [ids],
  )) as { meetingId: string; anyRemoved: boolean }[]
  const agendas = await Promise.all(
    found.flatMap(({ meetingId, anyRemoved }) => [
      agendaByMeeting(ctx).load(meetingId),
      ...(anyRemoved ? [removedByMeeting(ctx).load(meetingId)] : []),
    ]),
  )
  return new Map(agendas.flat().map((item) => [item.id, item]))
})

/** Numbers of rows by id, whoever may see them: the room is at 3.1 also for those who may not know what 3.1 is about. */
export const numbersById = loader<string, string>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select a.id, a.meeting_id as "meetingId", a.parent_id as "parentId", a.position, a.removed_number as "removedNumber"
     from agenda_item a where a.meeting_id in (select meeting_id from agenda_item where id = any($1::uuid[]))`,
    [ids],
  )) as { id: string; meetingId: string; parentId: string | null; position: number; removedNumber: string | null }[]
  const there = [
    ...groupBy(
      rows.filter(({ removedNumber }) => !removedNumber),
      ({ meetingId }) => meetingId,
    ).values(),
  ]
  return new Map([
    ...there.flatMap((all) => numbered(all).map(({ row, number }) => [row.id, number] as const)),
    ...rows.flatMap(({ id, removedNumber }) => (removedNumber ? [[id, removedNumber] as const] : [])),
  ])
})

/** Rows of later meetings that go on with a row: id of the earlier one → those that the viewer may see. [AG-6] */
export const carriedTo = listLoader<string, NumberedItem>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    'select id, carried_from_id as "from" from agenda_item where carried_from_id = any($1::uuid[]) and removed_at is null',
    [ids],
  )) as { id: string; from: string }[]
  const items = await Promise.all(rows.map(({ id }) => agendaItemsById(ctx).load(id)))
  return groupBy(
    items.filter((item) => item !== null),
    ({ carriedFromId }) => carriedFromId!,
  )
})

/** The hours of meetings. */
export const plansByMeeting = loader<string, AgendaPlan>(async (ctx, ids) => {
  const rows = (await ctx.db.query('select id, sittings, revision from agenda_plan where id = any($1::uuid[])', [
    ids,
  ])) as AgendaPlan[]
  return new Map(rows.map((row) => [row.id, row]))
})

/** What the last meetings left for these, as far as the viewer may see it. [AG-6] */
export const offersByMeeting = listLoader<string, NumberedItem>(async (ctx, ids) => {
  const offered = await Promise.all(
    ids.map(async (id) => {
      const items = await Promise.all((await offersFor(ctx, id)).map((row) => agendaItemsById(ctx).load(row.id)))
      return [id, items.filter((item) => item !== null)] as const
    }),
  )
  return new Map(offered)
})

/** Published versions of agendas, newest first. Reached through a meeting that the viewer sees. */
export const versionsByMeeting = listLoader<string, AgendaVersion>(async (ctx, ids) => {
  const rows = await ctx.db
    .createQueryBuilder(AgendaVersion, 'v')
    .where('v.meeting_id = any(:ids)', { ids: [...ids] })
    .orderBy('v.number', 'DESC')
    .getMany()
  return groupBy(rows, ({ meetingId }) => meetingId)
})

/** When the room was at rows, the first visit first. Reached through rows that the viewer sees. [RO-10] */
export const visitsByItem = listLoader<string, AgendaVisit>(async (ctx, ids) => {
  const rows = await ctx.db
    .createQueryBuilder(AgendaVisit, 'v')
    .where('v.item_id = any(:ids)', { ids: [...ids] })
    .orderBy('v.from_at', 'ASC')
    .getMany()
  return groupBy(rows, ({ itemId }) => itemId)
})

/** Minutes of all rows of agendas in reading order, hidden ones too: they take their time all the same. */
const minutesByMeeting = listLoader<string, { id: string; minutes: number; isDone: boolean }>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select id, meeting_id as "meetingId", parent_id as "parentId", position, coalesce(minutes, 0) as minutes, progress = 'DONE' as "isDone"
     from agenda_item where meeting_id = any($1::uuid[]) and removed_at is null`,
    [ids],
  )) as { id: string; meetingId: string; parentId: string | null; position: number; minutes: number; isDone: boolean }[]
  const inOrder = [...groupBy(rows, ({ meetingId }) => meetingId)].map(
    ([id, all]) => [id, numbered(all).map(({ row }) => row)] as const,
  )
  return new Map(inOrder)
})

/** The agendas of meetings laid over their hours, as planned. Null for meetings that the viewer may not see. [AG-8] */
export const timesByMeeting = loader<string, Forecast>(async (ctx, ids) => {
  const known = await Promise.all(
    ids.map(async (id) => {
      const [meeting, plan, rows] = await Promise.all([
        meetingsById(ctx).load(id),
        plansByMeeting(ctx).load(id),
        minutesByMeeting(ctx).load(id),
      ])
      return meeting && ([id, forecast(rows, plan?.sittings ?? [], meeting.zone)] as const)
    }),
  )
  return new Map(known.filter((one) => one !== null))
})

/** What is still to come of a meeting that runs, from now on: the row it is at with what is left of its time, then those not done. [RO-8] */
export async function remainingTimes(
  ctx: Parameters<typeof minutesByMeeting>[0],
  meetingId: string,
  zone: string,
  at: { readonly id: string | null; readonly spentSeconds: number },
): Promise<Forecast> {
  const [plan, rows] = await Promise.all([plansByMeeting(ctx).load(meetingId), minutesByMeeting(ctx).load(meetingId)])
  const left = rows
    .filter(({ isDone }) => !isDone)
    .map((row) =>
      row.id === at.id ? { ...row, minutes: Math.max(0, row.minutes - Math.floor(at.spentSeconds / 60)) } : row,
    )
  const sittings: readonly Sitting[] = plan?.sittings ?? []
  return forecast(left, sittings, zone, ctx.now)
}

/** The rows of a version that the viewer may see; what hangs from a hidden one is hidden with it. */
export function versionRows(ctx: Parameters<typeof minutesByMeeting>[0], version: AgendaVersion, groupId: string) {
  const seen = new Set<string | null>([null])
  return version.content.rows.filter(({ id, parentId, visibility }) => {
    const isShown = seen.has(parentId) && maySee(ctx.viewer, visibility, groupId)
    if (isShown) seen.add(id)
    return isShown
  })
}

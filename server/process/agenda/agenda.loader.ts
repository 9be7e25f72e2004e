import { groupBy, listLoader, loader } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows } from '#server/platform/database/index.js'
import { AgendaItem } from './agenda-item.entity.js'
import { numbered } from './agenda-numbers.js'
import { agendaRows } from './agenda.reads.js'

/** A row with the number that its place gives it. */
export type NumberedItem = AgendaItem & { readonly number: string }

/** The agendas of meetings, row by row in reading order, as far as the viewer may see them. What hangs from a hidden row is hidden with it. */
export const agendaByMeeting = listLoader<string, NumberedItem>(async (ctx, ids) => {
  const p = new Params()
  const { from, where, isVisible } = agendaRows(ctx.viewer, p)
  const rows = await selectRows<AgendaItem & { isVisible: boolean }>(
    ctx.db,
    `select ${columnsOf(ctx.db, AgendaItem, 'a')}, ${isVisible} as "isVisible" from ${from}
     where ${where} and a.meeting_id = any(${p.add(ids)}::uuid[])`,
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

/** Rows of agendas by id; null for those that the viewer may not see. A number needs the whole agenda, so that is read. */
export const agendaItemsById = loader<string, NumberedItem>(async (ctx, ids) => {
  const found = (await ctx.db.query(
    'select distinct meeting_id as "meetingId" from agenda_item where id = any($1::uuid[])',
    [ids],
  )) as { meetingId: string }[]
  const agendas = await Promise.all(found.map(({ meetingId }) => agendaByMeeting(ctx).load(meetingId)))
  return new Map(agendas.flat().map((item) => [item.id, item]))
})

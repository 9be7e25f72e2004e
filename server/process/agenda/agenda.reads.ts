import { visibleSql } from '#server/common/access/index.js'
import type { Viewer } from '#server/platform/context/index.js'
import type { Params } from '#server/platform/database/index.js'
import { visibleMeetings } from '#server/process/meetings/index.js'

/**
 * All rows of the agendas of meetings that a viewer may see, as parts of a statement: `a`, `m` and `g`. `isVisible` says which of the rows they
 * may see; the others are read too, for the number of a row counts those before it whoever reads. [GR-3, ME-10]
 */
export function agendaRows(viewer: Viewer, p: Params): { from: string; where: string; isVisible: string } {
  const meeting = visibleMeetings(viewer, null, p)
  return {
    from: `agenda_item a join (${meeting.from}) on m.id = a.meeting_id`,
    where: meeting.where,
    isVisible: visibleSql(viewer, 'a.visibility', 'm.group_id', p),
  }
}

import { groupBy, listLoader, loader } from '#server/platform/context/index.js'
import { columnsOf } from '#server/platform/database/index.js'
import { ConveningIssue } from './convening-issue.entity.js'
import { ConveningLetter } from './convening-letter.entity.js'
import { ConveningWording } from './convening-wording.entity.js'

/** What was issued for meetings, the letter first. Reached through a meeting that the viewer sees. */
export const issuesByMeeting = listLoader<string, ConveningIssue>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, ConveningIssue, 'i')} from convening_issue i where i.meeting_id = any($1::uuid[]) order by i.number`,
    [ids],
  )) as ConveningIssue[]
  return groupBy(rows, ({ meetingId }) => meetingId)
})

/** Clauses that somebody worded. For those who work on the letter. */
export const wordingsByMeeting = listLoader<string, ConveningWording>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, ConveningWording, 'w')} from convening_wording w where w.meeting_id = any($1::uuid[])`,
    [ids],
  )) as ConveningWording[]
  return groupBy(rows, ({ meetingId }) => meetingId)
})

/** Letters that somebody has worked on, by the meeting. */
export const lettersByMeeting = loader<string, ConveningLetter>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, ConveningLetter, 'l')} from convening_letter l where l.meeting_id = any($1::uuid[])`,
    [ids],
  )) as ConveningLetter[]
  return new Map(rows.map((row) => [row.meetingId, row]))
})

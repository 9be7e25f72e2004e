/** What the records tell of a period of work. */
import type { Ctx } from '#server/platform/context/index.js'
import { queryRows } from '#server/platform/database/index.js'
import { daysBefore, type CalendarDay } from '#server/platform/time/index.js'
import type { StandardsGroup } from '#server/process/groups/index.js'
import type { HeldMeeting, ProgressReportFacts, StatementFact, TransmissionFact } from './facts.js'
import {
  actionFacts,
  decisionFacts,
  deliverableFacts,
  groupFacts,
  heldMeetings,
  lifetimeFacts,
  nextMeetings,
  parentMeetsOn,
  patentFacts,
  reservationFacts,
  type Reporting,
} from './records.reads.js'

/** One after the other: inside a transaction there is one line to the database. */
export async function progressReportFacts(
  reporting: Reporting,
  { fromOn, untilOn }: { fromOn: CalendarDay; untilOn: CalendarDay },
  statements: readonly StatementFact[],
): Promise<ProgressReportFacts> {
  const { group, signs } = reporting
  const meetings: HeldMeeting[] = []
  for (const { id, ...one } of await heldMeetings(reporting, fromOn, untilOn)) {
    meetings.push({ ...one, patents: await patentFacts(reporting, id) })
  }
  const within = `x.group_id = $2 and x.decided_on between $3 and $4`
  const period = [group.id, fromOn, untilOn]
  const { count, sources } = await contributed(reporting, fromOn, untilOn)
  return {
    group: await groupFacts(reporting),
    fromOn,
    untilOn,
    meetings,
    decisions: await decisionFacts(reporting, within, period, new Map()),
    reservations: await reservationFacts(
      reporting,
      `x.group_id = $2 and (x.state in ('OPEN', 'SUSTAINED') or x.decision_id in (
         select id from decision where group_id = $2 and decided_on between $3 and $4))
       and (x.entered_at at time zone $5)::date <= $4`,
      [...period, group.deadlineZone],
    ),
    contributionCount: count,
    contributionSources: sources,
    deliverables: await deliverableFacts(reporting, untilOn),
    transmissions: await transmissions(reporting, fromOn, untilOn),
    statements,
    openActions: await actionFacts(
      { ...reporting, signs },
      `x.group_id = $2 and x.state in ('NEEDS_ACTION', 'IN_PROCESS') and (x.entered_at at time zone $4)::date <= $3::date`,
      [group.id, untilOn, group.deadlineZone],
    ),
    nextMeetings: await nextMeetings(reporting, untilOn),
    parentMeetsOn: await parentMeetsOn(reporting, untilOn),
    lifetime: await lifetimeFacts(reporting),
  }
}

/** What was handed in to the meetings of the period. */
async function contributed(
  { ctx, group, visibility }: Reporting,
  from: CalendarDay,
  until: CalendarDay,
): Promise<{ count: number; sources: number }> {
  const [row] = await queryRows<{ count: number; sources: number }>(
    ctx.db,
    `select count(distinct c.id)::int as count, count(distinct plain(s.label))::int as sources
     from contribution c join meeting m on m.id = c.meeting_id left join contribution_source s on s.contribution_id = c.id
     where m.group_id = $2 and m.ends_on between $3 and $4 and m.state <> 'CANCELLED' and c.state = 'SUBMITTED'
       and breadth_of(m.visibility) >= breadth_of($1::text) and breadth_of(c.visibility) >= breadth_of($1::text)`,
    [visibility, group.id, from, until],
  )
  return row!
}

/** What was sent in the period, and final texts on which the parent has not answered. */
function transmissions({ ctx, group }: Reporting, from: CalendarDay, until: CalendarDay): Promise<TransmissionFact[]> {
  return queryRows<TransmissionFact>(
    ctx.db,
    `select coalesce(d.code || ' ', '') || d.title as what, t.kind, v.number as version, t.sent_on as "sentOn",
       d.target_question as target, t.answer
     from deliverable_transmission t join deliverable d on d.id = t.deliverable_id join deliverable_version v on v.id = t.version_id
     where d.group_id = $1 and t.sent_on <= $3 and (t.sent_on >= $2 or t.kind = 'FINAL' and t.answer is null)
     order by t.sent_on, d.code, t.number`,
    [group.id, from, until],
  )
}

/**
 * The period of the next progress report: from the day after the last one, or the first day of the group's work that is known, until today. [RP-2]
 */
export async function nextPeriod(
  { ctx, group }: Pick<Reporting, 'ctx' | 'group'>,
  today: CalendarDay,
): Promise<{ fromOn: CalendarDay; untilOn: CalendarDay; lastNumber: number }> {
  const [row] = await queryRows<{ next: CalendarDay | null; first: CalendarDay | null; lastNumber: number }>(
    ctx.db,
    `select (select max(r.until_on) + 1 from report r where r.group_id = $1 and r.kind = 'PROGRESS') as next,
       (select coalesce(max(r.number), 0) from report r where r.group_id = $1 and r.kind = 'PROGRESS') as "lastNumber",
       (select min(m.starts_on) from meeting m where m.group_id = $1 and m.state <> 'CANCELLED') as first`,
    [group.id],
  )
  const known = row!.next ?? group.termsApprovedOn ?? row!.first ?? daysBefore(today, 365)
  return { fromOn: known < today ? known : today, untilOn: today, lastNumber: row!.lastNumber }
}

/** How much of the records lies in a period, for those who choose one. */
export async function periodCounts(
  ctx: Ctx,
  { id, visibility }: StandardsGroup,
  from: CalendarDay,
  until: CalendarDay,
): Promise<{ meetings: number; decisions: number; contributions: number }> {
  const [row] = await queryRows<{ meetings: number; decisions: number; contributions: number }>(
    ctx.db,
    `with held as (select m.id from meeting m where m.group_id = $2 and m.ends_on between $3 and $4 and m.state <> 'CANCELLED'
       and breadth_of(m.visibility) >= breadth_of($1::text))
     select (select count(*)::int from held) as meetings,
       (select count(*)::int from decision x left join meeting xm on xm.id = x.meeting_id
        where x.group_id = $2 and x.decided_on between $3 and $4 and breadth_of(x.visibility) >= breadth_of($1::text)
          and (xm.id is null or breadth_of(xm.visibility) >= breadth_of($1::text))) as decisions,
       (select count(*)::int from contribution c join held on held.id = c.meeting_id
        where c.state = 'SUBMITTED' and breadth_of(c.visibility) >= breadth_of($1::text)) as contributions`,
    [visibility, id, from, until],
  )
  return row!
}

/** What the records tell of one meeting. */
import { visibilities } from '#server/common/access/index.js'
import { queryRows } from '#server/platform/database/index.js'
import { agendaByMeeting } from '#server/process/agenda/index.js'
import { phaseSql } from '#server/process/contributions/index.js'
import { Params } from '#server/platform/database/index.js'
import type { Meeting } from '#server/process/meetings/index.js'
import type { AttendanceFacts, ContributionFact, MeetingReportFacts, StatementFact } from './facts.js'
import {
  actionFacts,
  decisionFacts,
  deliverableFacts,
  groupFacts,
  lifetimeFacts,
  nextMeetings,
  parentMeetsOn,
  patentFacts,
  reservationFacts,
  type Reporting,
} from './records.reads.js'

/** So many contributions stand in a report; the list of documents has all of them. */
const MOST_CONTRIBUTIONS = 400

/** One after the other: inside a transaction there is one line to the database. */
export async function meetingReportFacts(
  reporting: Reporting,
  meeting: Meeting,
  { site, statements }: { site: string; statements: readonly StatementFact[] },
): Promise<MeetingReportFacts> {
  const { ctx, group, visibility } = reporting
  const isSeen = (one: { visibility: (typeof visibilities)[number] }) =>
    visibilities.indexOf(one.visibility) <= visibilities.indexOf(visibility)
  const rows = (await agendaByMeeting(ctx).load(meeting.id)).filter(isSeen)
  const numbers = new Map(rows.map(({ id, number }) => [id, number]))
  const decisions = await decisionFacts(reporting, 'x.meeting_id = $2', [meeting.id], numbers)
  // What was handed out at later meetings is no matter of this one.
  const untilThen = `x.group_id = $2 and coalesce(xm.starts_on, (x.entered_at at time zone $4)::date) <= $3::date`
  const before = [group.id, meeting.endsOn, meeting.zone]
  const { contributions, count } = await contributionFacts(reporting, meeting, numbers)
  return {
    group: await groupFacts(reporting),
    meeting: { ...meeting, opensAt: meeting.opensAt?.slice(0, 5) ?? null },
    officers: await officers(reporting, meeting),
    attendance: await attendanceFacts(reporting, meeting),
    agenda: rows.map(({ number, title, progress, outcome }) => ({ number, title, progress, outcome })),
    contributions,
    contributionCount: count,
    documentsAt: `${site}/groups/${group.slug}/meetings/${meeting.number}/documents`,
    hasMinutes: await hasMinutes(reporting, meeting),
    decisions,
    reservations: await reservationFacts(
      reporting,
      '(x.meeting_id = $2 or x.decision_id in (select id from decision where meeting_id = $2))',
      [meeting.id],
    ),
    openActions: await actionFacts(reporting, `${untilThen} and x.state in ('NEEDS_ACTION', 'IN_PROCESS')`, before),
    doneActions: await actionFacts(
      reporting,
      `${untilThen} and x.state in ('COMPLETED', 'CANCELLED') and (x.meeting_id = $5 or exists (
         select from action_step s where s.action_id = x.id and s.to_state = x.state and s.told_at > coalesce((
           select max(p.ends_on) from meeting p where p.group_id = $2 and p.ends_on < $6::date and p.state <> 'CANCELLED'), '-infinity'::date)))`,
      [...before, meeting.id, meeting.startsOn],
    ),
    deliverables: await deliverableFacts(reporting, meeting.endsOn),
    statements,
    patents: await patentFacts(reporting, meeting.id),
    nextMeetings: await nextMeetings(reporting, meeting.endsOn),
    parentMeetsOn: await parentMeetsOn(reporting, meeting.endsOn),
    lifetime: await lifetimeFacts(reporting),
  }
}

async function hasMinutes({ ctx }: Reporting, { id }: Meeting): Promise<boolean> {
  const [row] = await queryRows<{ is: boolean }>(
    ctx.db,
    'select exists (select from minutes where meeting_id = $1) as is',
    [id],
  )
  return row!.is
}

/** Who was in office on a day of the meeting: chair first. */
async function officers({ ctx, group, signs }: Reporting, meeting: Meeting): Promise<MeetingReportFacts['officers']> {
  const rows = await queryRows<{ role: string; personId: string; isActing: boolean }>(
    ctx.db,
    `select r.role, r.person_id as "personId", r.is_acting as "isActing" from group_role r
     where r.group_id = $1 and r.subgroup_id is null and r.role in ('CHAIR', 'VICE_CHAIR', 'SECRETARIAT')
       and (r.from_on is null or r.from_on <= $3::date) and (r.to_on is null or r.to_on > $2::date)
     order by array_position(array['CHAIR', 'VICE_CHAIR', 'SECRETARIAT'], r.role), r.from_on nulls first, r.id`,
    [group.id, meeting.startsOn, meeting.endsOn],
  )
  return rows.map(({ role, personId, isActing }) => ({ role, isActing, who: signs.of(personId) }))
}

/** Who was there; where nobody noted it, who had a place. Those who did not agree to be printed are counted only. [RG-7] */
async function attendanceFacts({ ctx, signs }: Reporting, { id }: Meeting): Promise<AttendanceFacts> {
  const columns = `r.consents, r.country, coalesce(r.organisation_id::text, plain(r.affiliation)) as organisation, f.sort_name`
  const noted = await queryRows<Attendant>(
    ctx.db,
    `select distinct on (a.person_id) a.person_id as "personId", a.mode, ${columns}
     from presence a left join registration r on r.meeting_id = a.meeting_id and r.person_id = a.person_id
       left join person_profile f on f.person_id = a.person_id
     where a.meeting_id = $1 and not a.is_removed order by a.person_id, (a.mode = 'ONSITE') desc`,
    [id],
  )
  const people =
    noted.length > 0
      ? noted
      : await queryRows<Attendant>(
          ctx.db,
          `select r.person_id as "personId", r.mode, ${columns}
           from registration r left join person_profile f on f.person_id = r.person_id
           where r.meeting_id = $1 and r.state = 'CONFIRMED' order by r.person_id`,
          [id],
        )
  const order = new Intl.Collator('en')
  // Those who were erased have no name to sort by; they come last.
  const listed = people
    .filter(({ consents }) => consents === true)
    .sort((a, b) => order.compare(a.sort_name ?? '\uffff', b.sort_name ?? '\uffff'))
  const onsite = people.filter(({ mode }) => mode === 'ONSITE').length
  const countries = Map.groupBy(people, ({ country }) => country)
  return {
    isNoted: noted.length > 0,
    onsite,
    remote: people.length - onsite,
    unnamed: people.length - listed.length,
    organisations: new Set(people.map(({ organisation }) => organisation).filter((one) => one !== null)).size,
    countries: [...countries]
      .map(([country, all]) => ({ country, count: all.length }))
      .sort((a, b) => b.count - a.count || order.compare(a.country ?? '', b.country ?? '')),
    listed: listed.map(({ personId }) => signs.inFull(personId)),
  }
}

interface Attendant {
  readonly personId: string
  readonly mode: 'ONSITE' | 'REMOTE'
  readonly consents: boolean | null
  readonly country: string | null
  readonly organisation: string | null
  readonly sort_name: string | null
}

/** All that had a number for the meeting, in their order: also what was held for the next one, lapsed or was withdrawn. [CO-8] */
async function contributionFacts(
  { ctx, visibility }: Reporting,
  meeting: Meeting,
  numbers: ReadonlyMap<string, string>,
): Promise<{ contributions: ContributionFact[]; count: number }> {
  const p = new Params()
  const phase = phaseSql(ctx, p)
  const [id, breadth] = [p.add(meeting.id), p.add(visibility)]
  const rows = await queryRows<Omit<ContributionFact, 'agendaItem'> & { agendaItemId: string | null; total: number }>(
    ctx.db,
    `select c.number, c.title, c.abstract, d.result, coalesce(rev.number, mer.number) as "goesOnIn", ${phase} as phase,
       coalesce((select array_agg(s.label order by s.position) from contribution_source s where s.contribution_id = c.id), '{}') as sources,
       (select a.agenda_item_id from allocation a where a.contribution_id = c.id and a.meeting_id = ${id} order by a.is_primary desc limit 1) as "agendaItemId",
       (count(*) over ())::int as total
     from contribution c
       left join meeting cm on cm.id = c.meeting_id
       left join listed_document d on d.contribution_id = c.id and d.meeting_id = ${id}
       left join contribution rev on rev.id = d.revised_to_id
       left join contribution mer on mer.id = d.merged_into_id
     where (c.meeting_id = ${id} or c.held_from_id = ${id} or d.is_listed) and breadth_of(c.visibility) >= breadth_of(${breadth}::text)
     order by c.sequence, c.id limit ${MOST_CONTRIBUTIONS}`,
    p.values,
  )
  return {
    count: rows[0]?.total ?? 0,
    contributions: rows.map(({ agendaItemId, total: _, ...row }) => ({
      ...row,
      agendaItem: (agendaItemId && numbers.get(agendaItemId)) ?? null,
    })),
  }
}

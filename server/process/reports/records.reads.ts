/**
 * What the records of a group tell, for reports. Nothing is read with the eyes of whoever makes a report: what the readers of the report may not see is
 * left out, whoever makes it. [GR-3, RP-7]
 */
import type { Words } from '#schema/words/index.js'
import type { Visibility } from '#server/common/access/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { queryRows } from '#server/platform/database/index.js'
import type { CalendarDay } from '#server/platform/time/index.js'
import { patentQuestionOf } from '#server/process/decisions/index.js'
import { extensionsByGroup, type StandardsGroup } from '#server/process/groups/index.js'
import { firstMeetingByGroup, lifetimeOf, lifetimeStart, parentMeetingFrom } from '#server/process/meetings/index.js'
import { bodiesById } from '#server/roadmap/bodies/index.js'
import type {
  ActionFact,
  DecisionFact,
  DeliverableFact,
  GroupFacts,
  LifetimeFact,
  MeetingFact,
  PatentFact,
  ReservationFact,
} from './facts.js'
import type { Signs } from './signs.js'

/** For which report something is read. */
export interface Reporting {
  readonly ctx: Ctx
  readonly words: Words
  readonly group: StandardsGroup
  readonly signs: Signs
  /** Whoever sees this may see all that goes into the report. */
  readonly visibility: Visibility
}

/** `x` is seen by all who see the report. */
const seen = (column: string, parameter: string) => `breadth_of(${column}) >= breadth_of(${parameter}::text)`

export async function groupFacts({ ctx, group }: Reporting): Promise<GroupFacts> {
  const parent = await bodiesById(ctx).load(group.parentBodyId)
  return { name: group.name, acronym: group.acronym, parent: parent?.name ?? '' }
}

/** Decisions that fit a condition on `x`, by number. $1 is the visibility, $2 the value. */
export async function decisionFacts(
  { ctx, visibility }: Reporting,
  condition: string,
  values: readonly unknown[],
  numbers: ReadonlyMap<string, string>,
): Promise<(DecisionFact & { readonly id: string })[]> {
  const rows = await queryRows<Omit<DecisionFact, 'agendaItem'> & { id: string; agendaItemId: string | null }>(
    ctx.db,
    `select x.id, x.number, x.kind, x.text, x.decided_on as "decidedOn", x.agenda_item_id as "agendaItemId",
       (select json_build_object('what', coalesce(d.code || ' ', '') || d.title, 'version', v.number, 'hash', encode(a.hash, 'hex'))
        from deliverable_approval a join deliverable_version v on v.id = a.version_id join deliverable d on d.id = a.deliverable_id
        where a.decision_id = x.id order by a.recorded_at limit 1) as approved,
       (select count(*)::int from reservation r where r.decision_id = x.id and r.state <> 'WITHDRAWN'
          and ${seen('r.visibility', '$1')}) as reservations,
       (select y.number from decision y where y.reverses_id = x.id and ${seen('y.visibility', '$1')}) as "reversedBy"
     from decision x left join meeting xm on xm.id = x.meeting_id
     where ${seen('x.visibility', '$1')} and (xm.id is null or ${seen('xm.visibility', '$1')}) and ${condition}
     order by x.number`,
    [visibility, ...values],
  )
  return rows.map(({ agendaItemId, ...row }) => ({
    ...row,
    agendaItem: (agendaItemId && numbers.get(agendaItemId)) ?? null,
  }))
}

/** Reservations and objections that fit a condition on `x`, the first first. A person is a sign; an organisation is named. */
export async function reservationFacts(
  { ctx, visibility, signs, words }: Reporting,
  condition: string,
  values: readonly unknown[],
): Promise<ReservationFact[]> {
  const rows = await queryRows<
    Omit<ReservationFact, 'holder'> & { holderId: string | null; organisation: string | null }
  >(
    ctx.db,
    `select x.kind, x.state, x.text, x.answer, x.holder_id as "holderId", x.organisation,
       (select y.number from decision y where y.id = x.decision_id and ${seen('y.visibility', '$1')}) as decision
     from reservation x left join meeting xm on xm.id = x.meeting_id
     where ${seen('x.visibility', '$1')} and (xm.id is null or ${seen('xm.visibility', '$1')}) and ${condition}
     order by x.entered_at, x.id`,
    [visibility, ...values],
  )
  return rows.map(({ holderId, organisation, ...row }) => {
    const who = holderId && signs.of(holderId)
    const holder = who && organisation ? words('report.holderFor', { who, organisation }) : (who ?? organisation ?? '')
    return { ...row, holder }
  })
}

/** Actions that fit a condition on `x`, by number. */
export async function actionFacts(
  { ctx, visibility, signs, words }: Reporting,
  condition: string,
  values: readonly unknown[],
): Promise<ActionFact[]> {
  const rows = await queryRows<Omit<ActionFact, 'owner'> & { ownerId: string | null; ownerWords: string | null }>(
    ctx.db,
    `select x.number, x.text, x.state, x.owner_id as "ownerId", x.owner_words as "ownerWords", x.due_on as "dueOn",
       (select m.title from meeting m where m.id = x.due_meeting_id and ${seen('m.visibility', '$1')}) as "dueMeeting"
     from action_item x left join meeting xm on xm.id = x.meeting_id
     where ${seen('x.visibility', '$1')} and (xm.id is null or ${seen('xm.visibility', '$1')}) and ${condition}
     order by x.number`,
    [visibility, ...values],
  )
  return rows.map(({ ownerId, ownerWords, ...row }) => {
    const who = ownerId && signs.of(ownerId)
    return {
      ...row,
      owner: who && ownerWords ? words('report.holderFor', { who, organisation: ownerWords }) : (who ?? ownerWords),
    }
  })
}

/** All deliverables of the group, by code, with their milestones as they are planned now; overdue by `on`. */
export async function deliverableFacts({ ctx, group, words }: Reporting, on: CalendarDay): Promise<DeliverableFact[]> {
  const rows = await queryRows<DeliverableFact & { question: string | null; product: string }>(
    ctx.db,
    `select coalesce(d.code || ' ', '') || d.title as name, d.state, d.target_question as question, d.intended_product as product,
       coalesce((select json_agg(json_build_object('kind', m.kind, 'label', m.label, 'plannedOn', m.planned_on, 'doneOn', m.done_on,
           'slippedDays', m.planned_on - coalesce((select s.from_on from deliverable_slip s where s.milestone_id = m.id
             order by s.said_at, s.id limit 1), m.planned_on),
           'isOverdue', m.done_on is null and m.planned_on < $2::date) order by m.planned_on, m.id)
         from deliverable_milestone m where m.deliverable_id = d.id), '[]') as milestones,
       coalesce((select json_agg(i.text order by i.number) from deliverable_issue i
         where i.deliverable_id = d.id and i.settled_on is null), '[]') as "openIssues"
     from deliverable d where d.group_id = $1 order by d.code collate natural_name nulls last, d.title, d.id`,
    [group.id, on],
  )
  return rows.map(({ question, product, ...row }) => {
    const known = product === 'UNKNOWN' || product === 'NONE' ? null : words.dynamic(`deliverable.product.${product}`)
    return { ...row, target: [question, known].filter(Boolean).join(', ') || null }
  })
}

/** What was recorded of the question about patents. Reached through a meeting that the readers see. */
export async function patentFacts({ ctx }: Reporting, meetingId: string): Promise<PatentFact | null> {
  const [question] = await patentQuestionOf(ctx).load(meetingId)
  return question ?? null
}

const meetingColumns = `m.number, m.title, m.mode, m.starts_on as "startsOn", m.ends_on as "endsOn", m.place, m.country`

/** So many of the meetings to come are named. */
const MOST_NEXT = 10

/** Meetings of the group that begin after a day, soonest first. */
export const nextMeetings = ({ ctx, group, visibility }: Reporting, after: CalendarDay): Promise<MeetingFact[]> =>
  queryRows<MeetingFact>(
    ctx.db,
    `select ${meetingColumns} from meeting m
     where m.group_id = $2 and m.starts_on > $3 and m.state <> 'CANCELLED' and ${seen('m.visibility', '$1')}
     order by m.starts_on, m.number limit ${MOST_NEXT}`,
    [visibility, group.id, after],
  )

/** Meetings of the group that ended in a period, first first, with how many were there. */
export const heldMeetings = (
  { ctx, group, visibility }: Reporting,
  from: CalendarDay,
  until: CalendarDay,
): Promise<(MeetingFact & { id: string; onsite: number; remote: number; contributions: number })[]> =>
  queryRows(
    ctx.db,
    `select m.id, ${meetingColumns}, coalesce(p.onsite, r.onsite, 0) as onsite, coalesce(p.remote, r.remote, 0) as remote,
       (select count(*)::int from contribution c where c.meeting_id = m.id and c.state = 'SUBMITTED' and ${seen('c.visibility', '$1')}) as contributions
     from meeting m
       left join lateral (select nullif(count(distinct person_id) filter (where mode = 'ONSITE'), 0)::int as onsite,
           (count(distinct person_id) - count(distinct person_id) filter (where mode = 'ONSITE'))::int as remote
         from presence where meeting_id = m.id and not is_removed having count(*) > 0) p on true
       left join lateral (select (count(*) filter (where mode = 'ONSITE'))::int as onsite, (count(*) filter (where mode = 'REMOTE'))::int as remote
         from registration where meeting_id = m.id and state = 'CONFIRMED') r on p is null
     where m.group_id = $2 and m.ends_on between $3 and $4 and m.state <> 'CANCELLED' and ${seen('m.visibility', '$1')}
     order by m.starts_on, m.number`,
    [visibility, group.id, from, until],
  )

/** The first day of the next public meeting of the parent group after a day; null when none is known. */
export const parentMeetsOn = ({ ctx, group }: Reporting, after: CalendarDay): Promise<CalendarDay | null> =>
  parentMeetingFrom(ctx).load(`${group.parentBodyId} ${after}`)

export async function lifetimeFacts({ ctx, group }: Reporting): Promise<LifetimeFact> {
  const first = await firstMeetingByGroup(ctx).load(group.id)
  const extensions = await extensionsByGroup(ctx).load(group.id)
  const { startsOn, endsOn, months } = lifetimeOf(
    lifetimeStart(group, first),
    group.lifetimeMonths,
    extensions,
    group.lifetimeAnchor,
  )
  const told: LifetimeFact['extensions'][number][] = []
  for (const { decidedByBodyId, decidedOn, newEndOn } of extensions) {
    const by = await bodiesById(ctx).load(decidedByBodyId)
    told.push({ by: by?.name ?? '', decidedOn, newEndOn })
  }
  return { startsOn, endsOn, months, extensions: told }
}

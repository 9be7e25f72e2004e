import type { EntityManager } from 'typeorm'
import type { RecordKind } from '#schema/vocabulary/documents.js'
import { wordsFor } from '#schema/words/index.js'
import { queryRows } from '#server/platform/database/index.js'
import type { Said } from './agreement.js'
import { dueWords } from './due.js'
import { answersTold, type Answer } from './patent-answers.js'

/** So many rows at once; the next turn takes the others. */
export const AT_ONCE = 50
/** As much as a record holds. */
const LONGEST = 5000

/** A row that says something else than the minutes, or that they do not have yet. */
export interface Behind {
  readonly documentId: string
  readonly kind: RecordKind
  /** The rows that it may be known by, that of a new record first: somebody's presence has several. */
  readonly rowIds: readonly string[]
  readonly revision: number
  /** What the row says now. */
  readonly now: Said
  /** Whoever the holder is, where that is a person. */
  readonly holderId: string | null
  /** The record that it is; null when the minutes do not have it. */
  readonly record: string | null
  /** On what both agreed last; null for one that the minutes do not have. */
  readonly before: Said | null
  readonly agendaItemId: string | null
}

type Found = Omit<Behind, 'now'> &
  Omit<Said, 'due'> & {
    readonly dueOn: string | null
    readonly dueMeeting: number | null
    /** What was answered to the question about patents; null for other kinds. */
    readonly answers: readonly Answer[] | null
  }

const sql = `
  with rows as (
    select 'DECISION' as kind, array[d.id] as ids, d.revision, d.text, d.kind as outcome, '' as holder, null::uuid as holder_id, null::date as due_on,
      null::integer as due_meeting, null::jsonb as answers, d.meeting_id, d.agenda_item_id, d.visibility
    from decision d
    union all
    select 'RESERVATION', array[r.id], r.revision, r.text, r.kind,
      case when r.holder_id is not null and f.name is null then $1 else concat_ws(', ', f.name, r.organisation) end, r.holder_id, null, null, null,
      r.meeting_id, r.agenda_item_id, r.visibility
    from reservation r left join person_profile f on f.person_id = r.holder_id
    union all
    select 'ACTION', array[a.id], a.revision, a.text, a.state,
      case when a.owner_id is not null and f.name is null then $1 else concat_ws(', ', f.name, a.owner_words) end, a.owner_id, a.due_on, o.number, null,
      a.meeting_id, a.agenda_item_id, a.visibility
    from action_item a left join person_profile f on f.person_id = a.owner_id left join meeting o on o.id = a.due_meeting_id
    union all
    -- Whoever was in the room for some of it was in the room; without an outcome they were not there after all.
    select 'ATTENDANCE', array_agg(p.id order by p.id), sum(p.revision)::int, f.name || coalesce(', ' || r.affiliation, ''),
      case when bool_and(p.is_removed) then '' when bool_or(p.mode = 'ONSITE' and not p.is_removed) then 'ONSITE' else 'REMOTE' end,
      f.name, p.person_id, null, null, null, p.meeting_id, null, case when coalesce(r.consents, false) then 'PARTICIPANTS' else 'MANAGEMENT' end
    from minutes o join document w on w.id = o.document_id and w.frozen_at is null join presence p on p.meeting_id = o.meeting_id join person_profile f on f.person_id = p.person_id
      left join registration r on r.meeting_id = p.meeting_id and r.person_id = p.person_id
    group by p.meeting_id, p.person_id, f.name, r.affiliation, r.consents
    union all
    select 'PATENT_QUESTION', array[q.id], q.revision, coalesce(q.note, $2),
      case when not q.was_asked then 'NOT_ASKED' when q.answers = '[]' then 'NOTHING_DECLARED' else 'ANSWERED' end, '', null, null, null, q.answers,
      q.meeting_id, null, o.visibility
    from patent_question q join meeting o on o.id = q.meeting_id
  )
  select m.document_id as "documentId", x.kind, x.ids as "rowIds", x.revision, x.text, x.outcome, left(x.holder, 300) as holder, x.holder_id as "holderId",
    x.due_on as "dueOn", x.due_meeting as "dueMeeting", x.answers, x.agenda_item_id as "agendaItemId", k.id as record,
    case when k.id is not null then json_build_object('text', k.text, 'outcome', k.outcome, 'holder', k.holder, 'due', k.due) end as before
  -- What is frozen stays as it is, until its meeting is opened again.
  from minutes m join document t on t.id = m.document_id and t.frozen_at is null
    join rows x on x.meeting_id = m.meeting_id
    left join minutes_record k on k.kind = x.kind and k.row_id = any(x.ids)
  where (k.row_revision < x.revision or k.id is null and x.outcome <> '')
    -- What not all who read the minutes may see is not told there; of somebody who is named there already only whether they were there is.
    and (breadth_of(x.visibility) >= breadth_of(t.visibility) or x.kind = 'ATTENDANCE' and k.id is not null)
  order by m.document_id, x.ids limit ${AT_ONCE}`

const words = wordsFor('en')

/** What the answers to the question about patents read as; too many for a paragraph stand in the record alone. [RC-12] */
export function patentsTold(answers: readonly Answer[]): string {
  const told = answersTold(answers)
  return told.length > LONGEST ? words('minutes.manyAnswers', { count: answers.length }) : told
}

/** What the minutes lack. [RC-3] */
export async function rowsBehind(db: EntityManager): Promise<Behind[]> {
  const rows = await queryRows<Found>(db, sql, [words('minutes.formerMember'), words('minutes.nothingDeclared')])
  return rows.map(({ text, outcome, holder, dueOn, dueMeeting, answers, ...row }) => ({
    ...row,
    now: {
      text: answers && answers.length > 0 ? patentsTold(answers) : text,
      outcome,
      holder,
      due: dueWords({ on: dueOn, meeting: dueMeeting }),
    },
  }))
}

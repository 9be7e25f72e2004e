import type { Words } from '#schema/words/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { queryRows } from '#server/platform/database/index.js'
import { mayBeNamed, signOf } from './printed-people.js'
import type { Report } from './report.entity.js'

interface PersonOfReport {
  readonly number: number
  readonly name: string | null
  readonly isErased: boolean
  readonly consents: boolean | null
  readonly holdsOffice: boolean
  readonly affiliation: string | null
  readonly country: string | null
  readonly mode: 'ONSITE' | 'REMOTE' | null
}

/** Whom the signs of a report stand for, as they may be printed now. */
export interface PeopleOfReport {
  /** The words for a sign; null when it stands for nobody. */
  readonly wordsOf: (number: number, isFull: boolean) => string | null
  readonly signs: readonly { readonly sign: string; readonly name: string }[]
}

/** `added`: people who have no number in it yet, for what is only shown. [RP-6] */
export async function peopleOfReport(
  ctx: Ctx,
  words: Words,
  report: Report,
  added: readonly { readonly number: number; readonly personId: string }[] = [],
): Promise<PeopleOfReport> {
  const rows = await queryRows<PersonOfReport>(
    ctx.db,
    `select k.number, f.name, p.erased_at is not null as "isErased", r.consents, r.affiliation, r.country,
       coalesce((select a.mode from presence a where a.meeting_id = $2 and a.person_id = p.id and not a.is_removed
         order by (a.mode = 'ONSITE') desc limit 1), r.mode) as mode,
       exists (select from group_role o where o.group_id = $3 and o.person_id = p.id
         and o.role in ('CHAIR', 'VICE_CHAIR', 'SECRETARIAT', 'EDITOR', 'LIAISON_OFFICER')) as "holdsOffice"
     from (select number, person_id from report_person where report_id = $1
           union all select * from unnest($4::int[], $5::uuid[])) k (number, person_id)
       join person p on p.id = k.person_id
       left join person_profile f on f.person_id = p.id
       left join registration r on r.meeting_id = $2 and r.person_id = p.id
     order by k.number`,
    [
      report.id,
      report.meetingId,
      report.groupId,
      added.map(({ number }) => number),
      added.map(({ personId }) => personId),
    ],
  )
  const nameOf = (one: PersonOfReport): string => {
    if (one.isErased) return words('report.erased')
    return (mayBeNamed(one) ? one.name : null) ?? words('report.somebody')
  }
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  return {
    signs: rows.map((row) => ({ sign: signOf(row.number), name: nameOf(row) })),
    wordsOf: (number, isFull) => {
      const one = byNumber.get(number)
      if (!one) return null
      const name = nameOf(one)
      if (!isFull || one.isErased || !mayBeNamed(one)) return name
      const who = [name, one.affiliation, one.country].filter(Boolean).join(', ')
      return one.mode ? words('report.inFull', { who, how: words(`registration.modeIs.${one.mode}`) }) : who
    },
  }
}

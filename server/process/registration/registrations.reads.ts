import type { AttendanceMode, RegistrationState } from '#schema/vocabulary/registration.js'
import type { Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, queryRows } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { Presence } from './presence.entity.js'
import { placedColumns, type PlacedRegistration } from './registration.loader.js'

export interface RegistrationFilter {
  readonly mode?: AttendanceMode | null
  readonly state?: RegistrationState | null
}

/** A page of a list that can be counted. */
export type Listed<Row> = Connection<Row> & { readonly count: () => Promise<number> }

const byArrival: Keyset = {
  name: 'registrations.arrival',
  terms: [{ expr: 'r.arrival', direction: 'ASC', type: 'number' }],
}

/** Registrations of a meeting in the order of arrival, for those who keep the list. Refuses: BAD_CURSOR. */
export async function registrationPage(
  ctx: Ctx,
  meetingId: string,
  { mode, state }: RegistrationFilter,
  page: Page,
): Promise<Listed<PlacedRegistration>> {
  const p = new Params()
  const filter = [
    `r.meeting_id = ${p.add(meetingId)}::uuid`,
    ...(mode ? [`r.mode = ${p.add(mode)}`] : []),
    ...(state ? [`r.state = ${p.add(state)}`] : []),
  ].join(' and ')
  const counted = [...p.values]
  const sql = pageInto(byArrival, page, p)
  const rows = await queryRows<PlacedRegistration>(
    ctx.db,
    `select ${placedColumns(ctx.db)} from registration r
     where ${filter} and ${sql.where} order by ${sql.orderBy} limit ${sql.limit}`,
    p.values,
  )
  return {
    ...toConnection(rows, page, byArrival, ({ arrival }) => [arrival]),
    count: () => countOf(ctx, `registration r where ${filter}`, counted),
  }
}

/** Somebody in the printed list. */
export interface ParticipantRow {
  readonly id: string
  readonly personId: string
  readonly affiliation: string | null
  readonly country: string | null
  readonly mode: AttendanceMode
  readonly sortName: string
}

const byName: Keyset = {
  name: 'participants.name',
  terms: [
    { expr: `coalesce(plain(f.sort_name), chr(65533))`, direction: 'ASC', type: 'text' },
    { expr: 'r.id', direction: 'ASC', type: 'uuid' },
  ],
}

/** Those who have a place and agreed to be printed, by name, the erased last. Refuses: BAD_CURSOR. [RG-7, RG-8] */
export async function participantPage(ctx: Ctx, meetingId: string, page: Page): Promise<Listed<ParticipantRow>> {
  const p = new Params()
  const filter = `r.meeting_id = ${p.add(meetingId)}::uuid and r.state = 'CONFIRMED' and r.consents`
  const counted = [...p.values]
  const sql = pageInto(byName, page, p)
  const rows = await queryRows<ParticipantRow>(
    ctx.db,
    `select r.id, r.person_id as "personId", r.affiliation, r.country, r.mode,
       coalesce(plain(f.sort_name), chr(65533)) as "sortName"
     from registration r left join person_profile f on f.person_id = r.person_id
     where ${filter} and ${sql.where} order by ${sql.orderBy} limit ${sql.limit}`,
    p.values,
  )
  return {
    ...toConnection(rows, page, byName, ({ sortName, id }) => [sortName, id]),
    count: () => countOf(ctx, `registration r where ${filter}`, counted),
  }
}

export interface CountryCount {
  /** Null: none was given, or they were erased. */
  readonly country: string | null
  readonly onsite: number
  readonly remote: number
}

/** Those who have a place, by country, most first. */
export function countryCounts(ctx: Ctx, meetingId: string): Promise<CountryCount[]> {
  return ctx.db.query(
    `select r.country, count(*) filter (where r.mode = 'ONSITE')::int as onsite, count(*) filter (where r.mode = 'REMOTE')::int as remote
     from registration r where r.meeting_id = $1 and r.state = 'CONFIRMED'
     group by r.country order by count(*) desc, r.country nulls last`,
    [meetingId],
  ) as Promise<CountryCount[]>
}

/** A stretch with what its person said of themselves when they registered. */
export type AttendanceRow = Presence & { readonly affiliation: string | null; readonly country: string | null }

/** How much of the attendance a viewer reads: all of it, of those who agreed to be printed and their own, or only their own. [RG-7] */
export type AttendanceSight = 'ALL' | 'PRINTED' | 'OWN'

/** Who was there, in the order in which they came. */
export function attendanceRows(ctx: Ctx, meetingId: string, sight: AttendanceSight): Promise<AttendanceRow[]> {
  const p = new Params()
  const own = `a.person_id = ${p.add(ctx.viewer.personId)}::uuid`
  const seen = { ALL: `(true or ${own})`, PRINTED: `(coalesce(r.consents, false) or ${own})`, OWN: own }[sight]
  return queryRows<AttendanceRow>(
    ctx.db,
    `select ${columnsOf(ctx.db, Presence, 'a')}, r.affiliation, r.country
     from presence a left join registration r on r.meeting_id = a.meeting_id and r.person_id = a.person_id
     where a.meeting_id = ${p.add(meetingId)}::uuid and not a.is_removed and ${seen}
     order by a.from_at, a.id limit 5000`,
    p.values,
  )
}

async function countOf(ctx: Ctx, from: string, values: readonly unknown[]): Promise<number> {
  const [row] = (await ctx.db.query(`select count(*)::int as n from ${from}`, [...values])) as [{ n: number }]
  return row.n
}

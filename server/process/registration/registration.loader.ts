import { loader } from '#server/platform/context/index.js'
import { columnsOf } from '#server/platform/database/index.js'
import { RegistrationOffer } from './registration-offer.entity.js'
import { Registration } from './registration.entity.js'

/** What is offered for meetings, by the meeting; null where nothing is. Reached through a meeting that the viewer sees. */
export const offersByMeeting = loader<string, RegistrationOffer>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, RegistrationOffer, 'o')} from registration_offer o where o.meeting_id = any($1::uuid[])`,
    [ids],
  )) as RegistrationOffer[]
  return new Map(rows.map((row) => [row.meetingId, row]))
})

/** A registration with its place among those who wait: 1 for whoever is next; null for those who do not wait. */
export type PlacedRegistration = Registration & { readonly waitingPlace: number | null }

const waitingPlace = `case when r.state = 'WAITING' then (
  select count(*)::int from registration w
  where w.meeting_id = r.meeting_id and w.state = 'WAITING' and w.arrival <= r.arrival) end as "waitingPlace"`

/** Columns of `registration r` for a `PlacedRegistration`. */
export const placedColumns = (db: Parameters<typeof columnsOf>[0]): string =>
  `${columnsOf(db, Registration, 'r')}, ${waitingPlace}`

/** Registrations of the viewer, by the meeting, withdrawn ones included. */
export const ownByMeeting = loader<string, PlacedRegistration>(async (ctx, ids) => {
  if (ctx.viewer.personId === null) return new Map()
  const rows = (await ctx.db.query(
    `select ${placedColumns(ctx.db)} from registration r where r.person_id = $1 and r.meeting_id = any($2::uuid[])`,
    [ctx.viewer.personId, ids],
  )) as PlacedRegistration[]
  return new Map(rows.map((row) => [row.meetingId, row]))
})

/** Registrations by id. For whoever made or changed one: they have asked for permission. */
export const registrationsById = loader<string, PlacedRegistration>(async (ctx, ids) => {
  const rows = (await ctx.db.query(`select ${placedColumns(ctx.db)} from registration r where r.id = any($1::uuid[])`, [
    ids,
  ])) as PlacedRegistration[]
  return new Map(rows.map((row) => [row.id, row]))
})

/** How many there are of each kind. */
export interface RegistrationNumbers {
  readonly meetingId: string
  readonly onsite: number
  readonly remote: number
  readonly waiting: number
  readonly withdrawn: number
  readonly visaSupport: number
}

/** Numbers of registrations by the meeting; absent where nobody has registered. */
export const numbersByMeeting = loader<string, RegistrationNumbers>(async (ctx, ids) => {
  const rows = (await ctx.db.query(
    `select r.meeting_id as "meetingId",
       count(*) filter (where r.state = 'CONFIRMED' and r.mode = 'ONSITE')::int as onsite,
       count(*) filter (where r.state = 'CONFIRMED' and r.mode = 'REMOTE')::int as remote,
       count(*) filter (where r.state = 'WAITING')::int as waiting,
       count(*) filter (where r.state = 'WITHDRAWN')::int as withdrawn,
       count(*) filter (where r.state <> 'WITHDRAWN' and r.wants_visa_support)::int as "visaSupport"
     from registration r where r.meeting_id = any($1::uuid[]) group by r.meeting_id`,
    [ids],
  )) as RegistrationNumbers[]
  return new Map(rows.map((row) => [row.meetingId, row]))
})

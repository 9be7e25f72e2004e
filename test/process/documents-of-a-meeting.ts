/** A meeting with an agenda and contributions, for tests of what is done with its documents. Other rooms write them; here they are rows. */

/** Whatever runs SQL and answers rows. */
export interface Rows {
  readonly dataSource: { query(sql: string, parameters?: unknown[]): Promise<unknown> }
}

export interface Given {
  readonly title?: string
  readonly state?: 'RESERVED' | 'SUBMITTED' | 'WITHDRAWN' | 'LAPSED'
  readonly visibility?: 'PUBLIC' | 'ACCOUNT' | 'PARTICIPANTS' | 'MANAGEMENT'
}

/** Rows of an agenda at the top, in order; answers their ids. */
export async function agendaOf(
  { dataSource }: Rows,
  meetingId: string,
  titles: readonly (string | { title: string; visibility: string })[],
): Promise<string[]> {
  const ids: string[] = []
  for (const [position, given] of titles.entries()) {
    const { title, visibility } = typeof given === 'string' ? { title: given, visibility: 'PUBLIC' } : given
    const [row] = (await dataSource.query(
      `insert into agenda_item (id, meeting_id, position, title, visibility) values (gen_random_uuid(), $1, $2, $3, $4) returning id`,
      [meetingId, position, title, visibility],
    )) as [{ id: string }]
    ids.push(row.id)
  }
  return ids
}

/** Contributions to a meeting, numbered from 1; answers their ids. */
export async function documentsIn(
  { dataSource }: Rows,
  group: { id: string },
  meetingId: string | null,
  given: readonly Given[],
): Promise<string[]> {
  const [{ n, named }] = (await dataSource.query(
    `select coalesce(max(sequence), 0)::int as n, count(*) filter (where number like 'X-%')::int as named from contribution where group_id = $1`,
    [group.id],
  )) as [{ n: number; named: number }]
  const rows = given.map(({ title, state = 'SUBMITTED', visibility = 'PUBLIC' }, at) => ({
    meetingId,
    sequence: n + at + 1,
    number: `X-${String(named + at + 1).padStart(3, '0')}`,
    title: title ?? `Document ${named + at + 1}`,
    state,
    standing: state === 'RESERVED' || state === 'LAPSED' ? null : 'ON_TIME',
    submittedAt: state === 'RESERVED' || state === 'LAPSED' ? null : '2027-06-01T10:00:00Z',
    visibility,
  }))
  const made = (await dataSource.query(
    `insert into contribution (id, group_id, meeting_id, sequence, number, title, state, standing, submitted_at, visibility)
     select gen_random_uuid(), $1, r."meetingId", r.sequence, r.number, r.title, r.state, r.standing, r."submittedAt", r.visibility
     from jsonb_to_recordset($2::jsonb) r("meetingId" uuid, sequence integer, number text, title text, state text, standing text,
       "submittedAt" timestamptz, visibility text) order by r.sequence returning id, sequence`,
    [group.id, JSON.stringify(rows)],
  )) as { id: string; sequence: number }[]
  return made.toSorted((one, other) => one.sequence - other.sequence).map(({ id }) => id)
}

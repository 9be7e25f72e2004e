/** A large meeting: many documents, an agenda, and nothing said of either yet. Written by SQL; what is measured goes through the API. */
import pg from 'pg'
import { mulberry32 } from '../chance.js'

export interface Extent {
  readonly documents: number
  readonly rows: number
  /** What numbers of its documents begin with; absent: EX. */
  readonly prefix?: string
}

/** Words of titles. Each fifth title has the word of its row, by which a rule can find it. */
const words = 'energy water carbon inference training cooling reporting metrics chips networks reuse storage'.split(' ')

export interface LargeMeeting {
  readonly id: string
  readonly group: string
  readonly number: number
  /** Keys of rows and documents in their order. */
  readonly rows: readonly string[]
  readonly documents: readonly string[]
}

/** Puts a meeting with its documents into the example group. The same for the same seed. */
export async function largeMeeting(url: string, seed: number, extent: Extent): Promise<LargeMeeting> {
  const random = mulberry32(seed)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: meetings } = await client.query<{ id: string; number: number; groupId: string }>(
      `insert into meeting (id, group_id, number, title, mode, state, starts_on, ends_on, zone, visibility, confidence)
       select gen_random_uuid(), g.id, coalesce((select max(number) from meeting where group_id = g.id), 0) + 1, 'A large meeting', 'HYBRID',
         'PLANNED', '2027-06-15', '2027-06-18', 'Europe/Zurich', 'PUBLIC', 'VERIFIED'
       from standards_group g where g.slug = 'example' returning id, number, group_id as "groupId"`,
    )
    const [meeting] = meetings as [(typeof meetings)[number]]
    const { rows } = await client.query<{ id: string }>(
      `insert into agenda_item (id, meeting_id, position, title, visibility)
       select gen_random_uuid(), $1, n, 'Row ' || n || ' on ' || ($2::text[])[n % 12 + 1], 'PUBLIC' from generate_series(1, $3::int) n returning id`,
      [meeting.id, words, extent.rows],
    )
    const titles = Array.from({ length: extent.documents }, (_, at) => {
      const some = Array.from({ length: 5 }, () => words[Math.floor(random() * words.length)]!)
      return `On ${some.join(', ')}${at % 5 === 0 ? ` (row${at % extent.rows})` : ''}`
    })
    const { rows: documents } = await client.query<{ id: string }>(
      `insert into contribution (id, group_id, meeting_id, sequence, number, title, state, standing, submitted_at, visibility)
       select gen_random_uuid(), $1, $2, 100000 + n, $4 || '-' || lpad(n::text, 5, '0'), title, 'SUBMITTED', 'ON_TIME', now(), 'PUBLIC'
       from unnest($3::text[]) with ordinality t(title, n) order by n returning id, sequence`,
      [meeting.groupId, meeting.id, titles, extent.prefix ?? 'EX'],
    )
    await client.query('analyze contribution, listed_document, allocation, agenda_item')
    return {
      id: meeting.id,
      group: 'example',
      number: meeting.number,
      rows: rows.map(({ id }) => id),
      documents: documents.map(({ id }) => id),
    }
  } finally {
    await client.end()
  }
}

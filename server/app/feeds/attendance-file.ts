import type { FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import type { Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import type { Feed } from './feed.js'
import { csvFile } from './stream.js'

interface Row {
  readonly person: { readonly name: string | null }
  readonly affiliation: string | null
  readonly country: string | null
  readonly mode: string
  readonly from: string
  readonly to: string | null
  readonly countsForDecisions: boolean
}

export const attendanceQuery = `query AttendanceFile($group: String!, $number: Int!, $item: UUID) {
  list: meeting(group: $group, number: $number) {
    attendance(agendaItem: $item) { person { name } affiliation country mode from to countsForDecisions }
  }
}`

/** What the query answers; null for a meeting that the sender may not see. */
export type AttendanceAnswer = { readonly attendance: readonly Row[] } | null

const columns: Feed<Row>['columns'] = {
  name: ({ person }, _, words) => person.name ?? words('fact.erased'),
  affiliation: ({ affiliation }) => affiliation ?? '',
  country: ({ country }) => country ?? '',
  takesPart: ({ mode }) => mode,
  thereFrom: ({ from }) => from,
  thereTo: ({ to }) => to ?? '',
  counts: ({ countsForDecisions }) => countsForDecisions,
}

/**
 * `/groups/<slug>/meetings/<number>/attendance.csv`, with `?item=<key>` of those who were there while the room was at that row of the agenda: as far as
 * the page shows it to the sender. Kept by nobody. Refuses: NOT_FOUND, BAD_INPUT. [RG-10, RO-10]
 */
export async function attendanceFile(
  ask: (variables: Record<string, unknown>) => Promise<AttendanceAnswer>,
  { language, now }: Ctx,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { slug, number } = request.params as { slug: string; number: string }
  const item = new URLSearchParams(request.url.split(/\?(.*)/s)[1] ?? '').get('item')
  const answer = await ask({ group: slug, number: Number(number), item: item || null })
  if (answer === null) throw refuse('NOT_FOUND')
  const feed = { columns } as Feed<Row>
  const nothingMore = () => Promise.resolve({ nodes: [] })
  const options = { origin: '', language, asOf: now.toISOString(), page: request.url }
  const rows = csvFile(feed, { nodes: answer.attendance }, nothingMore, options)
  const name = `rapporteur-${slug.replace(/[^a-z0-9-]/g, '')}-${number}-attendance.csv`
  return reply
    .type('text/csv; charset=utf-8; header=present')
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(rows))
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import type { Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import type { Feed } from './feed.js'
import { csvFile } from './stream.js'

interface RoleRow {
  readonly role: string
  readonly isActing: boolean
  readonly from: string | null
  readonly subgroup: { readonly number: number } | null
  readonly affiliation: { readonly label: string; readonly country: string | null } | null
}

interface ParticipantRow {
  readonly person: { readonly name: string | null }
  readonly roles: readonly RoleRow[]
}

export const participantsQuery = `query ParticipantsFile($slug: String!, $on: Date) {
  list: group(slug: $slug) {
    participants(on: $on) {
      person { name }
      roles { role isActing from subgroup { number } affiliation { label country } }
    }
  }
}`

/** What the query answers; null for a group that the sender may not see. */
export type ParticipantsAnswer = { readonly participants: readonly ParticipantRow[] } | null

const distinct = (values: readonly (string | null | undefined)[]) => [
  ...new Set(values.filter((value) => value !== null && value !== undefined)),
]

/** Somebody who was erased goes without a name; where nobody belongs, that is not known. An e-mail address is in no column. [PA-4] */
const columns: Feed<ParticipantRow>['columns'] = {
  name: ({ person }) => person.name,
  affiliation: ({ roles }) => distinct(roles.map(({ affiliation }) => affiliation?.label)).join('; ') || null,
  country: ({ roles }) => distinct(roles.map(({ affiliation }) => affiliation?.country)),
  heldRoles: ({ roles }, _, words) =>
    roles.map(({ role, isActing, subgroup }) =>
      words('group.roleIn', {
        role: words.dynamic(`group.role.${role}`),
        isActing: String(isActing),
        number: subgroup?.number ?? 0,
      }),
    ),
  since: ({ roles }) => distinct(roles.map(({ from }) => from)).sort()[0] ?? null,
}

/** `/groups/<slug>/participants.csv?on=2026-01-01`: who takes part in a group on a day. Kept by nobody. Refuses: NOT_FOUND, BAD_INPUT. [PA-2, GS-6] */
export async function participantsFile(
  ask: (variables: Record<string, unknown>) => Promise<ParticipantsAnswer>,
  { language, now }: Ctx,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { slug } = request.params as { slug: string }
  const { on } = request.query as { on?: string }
  const answer = await ask({ slug, on: on || null })
  if (answer === null) throw refuse('NOT_FOUND')
  const feed = { columns } as Feed<ParticipantRow>
  const nothingMore = () => Promise.resolve({ nodes: [] })
  const options = { origin: '', language, asOf: now.toISOString(), page: request.url }
  const rows = csvFile(feed, { nodes: answer.participants }, nothingMore, options)
  return reply
    .type('text/csv; charset=utf-8; header=present')
    .header('cache-control', 'private, no-store')
    .header(
      'content-disposition',
      `attachment; filename="rapporteur-${slug.replace(/[^a-z0-9-]/g, '')}-participants.csv"`,
    )
    .send(Readable.from(rows))
}

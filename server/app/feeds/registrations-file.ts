import type { FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import { attendanceModes, registrationStates } from '#schema/vocabulary/registration.js'
import type { Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import type { Feed, FeedPage } from './feed.js'
import { csvFile, xlsxFile } from './stream.js'

interface Row {
  readonly person: { readonly name: string | null }
  readonly affiliation: string | null
  readonly country: string | null
  readonly mode: string
  readonly state: string
  readonly waitingPlace: number | null
  readonly registeredAt: string
  readonly isLate: boolean
  readonly lateReason: string | null
  readonly wantsVisaSupport: boolean
  readonly visaNeeds: string | null
  readonly consents: boolean
  readonly remark: string | null
}

export const registrationsQuery = `query RegistrationsFile($group: String!, $number: Int!, $first: Int, $after: String, $filter: RegistrationFilter) {
  list: meeting(group: $group, number: $number) {
    registration {
      registrations(first: $first, after: $after, filter: $filter) {
        nodes {
          person { name } affiliation country mode state waitingPlace registeredAt isLate lateReason wantsVisaSupport visaNeeds consents remark
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`

/** What the query answers; the list is null for whoever does not keep it. */
export type RegistrationsAnswer = {
  readonly registration: { readonly registrations: FeedPage<Row> | null } | null
} | null

const columns: Feed<Row>['columns'] = {
  name: ({ person }, _, words) => person.name ?? words('fact.erased'),
  affiliation: ({ affiliation }) => affiliation ?? '',
  country: ({ country }) => country ?? '',
  takesPart: ({ mode }) => mode,
  state: ({ state }) => state,
  waitingPlace: ({ waitingPlace }) => waitingPlace ?? '',
  registeredAt: ({ registeredAt }) => registeredAt,
  visaSupport: ({ wantsVisaSupport }) => wantsVisaSupport,
  visaNeeds: ({ visaNeeds }) => visaNeeds ?? '',
  printed: ({ consents }) => consents,
  late: ({ isLate }) => isLate,
  reason: ({ lateReason }) => lateReason ?? '',
  remark: ({ remark }) => remark ?? '',
}

const types = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/**
 * `/groups/<slug>/meetings/<number>/registration/list.csv` and `.xlsx`: the registrations as those see them who keep the list. Kept by nobody; no
 * e-mail address is in any answer. Refuses: NOT_FOUND, for whoever may not see it as well. [RG-7]
 */
export async function registrationsFile(
  ask: (variables: Record<string, unknown>) => Promise<RegistrationsAnswer>,
  kind: keyof typeof types,
  { language, now }: Ctx,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { slug, number } = request.params as { slug: string; number: string }
  const asked = new URLSearchParams(request.url.split(/\?(.*)/s)[1] ?? '')
  const filter = {
    mode: attendanceModes.find((mode) => mode === asked.get('mode')) ?? null,
    state: registrationStates.find((state) => state === asked.get('state')) ?? null,
  }
  const page = async (after: string | null): Promise<FeedPage<Row>> => {
    const answer = await ask({ group: slug, number: Number(number), first: 200, after, filter })
    if (!answer?.registration?.registrations) throw refuse('NOT_FOUND')
    return answer.registration.registrations
  }
  const first = await page(null)
  const feed = { name: 'registrations', columns } as Feed<Row>
  const options = { origin: '', language, asOf: now.toISOString(), page: request.url }
  const name = `rapporteur-${slug.replace(/[^a-z0-9-]/g, '')}-${number}-registrations.${kind}`
  const rows = kind === 'csv' ? csvFile(feed, first, page, options) : xlsxFile(feed, first, page, options)
  return reply
    .type(types[kind])
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(rows as AsyncIterable<string | Uint8Array>))
}

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  CreateMeetingSeriesDocument,
  NewSeriesPageDocument,
  SeriesDaysPreviewDocument,
  type NewSeriesPageQuery,
  type SeriesDaysPreviewQuery,
} from '#schema/generated/operations.js'
import { fieldRefusals, refuseForm, sentForm } from '../../../app/forms.js'
import { newKey } from '../../../app/new-key.js'
import type { RouteTools } from '../../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith } from '../../../api/index.js'
import type { FieldRefusal } from '../../../ui/index.js'
import { meetingHref } from '../meeting-address.js'
import { meetingDetails } from '../meeting-form.js'
import { NewSeries } from './NewSeries.js'
import { seriesFields, seriesPlan, type SeriesFields, type SeriesPlan } from './series-plan.js'

export type SeriesDay = SeriesDaysPreviewQuery['meetingSeriesDays'][number]

export interface NewSeriesData {
  group: NonNullable<NewSeriesPageQuery['group']>
  fields: SeriesFields
  /** What the address asks for, with its days; null before it asks for anything, or when that was refused. */
  shown: { plan: SeriesPlan; days: readonly SeriesDay[] } | null
  refusals: readonly FieldRefusal[]
  idempotencyKey: string
  now: string
}

const fieldsOf = (request: Request, zone: string) => {
  const asked = new URL(request.url).searchParams
  return seriesFields((name) => asked.get(name), zone)
}

/** In two steps, as a move: the address holds how the meetings follow each other and shows every day; only then the form that calls them. */
export const newSeriesRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/series',
  Component: NewSeries,
  handle: { isExample: ({ group }: NewSeriesData) => group.isExample },
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<NewSeriesData> => {
    const { api, words } = tools
    const answer = await orRefuse(api(NewSeriesPageDocument, { group: found(params.slug) }))
    const group = found(answer.group)
    if (!group.viewerMay.includes('CALL_MEETING')) throw refuseWith('FORBIDDEN')
    const fields = fieldsOf(request, group.deadlineZone)
    const data = { group, fields, shown: null, refusals: [], idempotencyKey: newKey(), now: answer.now }
    if (!new URL(request.url).searchParams.has('startsOn')) return data
    const read = seriesPlan(fields, words)
    if ('wrong' in read) return { ...data, refusals: read.wrong }
    const { done, refusals } = await orAnswer(
      api(SeriesDaysPreviewDocument, { input: { group: group.slug, ...read.plan } }),
    )
    return refusals
      ? { ...data, refusals: fieldRefusals(refusals, words) }
      : { ...data, shown: { plan: read.plan, days: done.meetingSeriesDays } }
  },
  action: async ({ params, request }: ActionFunctionArgs) => {
    const { api, words } = tools
    const sent = await sentForm(request)
    const slug = found(params.slug)
    const read = seriesPlan(fieldsOf(request, ''), words)
    if ('wrong' in read) return refuseForm('series', sent, read.wrong)
    if (!sent.text('title')) {
      return refuseForm('series', sent, [{ field: 'title', sentence: words('meeting.titleMissing') }])
    }
    const { title, mode, place, country, host, remoteDetails, closesAt, objectives } = meetingDetails(sent)
    const { done, refusals } = await orAnswer(
      api(CreateMeetingSeriesDocument, {
        input: {
          group: slug,
          ...read.plan,
          ...{ title, mode, place, country, host, remoteDetails, closesAt, objectives },
          only: sent.all('only'),
          isPreparatory: sent.isTicked('isPreparatory'),
          idempotencyKey: sent.text('idempotencyKey'),
        },
      }),
    )
    if (refusals) return refuseForm('series', sent, fieldRefusals(refusals, words))
    return redirect(`${meetingHref({ slug }, found(done.createMeetingSeries.meetings[0]).number)}/series`)
  },
})

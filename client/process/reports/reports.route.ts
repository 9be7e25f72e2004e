/** The pages of reports: of a meeting, on progress, and all of a group. */
import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  FreezeReportDocument,
  MakeMeetingReportDocument,
  MakeProgressReportDocument,
  MeetingReportPageDocument,
  ProgressReportPageDocument,
  RenewReportDocument,
  ReportListPageDocument,
  type FreezeReportMutation,
  type MakeMeetingReportMutation,
  type MakeProgressReportMutation,
  type RenewReportMutation,
  type ReportListPageQuery,
} from '#schema/generated/operations.js'
import { meetingSections, progressSections, reportApprovals, type SectionKey } from '#schema/vocabulary/reports.js'
import type { Words } from '#schema/words/index.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orRefuse, refuseWith } from '../../api/index.js'
import { changeAction } from '../../roadmap/parts/index.js'
import { isDay } from '../deadlines/index.js'
import { meetingAddress, meetingHref } from '../meetings/index.js'
import { FreezePage } from './FreezePage.js'
import { MeetingReportPage } from './NoReport.js'
import { RenewPage } from './RenewPage.js'
import { runningOf, versionIn, type ReportData, type ReportedMeeting, type ReportShown } from './report-data.js'
import { ReportList } from './ReportList.js'
import { ReportPage } from './ReportPage.js'

type Params = LoaderFunctionArgs['params']

/** The report of a meeting; null while there is none that the viewer may see. */
export interface MeetingReportData extends Omit<ReportData, 'report' | 'meeting'> {
  readonly meeting: ReportedMeeting
  readonly report: ReportShown | null
}

export interface ReportListData {
  readonly group: NonNullable<ReportListPageQuery['group']>
  readonly idempotencyKey: string
}

const meetingReportHref = (params: Params): string => {
  const { group: slug, number } = meetingAddress(params)
  return `${meetingHref({ slug }, number)}/report`
}
const progressReportHref = (params: Params): string => {
  const { group, number } = meetingAddress(params)
  return `/groups/${group}/reports/${number}`
}

async function ofMeeting({ api }: RouteTools, params: Params, search: string): Promise<MeetingReportData> {
  const version = versionIn(search)
  const { meeting } = await orRefuse(api(MeetingReportPageDocument, { ...meetingAddress(params), version }))
  const { report } = found(meeting)
  if (version !== null && report) found(report.version)
  return { meeting: found(meeting), report: report ?? null, href: meetingReportHref(params), idempotencyKey: newKey() }
}

async function onProgress({ api }: RouteTools, params: Params, search: string): Promise<ReportData> {
  const version = versionIn(search)
  const { group } = await orRefuse(api(ProgressReportPageDocument, { ...meetingAddress(params), version }))
  const report = found(found(group).progressReport)
  if (version !== null) found(report.version)
  return { meeting: null, report, href: progressReportHref(params), idempotencyKey: newKey() }
}

/** For somebody who writes it; nobody else is shown the page. */
function written(data: MeetingReportData | ReportData): ReportData {
  const report = found(data.report)
  if (!report.draft) throw refuseWith('FORBIDDEN')
  return { ...data, report }
}

const searchOf = ({ request }: LoaderFunctionArgs): string => new URL(request.url).search
const handle = {
  isExample: ({ report, meeting }: MeetingReportData | ReportData) => (meeting ?? report!).group.isExample,
}
const readHandle = {
  ...handle,
  running: ({ report }: MeetingReportData | ReportData, words: Words) =>
    report ? runningOf(report, '', words) : { title: '', note: '' },
}

/** `/groups/:slug/meetings/:number/report` */
export const meetingReportRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/report',
  Component: MeetingReportPage,
  handle: readHandle,
  loader: (args: LoaderFunctionArgs) => ofMeeting(tools, args.params, searchOf(args)),
  action: changeAction<MakeMeetingReportMutation>(tools, {
    act: (sent, params) => {
      const { group, number: meeting } = meetingAddress(params)
      const input = { group, meeting, idempotencyKey: sent.text('idempotencyKey') }
      return tools.api(MakeMeetingReportDocument, { input })
    },
    leadsTo: (_done, params) => meetingReportHref(params),
  }),
})

/** `/groups/:slug/reports/:number` */
export const progressReportRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/reports/:number',
  Component: ReportPage,
  handle: readHandle,
  loader: (args: LoaderFunctionArgs) => onProgress(tools, args.params, searchOf(args)),
})

/** The pages that freeze a report and write it anew, alike for both kinds. */
function changing(
  path: string,
  load: (tools: RouteTools, params: Params, search: string) => Promise<MeetingReportData | ReportData>,
  hrefOf: (params: Params) => string,
) {
  const loading = (tools: RouteTools) => async (args: LoaderFunctionArgs) => written(await load(tools, args.params, ''))
  return {
    freeze: (tools: RouteTools): RouteObject => ({
      path: `${path}/freeze`,
      Component: FreezePage,
      handle,
      shouldRevalidate: () => true,
      loader: loading(tools),
      action: changeAction<FreezeReportMutation>(tools, {
        act: (sent) =>
          tools.api(FreezeReportDocument, {
            input: {
              id: sent.text('id'),
              expectedText: sent.text('expectedText'),
              approval: reportApprovals.find((one) => one === sent.text('approval')) ?? null,
              reason: sent.optional('reason'),
              idempotencyKey: sent.text('idempotencyKey'),
            },
          }),
        leadsTo: (_done, params) => hrefOf(params),
      }),
    }),
    renew: (tools: RouteTools): RouteObject => ({
      path: `${path}/renew`,
      Component: RenewPage,
      handle,
      shouldRevalidate: () => true,
      loader: loading(tools),
      action: changeAction<RenewReportMutation>(tools, {
        act: (sent) => {
          const keys = [...new Set<SectionKey>([...meetingSections, ...progressSections])]
          const sections = keys.filter((key) => sent.isTicked(`write-${key}`))
          const overwrites = keys.filter((key) => sent.isTicked(`overwrite-${key}`))
          if (sections.length + overwrites.length === 0) {
            return [{ field: null, sentence: tools.words('report.renewNoneTicked') }]
          }
          const expectedRevision = Number(sent.text('expectedRevision'))
          return tools.api(RenewReportDocument, {
            input: { id: sent.text('id'), expectedRevision, sections, overwrites },
          })
        },
        leadsTo: (_done, params) => `${hrefOf(params)}?view=draft`,
      }),
    }),
  }
}

const ofMeetings = changing('groups/:slug/meetings/:number/report', ofMeeting, meetingReportHref)
const onProgresses = changing('groups/:slug/reports/:number', onProgress, progressReportHref)

/** `/groups/:slug/meetings/:number/report/freeze` */
export const freezeMeetingReportRoute = ofMeetings.freeze
/** `/groups/:slug/meetings/:number/report/renew` */
export const renewMeetingReportRoute = ofMeetings.renew
/** `/groups/:slug/reports/:number/freeze` */
export const freezeProgressReportRoute = onProgresses.freeze
/** `/groups/:slug/reports/:number/renew` */
export const renewProgressReportRoute = onProgresses.renew

/** `/groups/:slug/reports`; `?fromOn=…&untilOn=…` shows what lies in a period. */
export const reportListRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/reports',
  Component: ReportList,
  handle: { isExample: ({ group }: ReportListData) => group.isExample },
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<ReportListData> => {
    const asked = new URL(request.url).searchParams
    const day = (name: string) => {
      const typed = asked.get(name) ?? ''
      return isDay(typed) ? typed : null
    }
    const [fromOn, untilOn] = [day('fromOn'), day('untilOn')]
    const isPeriod = fromOn !== null && untilOn !== null && fromOn <= untilOn
    const period = isPeriod ? { fromOn, untilOn } : {}
    const { group } = await orRefuse(tools.api(ReportListPageDocument, { group: found(params.slug), ...period }))
    return { group: found(group), idempotencyKey: newKey() }
  },
  action: changeAction<MakeProgressReportMutation>(tools, {
    act: (sent, params) => {
      const [fromOn, untilOn] = [sent.text('fromOn'), sent.text('untilOn')]
      if (!isDay(fromOn) || !isDay(untilOn)) {
        return [{ field: null, sentence: tools.words('report.dayMissing') }]
      }
      const input = { group: found(params['slug']), fromOn, untilOn, idempotencyKey: sent.text('idempotencyKey') }
      return tools.api(MakeProgressReportDocument, { input })
    },
    leadsTo: ({ makeProgressReport: { number } }, params) => `/groups/${params['slug']}/reports/${number}`,
  }),
})

import type { MeetingReportPageQuery, ReportOnPageFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { formatDay } from '#schema/words/dates.js'
import type { Running } from '../../app/Document.js'

export type ReportShown = ReportOnPageFragment
export type ReportedMeeting = NonNullable<MeetingReportPageQuery['meeting']>

/** A report on a page of its own, that of a meeting or on progress. */
export interface ReportData {
  /** Null for a progress report. */
  readonly meeting: ReportedMeeting | null
  readonly report: ReportShown
  /** Address of its page. */
  readonly href: string
  /** Made by the page, so that a form sent twice makes nothing twice. */
  readonly idempotencyKey: string
}

/** The number of the version that an address asks for; null for the last. */
export const versionIn = (search: string): number | null => {
  const asked = new URLSearchParams(search).get('version') ?? ''
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null
}

/** What an address shows of a report: its draft, or what was frozen of it. */
export const showsDraft = ({ draft, version }: ReportShown, search: string): boolean =>
  Boolean(draft) && (!version || new URLSearchParams(search).get('view') === 'draft')

/** What stands at the top of each page on paper: what it is, which version, and by which hash it is known. */
export function runningOf(report: ReportShown, search: string, words: Words): Running {
  const { version } = report
  const title = report.title.length > 90 ? `${report.title.slice(0, 89).trimEnd()}…` : report.title
  if (!version || showsDraft(report, search)) return { title, note: words('report.runningDraft') }
  const { number, frozenOn, hash } = version
  return {
    title,
    note: words('report.runningFrozen', { number, day: formatDay(frozenOn, words), hash: hash.slice(0, 16) }),
  }
}

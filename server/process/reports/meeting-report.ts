import { meetingSections } from '#schema/vocabulary/reports.js'
import type { Words } from '#schema/words/index.js'
import type { ContributionFact, MeetingReportFacts } from './facts.js'
import { RecordWords } from './record-words.js'
import { para, point, pointsOr, tableOr, type Said, type Section } from './said.js'

/**
 * The report of a meeting, from the records and nothing else: the same records give the same report. Every clause is there, also when nothing was
 * recorded for it: then it says so. [RP-1; ITU-T A.1 cl. 2.3.3.12, 1.4.6]
 */
export function composeMeetingReport(words: Words, facts: MeetingReportFacts): Section[] {
  const lines = new RecordWords(words)
  const { meeting } = facts
  const said: Readonly<Record<(typeof meetingSections)[number], readonly Said[]>> = {
    SUMMARY: summary(words, lines, facts),
    MEETING: particulars(words, lines, facts),
    ATTENDANCE: lines.attendance(facts.attendance),
    AGENDA: agenda(words, facts),
    INPUTS: inputs(words, facts),
    DISCUSSION: [para(words(facts.hasMinutes ? 'report.discussionInMinutes' : 'report.noMinutes'))],
    RESULTS: lines.decisions(facts.decisions),
    RESERVATIONS: lines.reservations(facts.reservations),
    ACTIONS: [
      lines.actions(words('report.openActions'), words('report.noOpenAction'), facts.openActions),
      lines.actions(words('report.doneActions'), words('report.noDoneAction'), facts.doneActions),
    ],
    DELIVERABLES: lines.deliverables(facts.deliverables),
    STATEMENTS: lines.statements(facts.statements),
    PATENTS: lines.patents(facts.patents),
    NEXT: lines.nextMeetings(facts.nextMeetings, facts.parentMeetsOn, facts.group.parent),
    LIFETIME: lines.lifetime(facts.lifetime, meeting.endsOn),
    PARTICIPANTS: pointsOr(words('report.noParticipants'), facts.attendance.listed),
  }
  return meetingSections.map((key) => ({ key, heading: words(`report.section.${key}`), said: said[key] }))
}

function summary(words: Words, lines: RecordWords, facts: MeetingReportFacts): Said[] {
  const { meeting, group, decisions, reservations, openActions, contributionCount, attendance } = facts
  return [
    para(
      words('report.summary', {
        group: group.name,
        title: meeting.title,
        days: lines.days(meeting),
        where: lines.where(meeting),
      }),
    ),
    para(
      words('report.summaryCounts', {
        people: attendance.onsite + attendance.remote,
        inputs: contributionCount,
        decisions: decisions.length,
        reservations: reservations.filter(({ state }) => state !== 'WITHDRAWN').length,
        actions: openActions.length,
      }),
    ),
  ]
}

function particulars(words: Words, lines: RecordWords, { meeting, officers, group }: MeetingReportFacts): Said[] {
  const language = new Intl.DisplayNames([words.locale], { type: 'language', fallback: 'code' }).of(
    meeting.workingLanguage,
  )
  const chairs = officers.filter(({ role }) => role === 'CHAIR')
  const others = officers.filter(({ role }) => role !== 'CHAIR')
  const office = ({ role, who, isActing }: (typeof officers)[number]) =>
    point(words('report.officer', { role: words.dynamic(`group.role.${role}`), who, isActing: String(isActing) }))
  return [
    point(words('report.group', { group: group.name, parent: group.parent })),
    point(words('report.date', { days: lines.days(meeting) })),
    point(words('report.venue', { where: lines.where(meeting) })),
    ...(meeting.opensAt ? [point(words('report.opened', { time: meeting.opensAt, zone: meeting.zone }))] : []),
    ...(meeting.host ? [point(words('report.host', { host: meeting.host }))] : []),
    ...(meeting.collocatedWith ? [point(words('report.collocated', { with: meeting.collocatedWith }))] : []),
    ...(meeting.isPreparatory ? [point(words('report.preparatory'))] : []),
    point(words('report.language', { language: language ?? meeting.workingLanguage })),
    ...(chairs.length > 0 ? chairs.map(office) : [point(words('report.noChair'))]),
    ...others.map(office),
    point(announced(words, lines, meeting)),
    ...(meeting.objectives.length > 0 ? [para(words('report.objectives')), ...meeting.objectives.map(point)] : []),
  ]
}

function announced(
  words: Words,
  lines: RecordWords,
  { announcedOn, announcement: by }: MeetingReportFacts['meeting'],
): string {
  if (announcedOn === null) return words('report.notAnnounced')
  const day = lines.day(announcedOn)
  return by ? words('report.announcedBy', { day, by }) : words('report.announced', { day })
}

function agenda(words: Words, { agenda: rows }: MeetingReportFacts): Said[] {
  const columns = ['item', 'title', 'outcome'] as const
  return [
    tableOr(
      words('report.noAgenda'),
      words('report.agenda'),
      columns.map((column) => words(`report.column.${column}`)),
      rows.map(({ number, title, outcome, progress }) => [
        number,
        title,
        outcome ? words(`agenda.outcome.${outcome}`) : words(`agenda.progress.${progress}`),
      ]),
    ),
  ]
}

/** Inputs are referred to, not annexed. [CO-7] */
function inputs(words: Words, facts: MeetingReportFacts): Said[] {
  const { contributions, contributionCount, documentsAt } = facts
  const columns = ['number', 'input', 'source', 'item', 'result'] as const
  const result = (one: ContributionFact): string => {
    const came = one.result ? words(`documentList.result.${one.result}`) : words('report.noResult')
    const goesOn = one.goesOnIn ? words('report.goesOnIn', { number: one.goesOnIn }) : ''
    const standing =
      one.phase === 'ON_TIME' || one.phase === 'SUBMITTED' ? '' : words.dynamic(`contribution.phase.${one.phase}`)
    return [`${came}${goesOn}`, standing].filter(Boolean).join('; ')
  }
  const table = tableOr(
    words('report.noInput'),
    words('report.inputs'),
    columns.map((column) => words(`report.column.${column}`)),
    contributions.map((one) => [
      one.number,
      one.abstract ? words('report.inputSays', { title: one.title, abstract: one.abstract }) : one.title,
      one.sources.join(', '),
      one.agendaItem ?? '',
      result(one),
    ]),
  )
  if (contributionCount <= contributions.length) return [table]
  const more = { shown: contributions.length, all: contributionCount, address: documentsAt }
  return [table, para(words('report.moreInputs', more))]
}

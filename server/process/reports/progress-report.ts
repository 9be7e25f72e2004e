import { progressSections } from '#schema/vocabulary/reports.js'
import type { Words } from '#schema/words/index.js'
import { daysBetween } from '#server/platform/time/index.js'
import type { ProgressReportFacts } from './facts.js'
import { RecordWords } from './record-words.js'
import { para, point, pointsOr, tableOr, type Said, type Section } from './said.js'

/** From so many days before its end the parent is asked about the lifetime: its meetings are months apart. [RP-2] */
export const LIFETIME_ASKED_DAYS = 183

/**
 * The report on progress to the parent group: what was done in a period, where the work stands on its last day, what the parent is asked. Every clause
 * is there, also when nothing was recorded for it. [RP-2; ITU-T A.1 Appendix I; A.7 cl. 11]
 */
export function composeProgressReport(words: Words, facts: ProgressReportFacts): Section[] {
  const lines = new RecordWords(words)
  const said: Readonly<Record<(typeof progressSections)[number], readonly Said[]>> = {
    SUMMARY: summary(words, lines, facts),
    ASKED: pointsOr(words('report.nothingAsked'), asked(words, lines, facts)),
    PLAN: lines.deliverables(facts.deliverables),
    OUTPUTS: outputs(words, lines, facts),
    STATEMENTS: lines.statements(facts.statements),
    INPUTS: inputs(words, facts),
    RESULTS: lines.decisions(facts.decisions),
    RESERVATIONS: lines.reservations(facts.reservations),
    OPEN: open(words, lines, facts),
    NEXT: lines.nextMeetings(facts.nextMeetings, facts.parentMeetsOn, facts.group.parent),
    PATENTS: patents(words, lines, facts),
    ATTENDANCE: meetings(words, lines, facts),
    LIFETIME: lines.lifetime(facts.lifetime, facts.untilOn),
  }
  return progressSections.map((key) => ({ key, heading: words(`report.progressSection.${key}`), said: said[key] }))
}

function summary(words: Words, lines: RecordWords, facts: ProgressReportFacts): Said[] {
  const { group, fromOn, untilOn, meetings: held, decisions, contributionCount, deliverables } = facts
  return [
    para(
      words('report.told', {
        group: group.name,
        from: lines.day(fromOn),
        until: lines.day(untilOn),
        parent: group.parent,
      }),
    ),
    para(
      words('report.periodCounts', {
        meetings: held.length,
        inputs: contributionCount,
        decisions: decisions.length,
        deliverables: deliverables.length,
      }),
    ),
  ]
}

/** What only the parent can decide, as far as the records tell. [FG-5, DE-5, DE-7] */
function asked(words: Words, lines: RecordWords, facts: ProgressReportFacts): string[] {
  const { deliverables, lifetime, untilOn, transmissions } = facts
  const { endsOn } = lifetime
  const endsSoon = endsOn !== null && daysBetween(untilOn, endsOn) <= LIFETIME_ASKED_DAYS
  const approved = deliverables.filter(({ state }) => state === 'FG_APPROVED')
  const waiting = transmissions.filter(({ kind, answer }) => kind === 'FINAL' && answer === null)
  const named = (name: string, target: string | null) => (target ? words('report.forTarget', { name, target }) : name)
  const late = deliverables.filter(({ milestones }) => milestones.some(({ isOverdue }) => isOverdue))
  return [
    ...(endsSoon ? [words('report.askLifetime', { day: lines.day(endsOn), isOver: String(endsOn < untilOn) })] : []),
    ...approved.map(({ name, target }) => words('report.askApproved', { name: named(name, target) })),
    ...waiting.map(({ what, sentOn, target }) =>
      words('report.askAnswer', { name: named(what, target), day: lines.day(sentOn) }),
    ),
    ...late.map(({ name }) => words('report.askLate', { name })),
  ]
}

function outputs(words: Words, lines: RecordWords, { transmissions, group }: ProgressReportFacts): Said[] {
  const columns = ['deliverable', 'sent', 'target', 'answer'] as const
  return [
    tableOr(
      words('report.noOutput'),
      words('report.outputs'),
      columns.map((column) => words(`report.column.${column}`)),
      transmissions.map(({ what, kind, version, sentOn, target, answer }) => [
        what,
        words('report.sent', { kind: words(`deliverable.transmission.${kind}`), version, day: lines.day(sentOn) }),
        target ?? group.parent,
        answer ? words.dynamic(`deliverable.answer.${answer}`) : words('report.noAnswerYet'),
      ]),
    ),
  ]
}

function inputs(words: Words, { contributionCount, contributionSources, meetings: held }: ProgressReportFacts): Said[] {
  if (contributionCount === 0) return [para(words('report.noInput'))]
  return [
    para(words('report.inputCounts', { inputs: contributionCount, sources: contributionSources })),
    ...held.map(({ title, contributions }) => point(words('report.inputsOf', { title, inputs: contributions }))),
  ]
}

function open(words: Words, lines: RecordWords, { deliverables, openActions }: ProgressReportFacts): Said[] {
  const issues = deliverables.flatMap(({ name, openIssues }) =>
    openIssues.map((text) => words('report.says', { head: name, text })),
  )
  return [
    ...pointsOr(words('report.noIssue'), issues),
    lines.actions(words('report.openActions'), words('report.noOpenAction'), openActions),
  ]
}

/** Of each meeting of the period. [IP-4] */
function patents(words: Words, lines: RecordWords, { meetings: held }: ProgressReportFacts): Said[] {
  if (held.length === 0) return [para(words('report.noMeeting'))]
  return held.flatMap(({ title, patents: question }) => [
    para(words('report.ofMeeting', { title })),
    ...lines.patents(question),
  ])
}

function meetings(words: Words, lines: RecordWords, { meetings: held }: ProgressReportFacts): Said[] {
  const columns = ['meeting', 'date', 'venue', 'onsite', 'remote'] as const
  return [
    tableOr(
      words('report.noMeeting'),
      words('report.meetings'),
      columns.map((column) => words(`report.column.${column}`)),
      held.map((one) => [one.title, lines.days(one), lines.where(one), String(one.onsite), String(one.remote)]),
    ),
  ]
}

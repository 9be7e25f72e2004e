/** What the records say, in the words of a report: the lines that reports of meetings and progress reports have in common. */
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { daysBetween, type CalendarDay } from '#server/platform/time/index.js'
import type {
  ActionFact,
  AttendanceFacts,
  DecisionFact,
  DeliverableFact,
  LifetimeFact,
  MeetingFact,
  PatentFact,
  ReservationFact,
  StatementFact,
} from './facts.js'
import { para, pointsOr, tableOr, type Said } from './said.js'

/** What is said alike in every report, in one language. */
export class RecordWords {
  constructor(readonly words: Words) {}

  day = (day: CalendarDay): string => formatDay(day, this.words)

  days({ startsOn, endsOn }: Pick<MeetingFact, 'startsOn' | 'endsOn'>): string {
    if (startsOn === endsOn) return this.day(startsOn)
    return this.words('report.days', { from: this.day(startsOn), to: this.day(endsOn) })
  }

  where({ mode, place, country }: Pick<MeetingFact, 'mode' | 'place' | 'country'>): string {
    const there = [place, country].filter(Boolean).join(', ')
    const how = this.words(`deadline.mode.${mode}`)
    if (mode === 'REMOTE') return how
    return there === '' ? this.words('report.whereUnknown', { how }) : this.words('report.where', { there, how })
  }

  /** "Decision 4 (Approved), 15 Oct 2019, agenda item 3: …", with what was approved and by which hash. */
  decision(one: DecisionFact): string {
    const { words } = this
    const head = [
      words('report.decision', {
        number: one.number,
        kind: words(`decision.kind.${one.kind}`),
        day: this.day(one.decidedOn),
      }),
      one.agendaItem && words('report.underItem', { item: one.agendaItem }),
    ].filter(Boolean)
    const more = [
      one.approved && words('report.approved', one.approved),
      one.reservations > 0 && words('report.withReservations', { count: one.reservations }),
      one.reversedBy !== null && words('report.reversed', { number: one.reversedBy }),
    ].filter(Boolean)
    return [words('report.says', { head: head.join(', '), text: one.text }), ...more].join(' ')
  }

  decisions = (all: readonly DecisionFact[]): Said[] =>
    pointsOr(
      this.words('report.noDecision'),
      all.map((one) => this.decision(one)),
    )

  /** Holder, text, answer and state of each: none of the four is left out. [ME-12] */
  reservations = (all: readonly ReservationFact[]): Said[] =>
    pointsOr(
      this.words('report.noReservation'),
      all.map((one) => {
        const { words } = this
        const state = words(`decision.heldState.${one.state}`)
        const kind = words(`decision.held.${one.kind}`)
        const head = words('report.reservation', { kind, holder: one.holder, state })
        const on = one.decision === null ? '' : words('report.onDecision', { number: one.decision })
        const answer = one.answer === null ? words('report.noAnswer') : words('report.answer', { text: one.answer })
        return `${words('report.says', { head: `${head}${on}`, text: one.text })} ${answer}`
      }),
    )

  actions(caption: string, none: string, all: readonly ActionFact[]): Said {
    const { words } = this
    const columns = ['number', 'action', 'owner', 'due', 'state'] as const
    return tableOr(
      none,
      caption,
      columns.map((column) => words(`report.column.${column}`)),
      all.map(({ number, text, owner, dueOn, dueMeeting, state }) => [
        String(number),
        text,
        owner ?? '',
        dueOn ? this.day(dueOn) : (dueMeeting ?? ''),
        words(`action.state.${state}`),
      ]),
    )
  }

  private slip(days: number): string {
    if (days === 0) return ''
    return days > 0 ? this.words('report.slipLater', { days }) : this.words('report.slipEarlier', { days: -days })
  }

  deliverables(all: readonly DeliverableFact[]): Said[] {
    const { words } = this
    const columns = ['deliverable', 'state', 'milestones'] as const
    const milestone = (one: DeliverableFact['milestones'][number]): string => {
      const name = one.label ?? words(`deliverable.milestone.${one.kind}`)
      const slip = this.slip(one.slippedDays)
      if (one.doneOn) return words('report.reached', { name, day: this.day(one.doneOn), slip })
      const isOverdue = String(one.isOverdue)
      return words('report.planned', { name, day: this.day(one.plannedOn), slip, isOverdue })
    }
    return [
      tableOr(
        words('report.noDeliverable'),
        words('report.deliverables'),
        columns.map((column) => words(`report.column.${column}`)),
        all.map(({ name, state, milestones }) => [
          name,
          words(`deliverable.state.${state}`),
          milestones.map(milestone).join('; ') || words('report.noMilestone'),
        ]),
      ),
    ]
  }

  statements = (all: readonly StatementFact[]): Said[] =>
    pointsOr(
      this.words('report.noStatement'),
      all.map(({ title, to, purpose, replyBy, sentOn }) =>
        this.words('report.statement', {
          title,
          to,
          purpose: this.words(`statement.purpose.${purpose}`),
          state: sentOn ? this.words('report.sentOn', { day: this.day(sentOn) }) : this.words('report.statementDraft'),
          reply: replyBy ? this.words('report.replyBy', { day: this.day(replyBy) }) : '',
        }),
      ),
    )

  /** That the question was asked, and what was answered; no position on any of it. [IP-4] */
  patents(question: PatentFact | null): Said[] {
    const { words } = this
    if (!question) return [para(words('report.patentsNotRecorded'))]
    const note = question.note ? [para(question.note)] : []
    if (!question.wasAsked) return [para(words('report.patentsNotAsked')), ...note]
    const asked = question.askedOn
      ? words('report.patentsAskedOn', { day: this.day(question.askedOn) })
      : words('report.patentsAsked')
    const answers = question.answers.map(({ text, declaration }) =>
      declaration ? words('report.patentAnswer', { text, declaration }) : text,
    )
    return [
      para(asked),
      ...(answers.length > 0 ? [para(words('report.patentAnswers'))] : []),
      ...pointsOr(words('report.patentsNone'), answers),
      ...note,
    ]
  }

  nextMeetings(all: readonly MeetingFact[], parentMeetsOn: CalendarDay | null, parent: string): Said[] {
    const { words } = this
    return [
      ...pointsOr(
        words('report.noNextMeeting'),
        all.map((one) =>
          words('report.nextMeeting', { title: one.title, days: this.days(one), where: this.where(one) }),
        ),
      ),
      para(
        parentMeetsOn
          ? words('report.parentMeets', { parent, day: this.day(parentMeetsOn) })
          : words('report.parentMeetsUnknown', { parent }),
      ),
    ]
  }

  /** How long the group may work, what is left of it on a day, and by which decisions of the parent it grew. [FG-5] */
  lifetime({ startsOn, endsOn, months, extensions }: LifetimeFact, on: CalendarDay): Said[] {
    const { words } = this
    const left = endsOn ? daysBetween(on, endsOn) : null
    const runs =
      endsOn === null
        ? words(months === null ? 'report.lifetimeUnlimited' : 'report.lifetimeNotBegun', { months })
        : startsOn
          ? words('report.lifetimeFrom', { from: this.day(startsOn), until: this.day(endsOn) })
          : words('report.lifetime', { until: this.day(endsOn) })
    return [
      para(runs),
      ...(left === null
        ? []
        : [para(words('report.lifetimeLeft', { days: Math.abs(left), isOver: String(left < 0) }))]),
      ...pointsOr(
        words('report.noExtension'),
        extensions.map(({ by, decidedOn, newEndOn }) =>
          words('report.extension', { by, day: this.day(decidedOn), until: this.day(newEndOn) }),
        ),
      ),
    ]
  }

  attendance({ isNoted, onsite, remote, unnamed, organisations, countries }: AttendanceFacts): Said[] {
    const { words } = this
    const all = onsite + remote
    if (all === 0) return [para(words('report.noAttendance'))]
    const known = countries.filter(({ country }) => country !== null)
    return [
      para(words(isNoted ? 'report.present' : 'report.registered', { all, onsite, remote })),
      para(words('report.organisations', { count: organisations })),
      ...(known.length > 0
        ? [
            para(
              words('report.countries', {
                list: known.map(({ country, count }) => words('report.country', { country, count })).join('; '),
              }),
            ),
          ]
        : []),
      ...(unnamed > 0 ? [para(words('report.unnamed', { count: unnamed }))] : []),
    ]
  }
}

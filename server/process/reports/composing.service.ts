import { Injectable } from '@nestjs/common'
import { wordsFor, type Words } from '#schema/words/index.js'
import { Settings } from '#server/platform/config/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { dayIn, type CalendarDay } from '#server/platform/time/index.js'
import { StandardsGroup } from '#server/process/groups/index.js'
import { Meeting } from '#server/process/meetings/index.js'
import { meetingReportFacts } from './meeting-facts.reads.js'
import { composeMeetingReport } from './meeting-report.js'
import { progressReportFacts } from './progress-facts.reads.js'
import { composeProgressReport } from './progress-report.js'
import type { Reporting } from './records.reads.js'
import { ReportPerson } from './report-person.entity.js'
import type { Report } from './report.entity.js'
import type { Section } from './said.js'
import { Signs } from './signs.js'
import { StatementsTold } from './statements-told.service.js'

/** What a report is composed of: one meeting, or a period. */
export type Composed = Pick<Report, 'visibility'> & {
  /** Absent while it is being made. */
  readonly id?: string
  readonly group: StandardsGroup
} & (
    | { readonly meeting: Meeting }
    | { readonly meeting: null; readonly fromOn: CalendarDay; readonly untilOn: CalendarDay }
  )

/** Composes reports from the records as they are now. What they say: meeting-report.ts and progress-report.ts. */
@Injectable()
export class Composing {
  constructor(
    private readonly settings: Settings,
    private readonly statements: StatementsTold,
  ) {}

  /** Reports are in the language that the group works in, as far as there is a catalogue; English is the one. */
  words(): Words {
    return wordsFor('en')
  }

  async compose(ctx: Ctx, what: Composed): Promise<{ sections: Section[]; signs: Signs }> {
    const known = what.id ? await ctx.db.findBy(ReportPerson, { reportId: what.id }) : []
    const signs = new Signs(known)
    const words = this.words()
    const { group, visibility } = what
    const reporting: Reporting = { ctx, words, group, signs, visibility }
    const asked = { groupId: group.id, visibility }
    if (what.meeting) {
      const { startsOn, zone, closedAt } = what.meeting
      // What the meeting agreed to send is drafted in the days after it, until it is closed.
      const untilOn = dayIn(closedAt ?? ctx.now, zone)
      const statements = await this.statements.of(ctx, { ...asked, fromOn: startsOn, untilOn })
      const facts = await meetingReportFacts(reporting, what.meeting, {
        site: this.settings.publicUrl ?? '',
        statements,
      })
      return { sections: composeMeetingReport(words, facts), signs }
    }
    const { fromOn, untilOn } = what
    const statements = await this.statements.of(ctx, { ...asked, fromOn, untilOn })
    const facts = await progressReportFacts(reporting, { fromOn, untilOn }, statements)
    return { sections: composeProgressReport(words, facts), signs }
  }

  /** What a report that is there is composed of. */
  async of(ctx: Ctx, report: Report): Promise<Composed> {
    const group = await ctx.db.findOneByOrFail(StandardsGroup, { id: report.groupId })
    const { id, visibility, fromOn, untilOn } = report
    if (report.meetingId === null) {
      return { id, visibility, group, meeting: null, fromOn: fromOn!, untilOn: untilOn! }
    }
    return { id, visibility, group, meeting: await ctx.db.findOneByOrFail(Meeting, { id: report.meetingId }) }
  }
}

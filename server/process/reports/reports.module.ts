import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Objects } from '#server/common/activity/index.js'
import { CollaborationModule } from '#server/drafting/collaboration/index.js'
import { DocumentsModule } from '#server/drafting/documents/index.js'
import { ReadingModule } from '#server/drafting/reading/index.js'
import { DeliverableVersionsModule } from '#server/process/deliverables/index.js'
import { groupsById, GroupsModule } from '#server/process/groups/index.js'
import { ClosingSequels, meetingsById, MeetingsModule } from '#server/process/meetings/index.js'
import { Composing } from './composing.service.js'
import { FrozenReports } from './freezing.service.js'
import { ReportPerson } from './report-person.entity.js'
import { ReportSection } from './report-section.entity.js'
import { ReportVersion } from './report-version.entity.js'
import { Report } from './report.entity.js'
import { reportsById } from './reports.loader.js'
import {
  GroupReportsResolver,
  MeetingReportResolver,
  ReportDraftResolver,
  ReportResolver,
  ReportVersionResolver,
} from './reports.resolver.js'
import { Reports } from './reports.service.js'
import { StatementsTold } from './statements-told.service.js'

/**
 * Reports of meetings, and on progress to the parent group: composed from the records (meeting-report.ts, progress-report.ts), written on in the
 * writing room, frozen with a hash. The draft of a meeting's report is there when the meeting closes. No text holds a name: people are signs, which
 * are read as names (printed-people.ts). Rules: docs/rules/process.md (RP).
 */
@Module({
  imports: [
    GroupsModule,
    MeetingsModule,
    DocumentsModule,
    CollaborationModule,
    ReadingModule,
    DeliverableVersionsModule,
    TypeOrmModule.forFeature([Report, ReportSection, ReportPerson, ReportVersion]),
  ],
  providers: [
    Composing,
    Reports,
    FrozenReports,
    StatementsTold,
    ReportResolver,
    ReportDraftResolver,
    ReportVersionResolver,
    MeetingReportResolver,
    GroupReportsResolver,
  ],
  exports: [Reports, FrozenReports, StatementsTold],
})
export class ReportsModule implements OnModuleInit {
  constructor(
    private readonly closing: ClosingSequels,
    private readonly objects: Objects,
    private readonly reports: Reports,
  ) {}

  onModuleInit(): void {
    this.closing.add((ctx, atWork) => this.reports.atClosing(ctx, atWork))
    this.objects.describe('report', async (ctx, ids) => {
      const found = (await Promise.all(ids.map((id) => reportsById(ctx).load(id)))).filter((one) => one !== null)
      const faces = found.map(async ({ id, title, groupId, meetingId, number }) => {
        const group = await groupsById(ctx).load(groupId)
        const meeting = meetingId && (await meetingsById(ctx).load(meetingId))
        const path = meeting ? `/meetings/${meeting.number}/report` : `/reports/${number}`
        return [id, { label: title, href: group && `/groups/${group.slug}${path}` }] as const
      })
      return new Map(await Promise.all(faces))
    })
  }
}

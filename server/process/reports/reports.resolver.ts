import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { wordsFor } from '#schema/words/index.js'
import { Access, maySee, type Visibility } from '#server/common/access/index.js'
import { peopleById } from '#server/community/people/index.js'
import { documentsById } from '#server/drafting/documents/index.js'
import { Readings, type ReadClause } from '#server/drafting/reading/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { dayOf, groupsById, inOrder, narrower, type StandardsGroup } from '#server/process/groups/index.js'
import { meetingsById, type Meeting } from '#server/process/meetings/index.js'
import { FrozenReports, type FreezeReport } from './freezing.service.js'
import { withPeople, withPeopleInJson } from './printed-people.js'
import { nextPeriod, periodCounts } from './progress-facts.reads.js'
import { peopleOfReport, type PeopleOfReport } from './report-people.reads.js'
import { ReportVersion } from './report-version.entity.js'
import { Report } from './report.entity.js'
import { reportByMeeting, reportsByGroup, reportsById, versionsByReport } from './reports.loader.js'
import { Reports } from './reports.service.js'

type RenewReport = Parameters<Reports['renew']>[1]

/** Clauses with names in the place of signs. The hash of a clause is that of what is written. [RP-6] */
const named = (clauses: readonly ReadClause[], { wordsOf }: PeopleOfReport): ReadClause[] =>
  clauses.map((clause) => ({
    ...clause,
    title: withPeople(clause.title, wordsOf),
    text: withPeople(clause.text, wordsOf),
    content: withPeopleInJson(clause.content, wordsOf),
  }))

const peopleIn = (ctx: Ctx, report: Report, added?: Parameters<typeof peopleOfReport>[3]) =>
  peopleOfReport(ctx, wordsFor(ctx.language), report, added)

@Resolver('Report')
export class ReportResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly verbs: Reports,
    private readonly frozen: FrozenReports,
  ) {}

  @Mutation('makeMeetingReport')
  makeForMeeting(
    @Args('input') input: { group: string; meeting: number; idempotencyKey: string },
    @Context() ctx: Ctx,
  ): Promise<Report> {
    return this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'makeMeetingReport', input },
      (tx) => this.verbs.makeForMeeting(tx, input),
      (c, id) => c.db.findOneByOrFail(Report, { id }),
    )
  }

  @Mutation('makeProgressReport')
  makeProgress(
    @Args('input') input: { group: string; fromOn: string; untilOn: string; idempotencyKey: string },
    @Context() ctx: Ctx,
  ): Promise<Report> {
    return this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'makeProgressReport', input },
      (tx) => this.verbs.makeProgress(tx, input),
      (c, id) => c.db.findOneByOrFail(Report, { id }),
    )
  }

  @Mutation('renewReport')
  renew(@Args('input') input: RenewReport, @Context() ctx: Ctx): Promise<Report> {
    return this.unit.write(ctx, (tx) => this.verbs.renew(tx, input))
  }

  @Mutation('freezeReport')
  freeze(@Args('input') input: FreezeReport & { idempotencyKey: string }, @Context() ctx: Ctx): Promise<ReportVersion> {
    return this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'freezeReport', input },
      (tx) => this.frozen.freeze(tx, input),
      (c, id) => c.db.findOneByOrFail(ReportVersion, { id }),
    )
  }

  @ResolveField('group')
  group(@Parent() { groupId }: Report, @Context() ctx: Ctx) {
    return groupsById(ctx).load(groupId)
  }

  @ResolveField('meeting')
  meeting(@Parent() { meetingId }: Report, @Context() ctx: Ctx) {
    return meetingId && meetingsById(ctx).load(meetingId)
  }

  @ResolveField('state')
  async state(@Parent() report: Report, @Context() ctx: Ctx): Promise<'DRAFT' | 'FROZEN' | 'REVISED'> {
    const [last] = await versionsByReport(ctx).load(report.id)
    if (!last) return 'DRAFT'
    // That somebody writes on is the business of those who write.
    if (!this.access.may(ctx, 'reports.write', await this.scope(ctx, report))) return 'FROZEN'
    return (await this.frozen.hasChanged(ctx, last)) ? 'REVISED' : 'FROZEN'
  }

  @ResolveField('visibility')
  async visibility(@Parent() report: Report, @Context() ctx: Ctx): Promise<Visibility> {
    return (await this.scope(ctx, report)).visibility
  }

  @ResolveField('viewerMay')
  async viewerMay(@Parent() report: Report, @Context() ctx: Ctx): Promise<string[]> {
    return this.access.allowed(ctx, 'reports', await this.scope(ctx, report))
  }

  @ResolveField('versions')
  versions(@Parent() { id }: Report, @Context() ctx: Ctx) {
    return versionsByReport(ctx).load(id)
  }

  @ResolveField('version')
  async version(@Parent() { id }: Report, @Args('number') number: number | null, @Context() ctx: Ctx) {
    const versions = await versionsByReport(ctx).load(id)
    return (number == null ? versions[0] : versions.find((one) => one.number === number)) ?? null
  }

  @ResolveField('draft')
  async draft(@Parent() report: Report, @Context() ctx: Ctx): Promise<Report | null> {
    return this.access.may(ctx, 'reports.write', await this.scope(ctx, report)) ? report : null
  }

  private async scope(ctx: Ctx, { groupId, meetingId, visibility }: Report) {
    const group = await groupsById(ctx).load(groupId)
    const meeting = meetingId && (await meetingsById(ctx).load(meetingId))
    const inGroup = narrower(visibility, group?.visibility ?? 'MANAGEMENT')
    return { groupId, visibility: meeting ? narrower(inGroup, meeting.visibility) : inGroup }
  }
}

/** Reached by those who write the report. */
@Resolver('ReportDraft')
export class ReportDraftResolver {
  constructor(
    private readonly verbs: Reports,
    private readonly readings: Readings,
  ) {}

  @ResolveField('document')
  document(@Parent() { documentId }: Report, @Context() ctx: Ctx) {
    return documentsById(ctx).load(documentId)
  }

  @ResolveField('textVersion')
  async textVersion(@Parent() report: Report, @Context() ctx: Ctx): Promise<string> {
    return (await this.read(ctx, report)).version
  }

  @ResolveField('clauses')
  async clauses(@Parent() report: Report, @Context() ctx: Ctx): Promise<ReadClause[]> {
    return named((await this.read(ctx, report)).clauses, await peopleIn(ctx, report))
  }

  @ResolveField('sections')
  async sections(@Parent() report: Report, @Context() ctx: Ctx) {
    const { seen, signs } = await this.verbs.sections(ctx, report)
    const { wordsOf } = await peopleIn(ctx, report, signs.added)
    const shown = (lines: readonly string[]) => lines.map((line) => withPeople(line, wordsOf))
    return seen.map((one) => ({ ...one, before: shown(one.before), after: shown(one.after) }))
  }

  @ResolveField('people')
  async people(@Parent() report: Report, @Context() ctx: Ctx) {
    return (await peopleIn(ctx, report)).signs
  }

  private read(ctx: Ctx, { documentId }: Report) {
    return this.readings.during(ctx, { id: documentId, kind: 'REPORT' })
  }
}

@Resolver('ReportVersion')
export class ReportVersionResolver {
  constructor(private readonly frozen: FrozenReports) {}

  @ResolveField('report')
  report(@Parent() { reportId }: ReportVersion, @Context() ctx: Ctx) {
    return reportsById(ctx).load(reportId)
  }

  @ResolveField('hash')
  hash(@Parent() { hash }: ReportVersion): string {
    return hash.toString('hex')
  }

  @ResolveField('frozenBy')
  frozenBy(@Parent() { frozenBy }: ReportVersion, @Context() ctx: Ctx) {
    return frozenBy && peopleById(ctx).load(frozenBy)
  }

  @ResolveField('isIntact')
  isIntact(@Parent() version: ReportVersion, @Context() ctx: Ctx): Promise<boolean> {
    return this.frozen.isIntact(ctx, version)
  }

  @ResolveField('clauses')
  async clauses(@Parent() { id, reportId }: ReportVersion, @Context() ctx: Ctx): Promise<ReadClause[]> {
    const report = await reportsById(ctx).load(reportId)
    return report ? named(await this.frozen.clauses(ctx, id), await peopleIn(ctx, report)) : []
  }
}

@Resolver('Meeting')
export class MeetingReportResolver {
  constructor(private readonly access: Access) {}

  @ResolveField('report')
  report(@Parent() { id }: Meeting, @Context() ctx: Ctx) {
    return reportByMeeting(ctx).load(id)
  }

  @ResolveField('reportViewerMay')
  async viewerMay(@Parent() meeting: Meeting, @Context() ctx: Ctx): Promise<string[]> {
    const group = await groupsById(ctx).load(meeting.groupId)
    if (!group) return []
    const visibility = narrower(meeting.visibility, group.visibility)
    return this.access.allowed(ctx, 'reports', { groupId: group.id, visibility })
  }
}

@Resolver('Group')
export class GroupReportsResolver {
  constructor(private readonly access: Access) {}

  @ResolveField('reports')
  reports(@Parent() { id }: StandardsGroup, @Context() ctx: Ctx) {
    return reportsByGroup(ctx).load(id)
  }

  @ResolveField('progressReport')
  async progressReport(@Parent() { id }: StandardsGroup, @Args('number') number: number, @Context() ctx: Ctx) {
    return (await reportsByGroup(ctx).load(id)).find((one) => one.number === number) ?? null
  }

  @ResolveField('nextReportPeriod')
  async nextPeriod(
    @Parent() group: StandardsGroup,
    @Args() args: { fromOn?: string | null; untilOn?: string | null },
    @Context() ctx: Ctx,
  ) {
    if (!this.viewerMay(group, ctx).includes('WRITE')) return null
    const next = await nextPeriod({ ctx, group }, dayIn(ctx.now, group.deadlineZone))
    const fromOn = args.fromOn ? dayOf(args.fromOn, 'fromOn') : next.fromOn
    const untilOn = args.untilOn ? dayOf(args.untilOn, 'untilOn') : next.untilOn
    inOrder(fromOn, untilOn, 'untilOn')
    const counts = await periodCounts(ctx, group, fromOn, untilOn)
    return { fromOn, untilOn, ...counts }
  }

  @ResolveField('reportsViewerMay')
  viewerMay(@Parent() { id, visibility }: StandardsGroup, @Context() ctx: Ctx): string[] {
    if (!maySee(ctx.viewer, visibility, id)) return []
    return this.access.allowed(ctx, 'reports', { groupId: id, visibility })
  }
}

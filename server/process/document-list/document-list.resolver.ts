import { Args, Context, Mutation, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql'
import { revisionSuffix } from '#schema/vocabulary/contribution-number.js'
import { isRevisedLate } from '#schema/vocabulary/contributions.js'
import { MOST_DOCUMENTS } from '#schema/vocabulary/document-list.js'
import { Access } from '#server/common/access/index.js'
import { filesById } from '#server/common/files/index.js'
import { peopleById } from '#server/community/people/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { agendaByMeeting, agendaItemsById } from '#server/process/agenda/index.js'
import { contributionsById, type Contribution } from '#server/process/contributions/index.js'
import { groupsById, narrower } from '#server/process/groups/index.js'
import { meetingsById, type Meeting } from '#server/process/meetings/index.js'
import { AllocationRule } from './allocation-rule.entity.js'
import { AllocationRun } from './allocation-run.entity.js'
import {
  Allocating,
  type AddAllocationRule,
  type AllocateDocuments,
  type NamePresenter,
  type Run,
} from './allocating.service.js'
import type { LastHandedIn } from './contributed.reads.js'
import { DocumentNews } from './document-news.service.js'
import { linesByContribution, stepsByListed } from './document-list.loader.js'
import { replacedBy } from './replaced.loader.js'
import {
  documentFacets,
  documentPage,
  documentsOf,
  type DocumentFilter,
  type DocumentLine,
  type DocumentPage,
  type DocumentSort,
} from './document-list.reads.js'
import type { DocumentStep } from './document-step.entity.js'
import { Settling, type SettleDocuments, type UndoSettling } from './settling.service.js'
import { WhatChanged } from './what-changed.service.js'

const inOrder: DocumentSort = { by: 'AGENDA', direction: 'ASC' }

/** The list of documents of a meeting. What the viewer may do with it is what they may do with the meeting. */
@Resolver('Meeting')
export class MeetingDocumentsResolver {
  constructor(
    private readonly access: Access,
    private readonly allocating: Allocating,
    private readonly whatChanged: WhatChanged,
  ) {}

  @ResolveField('documents')
  documents(
    @Parent() { id }: Meeting,
    @Args() args: PageInput & { filter?: DocumentFilter | null; sort?: DocumentSort | null },
    @Context() ctx: Ctx,
  ) {
    const page = pageArgs(args, { max: MOST_DOCUMENTS, default: 100 })
    return documentPage(ctx, id, args.filter ?? {}, { ...inOrder, ...args.sort }, page)
  }

  @ResolveField('documentFacets')
  facets(@Parent() { id }: Meeting, @Args('filter') filter: DocumentFilter | null, @Context() ctx: Ctx) {
    return documentFacets(ctx, id, filter ?? {})
  }

  @ResolveField('documentChanges')
  changes(
    @Parent() { id }: Meeting,
    @Args() args: { since: string; filter?: DocumentFilter | null },
    @Context() ctx: Ctx,
  ) {
    return this.whatChanged.since(ctx, id, args.filter ?? {}, args.since)
  }

  @ResolveField('document')
  async document(@Parent() { id }: Meeting, @Args('id') documentId: string, @Context() ctx: Ctx) {
    return (await documentsOf(ctx, id, [documentId]))[0] ?? null
  }

  @ResolveField('allocationRules')
  async rules(@Parent() meeting: Meeting, @Context() ctx: Ctx) {
    if (!(await this.mayChange(ctx, meeting))) return []
    return ctx.db.find(AllocationRule, { where: { meetingId: meeting.id }, order: { id: 'ASC' } })
  }

  @ResolveField('allocationPreview')
  async preview(@Parent() meeting: Meeting, @Args('again') again: boolean | null, @Context() ctx: Ctx) {
    if (!(await this.mayChange(ctx, meeting))) return null
    const { rows, matchNone, matchSeveral, left } = await this.allocating.sorting(ctx, meeting.id, again ?? false)
    const agenda = new Map((await agendaByMeeting(ctx).load(meeting.id)).map((row) => [row.id, row]))
    return {
      rows: [...rows].map(([id, documents]) => ({ agendaItem: agenda.get(id)!, documents })),
      matchNone,
      matchSeveral: matchSeveral.map(({ document, rows: several }) => ({
        document,
        agendaItems: several.map((id) => agenda.get(id)!),
      })),
      leftCount: left,
    }
  }

  @ResolveField('lastAllocation')
  async lastAllocation(@Parent() meeting: Meeting, @Context() ctx: Ctx) {
    if (!(await this.mayChange(ctx, meeting))) return null
    const [last] = await ctx.db.find(AllocationRun, {
      where: { meetingId: meeting.id },
      order: { madeAt: 'DESC', id: 'DESC' },
      take: 1,
    })
    return last && last.undoneAt === null && last.count > 0 ? last : null
  }

  private async mayChange(ctx: Ctx, meeting: Meeting): Promise<boolean> {
    const group = await groupsById(ctx).load(meeting.groupId)
    if (!group) return false
    const visibility = narrower(meeting.visibility, group.visibility)
    return this.access.may(ctx, 'meeting.edit', { groupId: group.id, visibility })
  }
}

@Resolver('Contribution')
export class ContributionAtMeetingsResolver {
  @ResolveField('atMeetings')
  atMeetings(@Parent() { id }: Contribution, @Context() ctx: Ctx): Promise<DocumentLine[]> {
    return linesByContribution(ctx).load(id)
  }
}

@Resolver('MeetingDocumentConnection')
export class MeetingDocumentConnectionResolver {
  @ResolveField('totalCount')
  totalCount(@Parent() page: DocumentPage): Promise<number> {
    return page.count()
  }
}

@Resolver('MeetingDocument')
export class MeetingDocumentResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly settling: Settling,
    private readonly allocating: Allocating,
    private readonly news: DocumentNews,
  ) {}

  // Plain parameters, and no promise without need: a list has thousands of these, and Nest's wrapper costs more than the answer.
  @ResolveField('presentedBy')
  presentedBy({ presenterId, presentedBy }: DocumentLine, _args: unknown, ctx: Ctx) {
    if (!presenterId) return presentedBy
    return peopleById(ctx)
      .load(presenterId)
      .then((person) => person?.name ?? null)
  }

  @ResolveField('revisedTo')
  revisedTo(line: DocumentLine, _args: unknown, ctx: Ctx) {
    return line.revisedToId && contributionsById(ctx).load(line.revisedToId)
  }

  @ResolveField('mergedInto')
  mergedInto(line: DocumentLine, _args: unknown, ctx: Ctx) {
    return line.mergedIntoId && contributionsById(ctx).load(line.mergedIntoId)
  }

  @ResolveField('replaces')
  replaces(line: DocumentLine, _args: unknown, ctx: Ctx) {
    return line.replaces ?? replacedBy(ctx).load(line.id)
  }

  @ResolveField('contribution')
  contribution(line: DocumentLine, _args: unknown, ctx: Ctx) {
    return contributionsById(ctx).load(line.id)
  }

  @ResolveField('meeting')
  meeting(@Parent() { meetingId }: DocumentLine, @Context() ctx: Ctx) {
    return meetingsById(ctx).load(meetingId)
  }

  @ResolveField('agendaItem')
  agendaItem(@Parent() { agendaItemId }: DocumentLine, @Context() ctx: Ctx) {
    return agendaItemId && agendaItemsById(ctx).load(agendaItemId)
  }

  @ResolveField('handedIn')
  handedIn(@Parent() { number: base, standing, handedIn }: DocumentLine): HandedIn | null {
    return handedIn && { base, standing, ...handedIn }
  }

  @ResolveField('steps')
  steps(line: DocumentLine, _args: unknown, ctx: Ctx) {
    return stepsByListed(ctx).load(line.listedId)
  }

  @Mutation('settleDocuments')
  async settle(@Args('input') input: SettleDocuments, @Context() ctx: Ctx): Promise<DocumentLine[]> {
    await this.unit.write(ctx, (tx) => this.settling.settle(tx, input))
    return this.read(
      ctx,
      input.meetingId,
      input.documents.map(({ id }) => id),
    )
  }

  @Mutation('undoSettling')
  async undoSettling(@Args('input') input: UndoSettling, @Context() ctx: Ctx): Promise<DocumentLine> {
    await this.unit.write(ctx, (tx) => this.settling.undo(tx, input))
    return this.readOne(ctx, input)
  }

  @Mutation('orderDocument')
  async order(
    @Args('input') input: { meetingId: string; document: string; before?: string | null },
    @Context() ctx: Ctx,
  ): Promise<DocumentLine> {
    await this.unit.write(ctx, (tx) => this.allocating.order(tx, input))
    return this.readOne(ctx, input)
  }

  @Mutation('namePresenter')
  async namePresenter(@Args('input') input: NamePresenter, @Context() ctx: Ctx): Promise<DocumentLine> {
    await this.unit.write(ctx, (tx) => this.allocating.namePresenter(tx, input))
    return this.readOne(ctx, input)
  }

  @Subscription('meetingDocumentsChanged')
  async changed(@Args('meetingId') meetingId: string, @Context() ctx: Ctx) {
    const news = await this.news.listen(ctx, meetingId)
    return mapped(news, (one) => ({ meetingDocumentsChanged: one }))
  }

  /** Read anew after the commit: loaders of the call may hold what was before. */
  private read(ctx: Ctx, meetingId: string, ids: readonly string[]): Promise<DocumentLine[]> {
    return documentsOf({ ...ctx }, meetingId, ids)
  }

  private async readOne(ctx: Ctx, { meetingId, document }: { meetingId: string; document: string }) {
    const [line] = await this.read(ctx, meetingId, [document])
    if (!line) throw refuse('NOT_FOUND')
    return line
  }
}

/** What was handed in last, with the number and the standing of its document. */
type HandedIn = LastHandedIn & Pick<DocumentLine, 'standing'> & { readonly base: string }

@Resolver('HandedIn')
export class HandedInResolver {
  @ResolveField('citedAs')
  citedAs(@Parent() { base, number }: HandedIn): string {
    return base + revisionSuffix(number)
  }

  @ResolveField('isLateRevision')
  isLateRevision(@Parent() last: HandedIn): boolean {
    return isRevisedLate(last.standing, last)
  }

  @ResolveField('file')
  file(@Parent() { fileId }: HandedIn, @Context() ctx: Ctx) {
    return fileId && filesById(ctx).load(fileId)
  }
}

@Resolver('DocumentStep')
export class DocumentStepResolver {
  @ResolveField('at')
  at(@Parent() step: DocumentStep): Date {
    return step.doneAt
  }

  @ResolveField('by')
  by(@Parent() step: DocumentStep, @Context() ctx: Ctx) {
    return step.doneBy && peopleById(ctx).load(step.doneBy)
  }
}

@Resolver('AllocationRun')
export class AllocationRunResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly allocating: Allocating,
  ) {}

  @Mutation('allocateDocuments')
  allocate(@Args('input') input: AllocateDocuments, @Context() ctx: Ctx): Promise<Run> {
    return this.unit.write(ctx, (tx) => this.allocating.allocate(tx, input))
  }

  @Mutation('applyAllocationRules')
  applyRules(@Args('input') input: { meetingId: string; again?: boolean | null }, @Context() ctx: Ctx): Promise<Run> {
    return this.unit.write(ctx, (tx) => this.allocating.applyRules(tx, input))
  }

  @Mutation('undoAllocation')
  undo(@Args('id') id: string, @Context() ctx: Ctx): Promise<Run> {
    return this.unit.write(ctx, (tx) => this.allocating.undo(tx, id))
  }

  @ResolveField('at')
  at(@Parent() run: Run): Date {
    return run.madeAt
  }

  @ResolveField('keptCount')
  keptCount(@Parent() run: Run): number {
    return run.keptCount ?? 0
  }
}

@Resolver('AllocationRule')
export class AllocationRuleResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly allocating: Allocating,
  ) {}

  @Mutation('addAllocationRule')
  add(@Args('input') input: AddAllocationRule, @Context() ctx: Ctx): Promise<AllocationRule> {
    return this.unit.write(ctx, (tx) => this.allocating.addRule(tx, input))
  }

  @Mutation('removeAllocationRule')
  async remove(@Args('id') id: string, @Context() ctx: Ctx) {
    const { id: meetingId } = await this.unit.write(ctx, (tx) => this.allocating.removeRule(tx, id))
    return meetingsById(ctx).load(meetingId)
  }

  @ResolveField('agendaItem')
  agendaItem(@Parent() rule: AllocationRule, @Context() ctx: Ctx) {
    return agendaItemsById(ctx).load(rule.agendaItemId)
  }
}

/** Each value as GraphQL looks for it. */
function mapped<T, U>(values: AsyncIterableIterator<T>, change: (value: T) => U): AsyncIterableIterator<U> {
  const wrap = (result: IteratorResult<T>): IteratorResult<U> =>
    result.done ? result : { value: change(result.value), done: false }
  return {
    next: async () => wrap(await values.next()),
    return: async () => wrap(await values.return!()),
    throw: async (error) => wrap(await values.throw!(error)),
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

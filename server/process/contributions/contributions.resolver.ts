import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { revisionSuffix } from '#schema/vocabulary/contribution-number.js'
import { isRevisedLate, phaseOf } from '#schema/vocabulary/contributions.js'
import { explain } from '#schema/words/explain.js'
import { wordsFor } from '#schema/words/index.js'
import { Activity } from '#server/common/activity/index.js'
import { filesById, filesOf, type StoredFile } from '#server/common/files/index.js'
import { organisationsById } from '#server/community/organisations/index.js'
import { documentsById } from '#server/drafting/documents/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { groupsById, subgroupsById, toBePostedBy } from '#server/process/groups/index.js'
import { Meeting, meetingsById } from '#server/process/meetings/index.js'
import { bodiesById } from '#server/roadmap/bodies/index.js'
import type { Contribution } from './contribution.entity.js'
import type { ContributionContact } from './contribution-contact.entity.js'
import type { ContributionSource } from './contribution-source.entity.js'
import { contributionScope, partiesOf } from './contributions.access.js'
import { permissionsNow, type ContributionAtWork } from './contributions-at-work.service.js'
import {
  contributionNamed,
  countContributions,
  facetOf,
  listContributions,
  type ContributionFilter,
  type ContributionList,
  type ContributionSort,
} from './contributions.list.js'
import {
  contactsByContribution,
  contributionsById,
  contributionsByMeeting,
  cosignersByContribution,
  revisionsByContribution,
  sourcesByContribution,
  textsOfRevisions,
  waitingInvitations,
  type RevisionRow,
} from './contributions.loader.js'
import type { Cosigner } from './cosigner.entity.js'

const person = (id: string | null): { id: string } | null => (id === null ? null : { id })
const filesOfContribution = filesOf('contribution')

/** A contribution with what it hangs from, as the viewer sees them; null when its group is hidden, which then hides it too. */
async function seen(ctx: Ctx, contribution: Contribution): Promise<ContributionAtWork | null> {
  const { groupId, meetingId, id } = contribution
  const [group, meeting, contacts] = await Promise.all([
    groupsById(ctx).load(groupId),
    meetingId === null ? null : meetingsById(ctx).load(meetingId),
    contactsByContribution(ctx).load(id),
  ])
  if (!group) return null
  const scope = contributionScope(
    contribution,
    group,
    meeting,
    contacts.map(({ personId }) => personId),
  )
  return { contribution, group, meeting, scope }
}

/** Whether the viewer acts for its source or for the group. */
export async function actsForIt(ctx: Ctx, contribution: Contribution): Promise<boolean> {
  const found = await seen(ctx, contribution)
  return found !== null && partiesOf(ctx.viewer, found.scope).length > 0
}

@Resolver('Contribution')
export class ContributionResolver {
  constructor(private readonly log: Activity) {}

  @Query('contribution')
  contribution(@Args() { group, number }: { group: string; number: string }, @Context() ctx: Ctx) {
    return contributionNamed(ctx, group, number)
  }

  @Query('contributions')
  contributions(
    @Args()
    { filter, sort, ...page }: PageInput & { filter?: ContributionFilter | null; sort?: ContributionSort | null },
    @Context() ctx: Ctx,
  ): Promise<ContributionList> {
    return listContributions(ctx, filter ?? {}, sort ?? 'LATEST', pageArgs(page))
  }

  @ResolveField('group')
  group(@Parent() contribution: Contribution, @Context() ctx: Ctx) {
    return groupsById(ctx).load(contribution.groupId)
  }

  @ResolveField('meeting')
  meeting(@Parent() contribution: Contribution, @Context() ctx: Ctx) {
    return contribution.meetingId && meetingsById(ctx).load(contribution.meetingId)
  }

  @ResolveField('heldFrom')
  heldFrom(@Parent() contribution: Contribution, @Context() ctx: Ctx) {
    return contribution.heldFromId && meetingsById(ctx).load(contribution.heldFromId)
  }

  @ResolveField('subgroup')
  subgroup(@Parent() contribution: Contribution, @Context() ctx: Ctx) {
    return contribution.subgroupId && subgroupsById(ctx).load(contribution.subgroupId)
  }

  @ResolveField('citedAs')
  async citedAs(@Parent() { id, number }: Contribution, @Context() ctx: Ctx): Promise<string> {
    const latest = (await revisionsByContribution(ctx).load(id)).at(-1)
    return number + revisionSuffix(latest?.number ?? 0)
  }

  @ResolveField('phase')
  phase(@Parent() { state, standing }: Contribution) {
    return phaseOf(state, standing)
  }

  @ResolveField('isRevisedLate')
  async isRevisedLate(@Parent() { id, standing }: Contribution, @Context() ctx: Ctx): Promise<boolean> {
    return isRevisedLate(standing, (await revisionsByContribution(ctx).load(id)).at(-1) ?? null)
  }

  @ResolveField('standingReason')
  standingReason(@Parent() { standingReason: reason }: Contribution, @Context() ctx: Ctx) {
    return reason && { ...reason, text: explain(wordsFor(ctx.language), reason) }
  }

  @ResolveField('toBePostedBy')
  async toBePostedBy(@Parent() { groupId, submittedAt }: Contribution, @Context() ctx: Ctx) {
    const group = submittedAt && (await groupsById(ctx).load(groupId))
    return group ? toBePostedBy(group, submittedAt) : null
  }

  @ResolveField('sources')
  sources(@Parent() { id }: Contribution, @Context() ctx: Ctx): Promise<ContributionSource[]> {
    return sourcesByContribution(ctx).load(id)
  }

  @ResolveField('cosigners')
  async cosigners(@Parent() contribution: Contribution, @Context() ctx: Ctx): Promise<Cosigner[]> {
    const all = await cosignersByContribution(ctx).load(contribution.id)
    return (await actsForIt(ctx, contribution)) ? all : all.filter(({ state }) => state === 'ACCEPTED')
  }

  @ResolveField('viewerInvitation')
  async viewerInvitation(@Parent() { id }: Contribution, @Context() ctx: Ctx): Promise<Cosigner | null> {
    const all = await cosignersByContribution(ctx).load(id)
    return all.find(({ personId }) => personId === ctx.viewer.personId) ?? null
  }

  @ResolveField('contacts')
  async contacts(@Parent() contribution: Contribution, @Context() ctx: Ctx) {
    const [contacts, acts] = [
      await contactsByContribution(ctx).load(contribution.id),
      await actsForIt(ctx, contribution),
    ]
    return contacts.map((contact) => ({ ...contact, email: acts ? contact.email : null }))
  }

  @ResolveField('concerns')
  async concerns(@Parent() { concernsDocumentId, concernsClauseId: clauseId }: Contribution, @Context() ctx: Ctx) {
    const document = concernsDocumentId === null ? null : await documentsById(ctx).load(concernsDocumentId)
    const group = document && (await groupsById(ctx).load(document.groupId))
    if (!document || !group) return null
    const href = `/groups/${group.slug}/documents/${document.id}/${clauseId === null ? 'read' : `clauses/${clauseId}`}`
    return { document, clauseId, href }
  }

  @ResolveField('document')
  document(@Parent() contribution: Contribution, @Context() ctx: Ctx) {
    return contribution.documentId && documentsById(ctx).load(contribution.documentId)
  }

  @ResolveField('waitingFiles')
  async waitingFiles(@Parent() contribution: Contribution, @Context() ctx: Ctx): Promise<StoredFile[]> {
    if (!(await actsForIt(ctx, contribution))) return []
    const [files, revisions] = await Promise.all([
      filesOfContribution(ctx, contribution.id),
      revisionsByContribution(ctx).load(contribution.id),
    ])
    return files.filter(({ id }) => !revisions.some(({ fileId }) => fileId === id))
  }

  @ResolveField('revisions')
  async revisions(@Parent() { id, number: base }: Contribution, @Context() ctx: Ctx) {
    return (await revisionsByContribution(ctx).load(id)).map((revision) => ({ ...revision, base }))
  }

  @ResolveField('reservedBy')
  reservedBy(@Parent() { reservedBy }: Contribution) {
    return person(reservedBy)
  }

  @ResolveField('settledBy')
  settledBy(@Parent() { settledBy }: Contribution) {
    return person(settledBy)
  }

  @ResolveField('endedBy')
  endedBy(@Parent() { endedBy }: Contribution) {
    return person(endedBy)
  }

  @ResolveField('activity')
  activity(@Parent() { id }: Contribution, @Args() args: PageInput, @Context() ctx: Ctx) {
    return this.log.page(ctx, { objectType: 'contribution', objectId: id }, pageArgs(args))
  }

  @ResolveField('visibility')
  async visibility(@Parent() contribution: Contribution, @Context() ctx: Ctx) {
    return (await seen(ctx, contribution))?.scope.visibility ?? contribution.visibility
  }

  @ResolveField('viewerMay')
  async viewerMay(@Parent() contribution: Contribution, @Context() ctx: Ctx): Promise<string[]> {
    const found = await seen(ctx, contribution)
    return found ? ['READ', ...permissionsNow(ctx, found)] : []
  }
}

@Resolver('Viewer')
export class ViewerInvitationsResolver {
  @ResolveField('cosigningInvitations')
  invitations(@Context() ctx: Ctx): Promise<Contribution[]> {
    return waitingInvitations(ctx)
  }
}

@Resolver('ContributionConnection')
export class ContributionConnectionResolver {
  @ResolveField('totalCount')
  totalCount(@Parent() { filter }: ContributionList, @Context() ctx: Ctx): Promise<number> {
    return countContributions(ctx, filter)
  }

  @ResolveField('facets')
  facets(@Parent() { filter }: ContributionList) {
    return { filter }
  }
}

interface Facets {
  readonly filter: ContributionFilter
}

@Resolver('ContributionFacets')
export class ContributionFacetsResolver {
  @ResolveField('phase')
  phase(@Parent() { filter }: Facets, @Context() ctx: Ctx) {
    return facetOf(ctx, filter, 'phase')
  }

  @ResolveField('meeting')
  meeting(@Parent() { filter }: Facets, @Context() ctx: Ctx) {
    return facetOf(ctx, filter, 'meeting')
  }

  @ResolveField('source')
  source(@Parent() { filter }: Facets, @Context() ctx: Ctx) {
    return facetOf(ctx, filter, 'source')
  }

  @ResolveField('purpose')
  purpose(@Parent() { filter }: Facets, @Context() ctx: Ctx) {
    return facetOf(ctx, filter, 'purpose')
  }
}

@Resolver('ContributionSource')
export class ContributionSourceResolver {
  @ResolveField('organisation')
  organisation(@Parent() { organisationId }: ContributionSource, @Context() ctx: Ctx) {
    return organisationId && organisationsById(ctx).load(organisationId)
  }

  @ResolveField('body')
  body(@Parent() { bodyId }: ContributionSource, @Context() ctx: Ctx) {
    return bodyId && bodiesById(ctx).load(bodyId)
  }
}

@Resolver('ContributionContact')
export class ContributionContactResolver {
  @ResolveField('person')
  person(@Parent() { personId }: ContributionContact) {
    return person(personId)
  }
}

@Resolver('Cosigner')
export class CosignerResolver {
  @ResolveField('person')
  person(@Parent() { personId }: Cosigner) {
    return person(personId)
  }
}

@Resolver('ContributionRevision')
export class ContributionRevisionResolver {
  @ResolveField('citedAs')
  citedAs(@Parent() { base, number }: RevisionRow & { base: string }): string {
    return base + revisionSuffix(number)
  }

  @ResolveField('submittedBy')
  submittedBy(@Parent() { submittedBy }: RevisionRow) {
    return person(submittedBy)
  }

  @ResolveField('clauses')
  async clauses(@Parent() { id, fileId }: RevisionRow, @Context() ctx: Ctx) {
    return fileId === null ? ((await textsOfRevisions(ctx).load(id))?.clauses ?? []) : []
  }

  @ResolveField('file')
  file(@Parent() { fileId }: RevisionRow, @Context() ctx: Ctx) {
    return fileId && filesById(ctx).load(fileId)
  }

  @ResolveField('sha256')
  sha256(@Parent() { sha256 }: RevisionRow): string {
    return sha256.toString('hex')
  }
}

@Resolver('Meeting')
export class MeetingContributionsResolver {
  @ResolveField('contributions')
  contributions(@Parent() meeting: Meeting, @Context() ctx: Ctx) {
    return contributionsByMeeting(ctx).load(meeting.id)
  }
}

/** Whether a file that belongs to a contribution can be read: once it was handed in by whoever sees the contribution, before by those who act for it. [CN-2] */
export async function mayReadFile(ctx: Ctx, file: { readonly id: string; readonly scopeId: string }): Promise<boolean> {
  const contribution = await contributionsById(ctx).load(file.scopeId)
  if (!contribution) return false
  const revisions = await revisionsByContribution(ctx).load(contribution.id)
  return revisions.some(({ fileId }) => fileId === file.id) || actsForIt(ctx, contribution)
}

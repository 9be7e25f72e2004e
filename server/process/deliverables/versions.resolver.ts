import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { lintCodes, type LintCode } from '#schema/report/index.js'
import { peopleById } from '#server/community/people/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { agendaItemsById } from '#server/process/agenda/index.js'
import { decisionsById } from '#server/process/decisions/index.js'
import { meetingsById } from '#server/process/meetings/index.js'
import { itemsBySlug } from '#server/roadmap/items/index.js'
import type { DeliverableApproval } from './deliverable-approval.entity.js'
import { DeliverableVersion, type Finding } from './deliverable-version.entity.js'
import type { Deliverable } from './deliverable.entity.js'
import { deliverablesById } from './deliverables.loader.js'
import {
  approvalByVersion,
  approvalsByDecision,
  decisionsByGroup,
  versionsByDeliverable,
  versionsById,
} from './versions.loader.js'
import { DeliverableVersions, type ApproveDeliverable, type FreezeDeliverable } from './versions.service.js'

type Read = Deliverable & { readonly asOf?: string | null }

const personOf = (ctx: Ctx, id: string | null) => (id === null ? null : peopleById(ctx).load(id))

@Resolver('Deliverable')
export class DeliverableVersionsResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly verbs: DeliverableVersions,
  ) {}

  @Mutation('freezeDeliverable')
  freeze(@Args('input') input: FreezeDeliverable & { idempotencyKey: string }, @Context() ctx: Ctx) {
    return this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'deliverable.frozen', input },
      (tx) => this.verbs.freeze(tx, input),
      (c, id) => c.db.findOneByOrFail(DeliverableVersion, { id }),
    )
  }

  @Mutation('approveDeliverable')
  approve(@Args('input') input: ApproveDeliverable, @Context() ctx: Ctx) {
    return this.unit.write(ctx, (tx) => this.verbs.approve(tx, input))
  }

  @ResolveField('versions')
  versions(@Parent() { id }: Deliverable, @Context() ctx: Ctx) {
    return versionsByDeliverable(ctx).load(id)
  }

  @ResolveField('version')
  async version(@Parent() { id }: Deliverable, @Args('number') number: number, @Context() ctx: Ctx) {
    const all = await versionsByDeliverable(ctx).load(id)
    return all.find((version) => version.number === number) ?? null
  }

  @ResolveField('approvals')
  async approvals(@Parent() { id }: Deliverable, @Context() ctx: Ctx): Promise<DeliverableApproval[]> {
    const versions = await versionsByDeliverable(ctx).load(id)
    const approvals = await Promise.all(versions.map((version) => approvalByVersion(ctx).load(version.id)))
    return approvals.filter((approval) => approval !== null)
  }

  @ResolveField('groupDecisions')
  groupDecisions(@Parent() { groupId }: Read, @Context() ctx: Ctx) {
    return decisionsByGroup(ctx).load(groupId)
  }
}

@Resolver('DeliverableVersion')
export class VersionResolver {
  constructor(private readonly verbs: DeliverableVersions) {}

  @ResolveField('deliverable')
  deliverable(@Parent() { deliverableId }: DeliverableVersion, @Context() ctx: Ctx) {
    return deliverablesById(ctx).load(deliverableId)
  }

  @ResolveField('kind')
  async kind(@Parent() { id }: DeliverableVersion, @Context() ctx: Ctx): Promise<string> {
    return (await approvalByVersion(ctx).load(id)) ? 'APPROVED' : 'BASELINE'
  }

  @ResolveField('approval')
  approval(@Parent() { id }: DeliverableVersion, @Context() ctx: Ctx) {
    return approvalByVersion(ctx).load(id)
  }

  @ResolveField('hash')
  hash(@Parent() { hash }: DeliverableVersion): string {
    return hash.toString('hex')
  }

  @ResolveField('frozenBy')
  frozenBy(@Parent() { frozenBy }: DeliverableVersion, @Context() ctx: Ctx) {
    return personOf(ctx, frozenBy)
  }

  @ResolveField('meeting')
  meeting(@Parent() { meetingId }: DeliverableVersion, @Context() ctx: Ctx) {
    return meetingId && meetingsById(ctx).load(meetingId)
  }

  @ResolveField('agendaItem')
  agendaItem(@Parent() { agendaItemId }: DeliverableVersion, @Context() ctx: Ctx) {
    return agendaItemId && agendaItemsById(ctx).load(agendaItemId)
  }

  @ResolveField('isIntact')
  isIntact(@Parent() version: DeliverableVersion, @Context() ctx: Ctx): Promise<boolean> {
    return this.verbs.isIntact(ctx, version)
  }

  @ResolveField('textHasChanged')
  textHasChanged(@Parent() version: DeliverableVersion, @Context() ctx: Ctx): Promise<boolean | null> {
    return this.verbs.hasChanged(ctx, version)
  }

  @ResolveField('form')
  async form(@Parent() { id }: DeliverableVersion, @Context() ctx: Ctx) {
    const { type, labels } = await this.verbs.read(ctx, id)
    return { type, labels }
  }

  @ResolveField('citedItems')
  async citedItems(@Parent() { id }: DeliverableVersion, @Context() ctx: Ctx) {
    const { clauses } = await this.verbs.read(ctx, id)
    const slugs = [...new Set(clauses.flatMap(({ content }) => citedIn(content as AnyNode)))].slice(0, MOST_CITED)
    const items = await Promise.all(slugs.map((slug) => itemsBySlug(ctx).load(slug)))
    return items.filter((item) => item !== null)
  }

  @ResolveField('clauses')
  clauses(@Parent() { id }: DeliverableVersion, @Context() ctx: Ctx) {
    return this.verbs.clauses(ctx, id)
  }
}

/** Works of a text about which more is told than their names. */
const MOST_CITED = 1000

interface AnyNode {
  readonly type?: string
  readonly attrs?: { readonly item?: unknown }
  readonly content?: readonly AnyNode[]
}

const citedIn = (node: AnyNode): string[] => [
  ...(node.type === 'citation' && typeof node.attrs?.item === 'string' && node.attrs.item !== ''
    ? [node.attrs.item]
    : []),
  ...(node.content ?? []).flatMap(citedIn),
]

@Resolver('DeliverableFinding')
export class FindingResolver {
  @ResolveField('rule')
  rule(@Parent() { code }: Finding): string {
    return lintCodes[code as LintCode]?.rule ?? ''
  }

  @ResolveField('isError')
  isError(@Parent() { code }: Finding): boolean {
    return lintCodes[code as LintCode]?.isError ?? false
  }
}

@Resolver('DeliverableApproval')
export class ApprovalResolver {
  @ResolveField('deliverable')
  deliverable(@Parent() { deliverableId }: DeliverableApproval, @Context() ctx: Ctx) {
    return deliverablesById(ctx).load(deliverableId)
  }

  @ResolveField('version')
  version(@Parent() { versionId }: DeliverableApproval, @Context() ctx: Ctx) {
    return versionsById(ctx).load(versionId)
  }

  @ResolveField('decision')
  decision(@Parent() { decisionId }: DeliverableApproval, @Context() ctx: Ctx) {
    return decisionsById(ctx).load(decisionId)
  }

  @ResolveField('hash')
  hash(@Parent() { hash }: DeliverableApproval): string {
    return hash.toString('hex')
  }

  @ResolveField('recordedBy')
  recordedBy(@Parent() { recordedBy }: DeliverableApproval, @Context() ctx: Ctx) {
    return personOf(ctx, recordedBy)
  }
}

@Resolver('Decision')
export class DecisionApprovalsResolver {
  @ResolveField('approvals')
  approvals(@Parent() { id }: { readonly id: string }, @Context() ctx: Ctx) {
    return approvalsByDecision(ctx).load(id)
  }
}

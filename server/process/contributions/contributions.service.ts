import { randomInt } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { schemaVersion } from '#schema/document/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { Documents, documentsById } from '#server/drafting/documents/index.js'
import { Readings } from '#server/drafting/reading/index.js'
import type { Visibility } from '#server/common/access/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { labelsOf, narrower, optionalTextOf, visibilityAtStart } from '#server/process/groups/index.js'
import { beginning, beginningUpdate, type QuotedClause } from './beginning.js'
import { Contribution } from './contribution.entity.js'
import { ContributionContact } from './contribution-contact.entity.js'
import { ContributionCovers, type CoverDetails } from './contribution-covers.service.js'
import { contributionScope } from './contributions.access.js'
import { ContributionsAtWork } from './contributions-at-work.service.js'
import { affiliationToday } from './members.reads.js'
import { Numbering } from './numbering.service.js'

export interface ReserveContribution extends CoverDetails {
  /** Slug of the group. */
  readonly group: string
  /** Number of the meeting; absent for what is for the group at any time. */
  readonly meeting?: number | null
  readonly title: string
  /** Absent: as the group has chosen for what is started in it; never more than may see group and meeting. */
  readonly visibility?: Visibility | null
}

export interface UpdateContribution extends CoverDetails {
  readonly id: string
  readonly expectedRevision: number
  /** Number of another meeting of the group. */
  readonly meeting?: number | null
}

/** The verbs on contributions before they are handed in, and taking them back. Handing in: handing-in.service.ts. */
@Injectable()
export class Contributions {
  constructor(
    private readonly atWork: ContributionsAtWork,
    private readonly covers: ContributionCovers,
    private readonly numbering: Numbering,
    private readonly documents: Documents,
    private readonly texts: Texts,
    private readonly readings: Readings,
  ) {}

  /**
   * Takes the next number of a group, before there is a text. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, CONTRIBUTOR_NEEDED, CONTRIBUTION_GROUP_OVER,
   * MEETING_CANCELLED, CONTRIBUTION_MEETING_OVER, MEETING_NEEDED, TEXT_MISSING, TEXT_TOO_LONG, SOURCE_IS_PERSON, BAD_INPUT. [CO-8, CN-1]
   */
  async reserve(ctx: WriteCtx, input: ReserveContribution): Promise<Contribution> {
    const group = await this.atWork.groupFor(ctx, input.group)
    const meeting = input.meeting == null ? null : await this.atWork.meetingFor(ctx, group, input.meeting)
    if (!meeting && group.state === 'CONCLUDED') throw refuse('CONTRIBUTION_GROUP_OVER')
    const { personId } = ctx.viewer
    const given = await this.numbering.take(ctx, group, meeting?.number ?? null)
    const contribution = Object.assign(new Contribution(), {
      ...blank,
      id: newId(),
      groupId: group.id,
      meetingId: meeting?.id ?? null,
      ...given,
      reservedBy: personId,
      reservedAt: ctx.now,
      visibility: [group.visibility, meeting?.visibility].reduce<Visibility>(
        (one, other) => (other ? narrower(one, other) : one),
        input.visibility ?? visibilityAtStart(group),
      ),
      ...(await this.covers.columns(ctx, group, input)),
    })
    await ctx.db.insert(Contribution, contribution)
    const contacts = input.contacts ?? (personId === null ? [] : [{ personId }])
    await this.covers.setContacts(ctx, group, contribution.id, contacts)
    const own = personId === null ? null : await affiliationToday(ctx, group, personId)
    await this.covers.setSources(ctx, contribution.id, input.sources ?? (own ? [own.label] : []))
    const scope = contributionScope(contribution, group, meeting, [])
    await this.atWork.record(ctx, 'contribution.reserved', { contribution, scope })
    return contribution
  }

  /**
   * Changes what the cover says, and for which meeting it is; the number stays. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE,
   * CONTRIBUTION_STATE, CONTRIBUTION_MEETING_OVER, MEETING_CANCELLED, TEXT_MISSING, TEXT_TOO_LONG, SOURCE_IS_PERSON, BAD_INPUT. [CO-2]
   */
  async update(ctx: WriteCtx, input: UpdateContribution): Promise<Contribution> {
    const { contribution, group, scope } = await this.atWork.take(ctx, input.id, 'EDIT')
    const meeting = input.meeting == null ? null : await this.atWork.meetingFor(ctx, group, input.meeting)
    const changed = await revise(ctx.db, Contribution, contribution.id, input.expectedRevision, {
      ...(await this.covers.columns(ctx, group, input, contribution)),
      ...(meeting && { meetingId: meeting.id, visibility: narrower(contribution.visibility, meeting.visibility) }),
    })
    if (input.contacts) await this.covers.setContacts(ctx, group, contribution.id, input.contacts)
    if (input.sources) await this.covers.setSources(ctx, contribution.id, input.sources)
    if (input.contacts && changed.documentId !== null) {
      await this.documents.setWriters(ctx, changed.documentId, await this.handsOf(ctx, changed))
    }
    await this.atWork.record(ctx, 'contribution.updated', { contribution: changed, scope })
    return changed
  }

  /**
   * Opens the text in which it is written, from the template, with the clause that it is about; it is for its source and the management, however public the group is. Again, it is the text
   * that is there. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, CONTRIBUTION_STATE, CONTRIBUTION_MEETING_OVER. [CN-5]
   */
  async write(ctx: WriteCtx, id: string): Promise<Contribution> {
    const { contribution, group, scope } = await this.atWork.take(ctx, id, 'WRITE')
    if (contribution.documentId !== null) return contribution
    const document = await this.documents.openFor(ctx, scope.hands, {
      groupId: group.id,
      kind: 'CONTRIBUTION',
      title: `${contribution.number}: ${contribution.title}`.slice(0, 500),
      schemaVersion,
      visibility: 'MANAGEMENT',
      isExample: group.isExample,
    })
    const first = beginning(contribution.abstract, await this.quoted(ctx, contribution, scope.visibility))
    await this.texts.seed(ctx, document.id, beginningUpdate(first, randomInt(1, 2 ** 31), labelsOf(group)))
    const changed = await revise(ctx.db, Contribution, contribution.id, contribution.revision, {
      documentId: document.id,
    })
    await this.atWork.record(ctx, 'contribution.textOpened', { contribution: changed, scope }, {}, 'MANAGEMENT')
    return changed
  }

  /**
   * Takes it back; the number stays in the list. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, CONTRIBUTION_STATE,
   * CONTRIBUTION_MEETING_OVER, TEXT_TOO_LONG. [CO-8]
   */
  async withdraw(
    ctx: WriteCtx,
    input: { id: string; expectedRevision: number; reason?: string | null },
  ): Promise<Contribution> {
    const { contribution, scope } = await this.atWork.take(ctx, input.id, 'WITHDRAW')
    const changed = await revise(ctx.db, Contribution, contribution.id, input.expectedRevision, {
      state: 'WITHDRAWN',
      endedBy: ctx.viewer.personId,
      endedAt: ctx.now,
      endedWhy: optionalTextOf(input.reason, 1000, 'input.reason'),
    })
    await this.atWork.record(ctx, 'contribution.withdrawn', { contribution: changed, scope })
    return changed
  }

  /** The clause that it is about, unless the draft is hidden from people who will see the contribution: its words must not come out with it. [WA-3, GR-3] */
  private async quoted(ctx: WriteCtx, contribution: Contribution, seenBy: Visibility): Promise<QuotedClause | null> {
    const { concernsDocumentId, concernsClauseId } = contribution
    const draft = concernsDocumentId === null ? null : await documentsById(ctx).load(concernsDocumentId)
    if (!draft || concernsClauseId === null || narrower(draft.visibility, seenBy) !== seenBy) return null
    const clause = (await this.readings.during(ctx, draft)).clauses.find(({ id }) => id === concernsClauseId)
    return clause ? { ...clause, draft: draft.title } : null
  }

  private async handsOf(ctx: WriteCtx, { id, reservedBy }: Contribution): Promise<string[]> {
    const contacts = await ctx.db.findBy(ContributionContact, { contributionId: id })
    return [...new Set([reservedBy, ...contacts.map(({ personId }) => personId)].filter((one) => one !== null))]
  }
}

/** A contribution of which nothing is known but its number. */
const blank = {
  heldFromId: null,
  subgroupId: null,
  purposes: [],
  abstract: null,
  keywords: [],
  asked: null,
  concernsDocumentId: null,
  concernsClauseId: null,
  state: 'RESERVED' as const,
  standing: null,
  standingReason: null,
  documentId: null,
  submittedAt: null,
  settledBy: null,
  settledAt: null,
  settledWhy: null,
  endedBy: null,
  endedAt: null,
  endedWhy: null,
  patentsKnown: null,
  patentsNote: null,
  consentVersion: null,
  revision: 1,
}

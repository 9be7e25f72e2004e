import { Injectable } from '@nestjs/common'
import { approvingKinds } from '#schema/vocabulary/decisions.js'
import { Access } from '#server/common/access/index.js'
import { SharedDocument, type DocumentScope } from '#server/drafting/documents/index.js'
import type { ReadClause } from '#server/drafting/reading/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { agendaItemsById } from '#server/process/agenda/index.js'
import { decisionsById, reversalsOf } from '#server/process/decisions/index.js'
import { optionalTextOf } from '#server/process/groups/index.js'
import { Meeting } from '#server/process/meetings/index.js'
import { DeliverableApproval } from './deliverable-approval.entity.js'
import { DeliverableText } from './deliverable-text.entity.js'
import { DeliverableVersion } from './deliverable-version.entity.js'
import type { Deliverable } from './deliverable.entity.js'
import { DeliverablesAtWork } from './deliverables-at-work.service.js'
import { FrozenTexts } from './frozen-texts.service.js'
import type { FrozenText } from './frozen-text.js'

export interface FreezeDeliverable {
  readonly deliverableId: string
  /** The meeting that agreed on it. */
  readonly meetingId?: string | null
  readonly agendaItemId?: string | null
  readonly note?: string | null
}

export interface ApproveDeliverable {
  readonly id: string
  readonly expectedRevision: number
  readonly versionId: string
  readonly decisionId: string
}

/** Freezing texts of deliverables, approving what was frozen, and reading it again. */
@Injectable()
export class DeliverableVersions {
  constructor(
    private readonly atWork: DeliverablesAtWork,
    private readonly access: Access,
    private readonly frozenTexts: FrozenTexts,
  ) {}

  /**
   * Freezes the text as it is stored now, as the next baseline. Management and editors of the group, administrators. Refuses: NOT_FOUND, FORBIDDEN,
   * SIGN_IN_REQUIRED, NO_TEXT_YET, ALREADY_FROZEN when nothing has changed since the last one, TEXT_TOO_LONG. [DE-10, DV-4]
   */
  async freeze(ctx: WriteCtx, input: FreezeDeliverable): Promise<DeliverableVersion> {
    const { deliverable, group, today } = await this.atWork.take(ctx, input.deliverableId)
    const document = await this.textOf(ctx, deliverable)
    const meetingId = await this.meeting(ctx, input.meetingId ?? null, group.id)
    const agendaItemId = await this.agendaItem(ctx, input.agendaItemId ?? null, meetingId)
    const ownNames = [group.name, group.acronym].filter((name) => name !== null)
    const frozen = await this.frozenTexts.freeze(document, ownNames)
    const [last] = await ctx.db.find(DeliverableVersion, {
      where: { deliverableId: deliverable.id },
      order: { number: 'DESC' },
      take: 1,
    })
    if (last && last.documentId === frozen.documentId && last.textHash.equals(frozen.textHash)) {
      throw refuse('ALREADY_FROZEN', { number: last.number })
    }
    const made = Object.assign(new DeliverableVersion(), {
      id: newId(),
      deliverableId: deliverable.id,
      number: (last?.number ?? 0) + 1,
      ...frozen,
      frozenOn: today,
      frozenAt: ctx.now,
      frozenBy: ctx.viewer.personId,
      meetingId,
      agendaItemId,
      note: optionalTextOf(input.note, 2000, 'input.note'),
    })
    await ctx.db.insert(DeliverableVersion, made as object)
    const args = { number: made.number, hash: made.hash.toString('hex') }
    await this.atWork.tell(ctx, group, 'deliverable.frozen', deliverable.id, args)
    return made
  }

  /**
   * Records that the group approved one frozen version, by a decision of its own. Management of the group, administrators. Refuses: NOT_FOUND,
   * FORBIDDEN, SIGN_IN_REQUIRED, STALE, NOT_A_STEP, ALREADY_THERE for a version that was approved before, NOT_APPROVING, DECISION_REVERSED.
   * [DE-5, DV-5]
   */
  async approve(ctx: WriteCtx, input: ApproveDeliverable): Promise<Deliverable> {
    const work = await this.atWork.take(ctx, input.id, 'approve')
    const { deliverable, group } = work
    const version = await ctx.db.findOneBy(DeliverableVersion, { id: input.versionId, deliverableId: deliverable.id })
    if (!version) throw refuse('NOT_FOUND', {}, { field: 'input.versionId' })
    const decision = await decisionsById(ctx).load(input.decisionId)
    if (decision?.groupId !== group.id) throw refuse('NOT_FOUND', {}, { field: 'input.decisionId' })
    if (!approvingKinds.includes(decision.kind)) {
      throw refuse('NOT_APPROVING', { number: decision.number }, { field: 'input.decisionId' })
    }
    const reversal = await reversalsOf(ctx).load(decision.id)
    if (reversal) {
      const args = { number: decision.number, by: reversal.number }
      throw refuse('DECISION_REVERSED', args, { field: 'input.decisionId' })
    }
    if (await ctx.db.existsBy(DeliverableApproval, { versionId: version.id })) {
      throw refuse('ALREADY_THERE', { name: String(version.number) }, { field: 'input.versionId' })
    }
    const changed = await this.atWork.step(ctx, work, {
      to: 'FG_APPROVED',
      expectedRevision: input.expectedRevision,
      on: decision.decidedOn,
    })
    await ctx.db.insert(DeliverableApproval, {
      id: newId(),
      deliverableId: deliverable.id,
      versionId: version.id,
      decisionId: decision.id,
      hash: version.hash,
      textHadChanged: (await this.hasChanged(ctx, version)) === true,
      approvedOn: decision.decidedOn,
      recordedBy: ctx.viewer.personId,
      recordedAt: ctx.now,
    })
    const args = { number: version.number, decision: decision.number, hash: version.hash.toString('hex') }
    await this.atWork.tell(ctx, group, 'deliverable.approved', deliverable.id, args)
    return changed
  }

  /** Whether the live text says something else than a version; null when there is no live text any more. [DV-5] */
  hasChanged(ctx: Ctx, version: DeliverableVersion): Promise<boolean | null> {
    return this.frozenTexts.hasChanged(ctx, version)
  }

  /** The file of a version, compressed. Who may see it is asked before. */
  body(ctx: Ctx, versionId: string): Promise<Buffer> {
    return this.frozenTexts.body(ctx, DeliverableVersion, versionId)
  }

  /** The file of a version, of which the hash is taken. */
  file(ctx: Ctx, versionId: string): Promise<Buffer> {
    return this.frozenTexts.file(ctx, DeliverableVersion, versionId)
  }

  read(ctx: Ctx, versionId: string): Promise<FrozenText> {
    return this.frozenTexts.read(ctx, DeliverableVersion, versionId)
  }

  clauses(ctx: Ctx, versionId: string): Promise<ReadClause[]> {
    return this.frozenTexts.clauses(ctx, DeliverableVersion, versionId)
  }

  /** Whether the file that is kept is what it was when its hash was taken. */
  isIntact(ctx: Ctx, version: DeliverableVersion): Promise<boolean> {
    return this.frozenTexts.isIntact(ctx, DeliverableVersion, version)
  }

  /** The text that is written for it; null where there is none, or none that the caller may see. */
  private async textOf(ctx: WriteCtx, { id }: Deliverable): Promise<SharedDocument | null> {
    const link = await ctx.db.findOneBy(DeliverableText, { deliverableId: id })
    const document = link && (await ctx.db.findOneBy(SharedDocument, { id: link.documentId }))
    return document && this.access.may(ctx, 'document.read', document satisfies DocumentScope) ? document : null
  }

  /** A meeting of the group. Refuses: NOT_FOUND. */
  private async meeting(ctx: WriteCtx, id: string | null, groupId: string): Promise<string | null> {
    if (id === null) return null
    if (!(await ctx.db.existsBy(Meeting, { id, groupId }))) throw refuse('NOT_FOUND', {}, { field: 'input.meetingId' })
    return id
  }

  /** A row of the agenda of that meeting. Refuses: NOT_FOUND. */
  private async agendaItem(ctx: WriteCtx, id: string | null, meetingId: string | null): Promise<string | null> {
    if (id === null) return null
    const row = await agendaItemsById(ctx).load(id)
    if (row?.meetingId !== meetingId) throw refuse('NOT_FOUND', {}, { field: 'input.agendaItemId' })
    return id
  }
}

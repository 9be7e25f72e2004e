import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { CONSENT_VERSION } from '#schema/vocabulary/contributions.js'
import { StoredFile } from '#server/common/files/index.js'
import { Readings } from '#server/drafting/reading/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { explainStanding, keyDates, standingAt, type KeyDate } from '#server/process/deadlines/index.js'
import { optionalTextOf, textOf } from '#server/process/groups/index.js'
import { factsOfMeeting, type Meeting } from '#server/process/meetings/index.js'
import { Contribution } from './contribution.entity.js'
import { ContributionRevision } from './contribution-revision.entity.js'
import { ContributionsAtWork, type ContributionAtWork } from './contributions-at-work.service.js'

export interface SubmitContribution {
  readonly id: string
  readonly expectedRevision: number
  /** A file that was sent for it; absent: the text that is written here. */
  readonly fileId?: string | null
  /** Version of the words about the use of the text that were agreed to. */
  readonly consent?: string | null
  readonly patentsKnown?: boolean | null
  readonly patentsNote?: string | null
  readonly title?: string | null
  /** What a revision changes. */
  readonly note?: string | null
}

/** What is kept of what was handed in. */
type Content = Pick<ContributionRevision, 'documentId' | 'textVersion' | 'text' | 'fileId' | 'sha256'>

/** The deadline for contributions to a meeting; null when it has none, and without a meeting. */
export async function deadlineOf(ctx: Ctx, meeting: Meeting | null): Promise<KeyDate | null> {
  const facts = meeting && (await factsOfMeeting(ctx, meeting))
  return (facts && keyDates(facts).find(({ obligation }) => obligation === 'CONTRIBUTIONS')) ?? null
}

/** Handing in: what is in the text or the file is kept word for word, and judged against the deadline of that moment. */
@Injectable()
export class HandingIn {
  constructor(
    private readonly atWork: ContributionsAtWork,
    private readonly readings: Readings,
  ) {}

  /**
   * Hands in for the first time. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, CONTRIBUTION_STATE, CONTRIBUTION_MEETING_OVER,
   * MEETING_CANCELLED, CONTRIBUTION_EMPTY, CONSENT_NEEDED, PATENT_ANSWER_NEEDED, TEXT_MISSING, TEXT_TOO_LONG. [D-L-1, CN-2]
   */
  async submit(ctx: WriteCtx, input: SubmitContribution): Promise<Contribution> {
    const atWork = await this.atWork.take(ctx, input.id, 'SUBMIT')
    const declared = this.declared(atWork.contribution, input)
    const deadline = await deadlineOf(ctx, atWork.meeting)
    const standing = deadline && standingAt(ctx.now, deadline)
    const content = await this.contentOf(ctx, atWork, input)
    const changed = await revise(ctx.db, Contribution, input.id, input.expectedRevision, {
      ...declared,
      state: 'SUBMITTED',
      standing,
      standingReason: deadline && explainStanding(ctx.now, deadline),
      submittedAt: ctx.now,
    })
    await this.keep(ctx, changed, 0, standing === 'LATE_PENDING', content, null)
    await this.atWork.record(
      ctx,
      'contribution.submitted',
      { ...atWork, contribution: changed },
      { standing: standing ?? 'NONE' },
    )
    return changed
  }

  /** Hands in a revision. Its standing stays what it is; whether it came after the deadline is marked. Refuses: as `submit`. [D-L-3, CN-2] */
  async revise(ctx: WriteCtx, input: SubmitContribution): Promise<Contribution> {
    const atWork = await this.atWork.take(ctx, input.id, 'REVISE')
    const declared = this.declared(atWork.contribution, input)
    const deadline = await deadlineOf(ctx, atWork.meeting)
    const isAfterDeadline = deadline !== null && standingAt(ctx.now, deadline) === 'LATE_PENDING'
    const content = await this.contentOf(ctx, atWork, input)
    const changed = await revise(ctx.db, Contribution, input.id, input.expectedRevision, declared)
    const latest = await ctx.db.maximum(ContributionRevision, 'number', { contributionId: input.id })
    const number = (latest ?? 0) + 1
    const note = optionalTextOf(input.note, 1000, 'input.note')
    await this.keep(ctx, changed, number, isAfterDeadline, content, note)
    const args = { revision: number, timing: isAfterDeadline ? 'AFTER_DEADLINE' : 'IN_TIME' }
    await this.atWork.record(ctx, 'contribution.revised', { ...atWork, contribution: changed }, args)
    return changed
  }

  /** What whoever hands in says of it. What was said before holds for a revision until it is said anew. [CO-6, IP-4] */
  private declared(contribution: Contribution, input: SubmitContribution): Partial<Contribution> {
    const consentVersion = input.consent ?? contribution.consentVersion
    if (consentVersion !== CONSENT_VERSION) throw refuse('CONSENT_NEEDED', {}, { field: 'input.consent' })
    const patentsKnown = input.patentsKnown ?? contribution.patentsKnown
    if (patentsKnown === null) throw refuse('PATENT_ANSWER_NEEDED', {}, { field: 'input.patentsKnown' })
    const note = input.patentsKnown == null ? contribution.patentsNote : input.patentsNote
    return {
      consentVersion,
      patentsKnown,
      patentsNote: patentsKnown ? textOf(note ?? '', 2000, 'input.patentsNote') : null,
      ...(input.title != null && { title: textOf(input.title, 500, 'input.title') }),
    }
  }

  private async contentOf(
    ctx: WriteCtx,
    { contribution }: ContributionAtWork,
    { fileId }: SubmitContribution,
  ): Promise<Content> {
    if (fileId != null) {
      const file = await ctx.db.findOneBy(StoredFile, {
        id: fileId,
        scopeType: 'contribution',
        scopeId: contribution.id,
      })
      if (!file || file.withdrawnAt) throw refuse('NOT_FOUND', {}, { field: 'input.fileId' })
      return { documentId: null, textVersion: null, text: null, fileId: file.id, sha256: file.sha256 }
    }
    const { documentId } = contribution
    if (documentId === null) throw refuse('CONTRIBUTION_EMPTY', {}, { field: 'input.fileId' })
    const { clauses, words, version } = await this.readings.of({ id: documentId, kind: 'CONTRIBUTION' })
    if (!clauses.some(({ text }) => text.trim() !== ''))
      throw refuse('CONTRIBUTION_EMPTY', {}, { field: 'input.fileId' })
    const hashed = clauses.map(({ id, level, number, hash }) => `${id} ${level} ${number} ${hash}\n`).join('')
    return {
      documentId,
      textVersion: version,
      text: { clauses, words },
      fileId: null,
      sha256: createHash('sha256').update(hashed).digest(),
    }
  }

  private async keep(
    ctx: WriteCtx,
    { id: contributionId, title, consentVersion }: Contribution,
    number: number,
    isAfterDeadline: boolean,
    content: Content,
    note: string | null,
  ): Promise<void> {
    const row: ContributionRevision = {
      id: newId(),
      contributionId,
      number,
      title,
      submittedAt: ctx.now,
      submittedBy: ctx.viewer.personId,
      isAfterDeadline,
      note,
      consentVersion: consentVersion!,
      ...content,
    }
    await ctx.db.insert(ContributionRevision, row as never)
  }
}

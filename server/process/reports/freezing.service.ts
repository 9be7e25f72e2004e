import { Injectable } from '@nestjs/common'
import type { ReportApproval } from '#schema/vocabulary/reports.js'
import { SharedDocument } from '#server/drafting/documents/index.js'
import type { ReadClause } from '#server/drafting/reading/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { FrozenTexts } from '#server/process/deliverables/index.js'
import { textOf } from '#server/process/groups/index.js'
import { ReportVersion } from './report-version.entity.js'
import { Reports } from './reports.service.js'

export interface FreezeReport {
  readonly id: string
  /** The version of the text that was read. */
  readonly expectedText: string
  readonly approval?: ReportApproval | null
  readonly reason?: string | null
}

/** Freezing reports, with what freezes every text, and reading them again. */
@Injectable()
export class FrozenReports {
  constructor(
    private readonly reports: Reports,
    private readonly frozenTexts: FrozenTexts,
  ) {}

  /**
   * Freezes a report as it was read, as its next version. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, REPORT_BEFORE_END, STALE, NO_TEXT_YET,
   * ALREADY_FROZEN, TEXT_MISSING, TEXT_TOO_LONG. [RP-4, RP-5]
   */
  async freeze(ctx: WriteCtx, input: FreezeReport): Promise<ReportVersion> {
    const { report, group, meeting, seenBy } = await this.reports.take(ctx, input.id)
    if (meeting && dayIn(ctx.now, meeting.zone) < meeting.endsOn) {
      throw refuse('REPORT_BEFORE_END', { endsOn: meeting.endsOn })
    }
    const document = await ctx.db.findOneBy(SharedDocument, { id: report.documentId })
    const ownNames = [group.name, group.acronym].filter((name) => name !== null)
    const { findings: _, ...frozen } = await this.frozenTexts.freeze(document, ownNames)
    // Nothing is frozen that nobody has read.
    if (frozen.textVersion !== input.expectedText) throw refuse('STALE', {}, { field: 'input.expectedText' })
    const [last] = await ctx.db.find(ReportVersion, {
      where: { reportId: report.id },
      order: { number: 'DESC' },
      take: 1,
    })
    if (last?.textHash.equals(frozen.textHash)) throw refuse('ALREADY_FROZEN', { number: last.number })
    const version = Object.assign(new ReportVersion(), {
      ...frozen,
      id: newId(),
      reportId: report.id,
      number: (last?.number ?? 0) + 1,
      approval: meeting ? (input.approval ?? 'BY_CHAIR') : null,
      reason: last ? textOf(input.reason ?? '', 1000, 'input.reason') : null,
      frozenOn: dayIn(ctx.now, group.deadlineZone),
      frozenAt: ctx.now,
      frozenBy: ctx.viewer.personId,
    })
    await ctx.db.insert(ReportVersion, version as object)
    const args = { number: version.number, hash: version.hash.toString('hex') }
    await this.reports.tell(ctx, group, report, 'report.frozen', args, seenBy)
    return version
  }

  clauses(ctx: Ctx, versionId: string): Promise<ReadClause[]> {
    return this.frozenTexts.clauses(ctx, ReportVersion, versionId)
  }

  isIntact(ctx: Ctx, version: ReportVersion): Promise<boolean> {
    return this.frozenTexts.isIntact(ctx, ReportVersion, version)
  }

  hasChanged(ctx: Ctx, version: ReportVersion): Promise<boolean | null> {
    return this.frozenTexts.hasChanged(ctx, version)
  }
}

import { Column, Entity } from 'typeorm'
import type { ReportApproval } from '#schema/vocabulary/reports.js'
import { FrozenVersion } from '#server/process/deliverables/index.js'

/** A report as it was frozen. Never changed, never deleted; what is to be corrected is the next version. [RP-4] */
@Entity('report_version')
export class ReportVersion extends FrozenVersion {
  @Column('uuid')
  reportId: string

  /** How a report of a meeting was approved; null for a progress report. [RP-5] */
  @Column('text', { nullable: true })
  approval: ReportApproval | null

  /** Why there is another version; null for the first. */
  @Column('text', { nullable: true })
  reason: string | null

  /** The day, in the zone of the group. */
  @Column('date')
  frozenOn: string
}

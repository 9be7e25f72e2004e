import { Column, Entity } from 'typeorm'
import { FrozenVersion } from './frozen-version.entity.js'

/** A check that the text did not pass when it was frozen. */
export interface Finding {
  readonly code: string
  readonly clause: string | null
  readonly block: number | null
  readonly args: Readonly<Record<string, string>>
}

/** The text of a deliverable as it was frozen. Whoever may not see the text sees no version of it. Never changed, never deleted. [DE-10, DV-4] */
@Entity('deliverable_version')
export class DeliverableVersion extends FrozenVersion {
  @Column('uuid')
  deliverableId: string

  /** The day, in the zone of the group. */
  @Column('date')
  frozenOn: string

  /** The meeting that agreed on it as a baseline; null when none did. */
  @Column('uuid', { nullable: true })
  meetingId: string | null

  /** The row of the agenda under which it was agreed; null when none is known. */
  @Column('uuid', { nullable: true })
  agendaItemId: string | null

  @Column('text', { nullable: true })
  note: string | null

  /** What the checks found in it. [ST-10] */
  @Column('jsonb')
  findings: readonly Finding[]
}

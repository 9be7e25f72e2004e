import { Column, Entity } from 'typeorm'
import { FrozenVersion } from '#server/process/deliverables/index.js'

/**
 * The minutes of a meeting as they stood when it was closed, frozen by whoever closed it. Number 1 when it was closed first; the next when it was
 * closed again after its minutes had changed. Never changed, never deleted. [RC-8]
 */
@Entity('minutes_version')
export class MinutesVersion extends FrozenVersion {
  @Column('uuid')
  meetingId: string
}

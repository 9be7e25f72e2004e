import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { AgendaContent } from './agenda-content.js'

/** The agenda of a meeting as it was published; never changed. [AG-7] */
@Entity('agenda_version')
export class AgendaVersion {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  meetingId: string

  /** 1 for the first of its meeting; consecutive. */
  @Column('integer')
  number: number

  @Column('timestamptz')
  publishedAt: Date

  /** Why there is a new version; null when nobody said. */
  @Column('text', { nullable: true })
  note: string | null

  /** All rows, also those that not everybody may see; holds ids of people, never their names. */
  @Column('jsonb')
  content: AgendaContent

  /** SHA-256 of `content` in canonical form, in hexadecimal digits. */
  @Column('text')
  sha256: string
}

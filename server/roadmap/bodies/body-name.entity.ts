import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** A name of a body besides its present one: in another language, or of before. */
@Entity('body_name')
export class BodyName extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  bodyId: string

  /** BCP 47 tag; null for what was once its main name. */
  @Column('text', { nullable: true })
  lang: string | null

  @Column('text')
  name: string

  /** Null where it has none. */
  @Column('text', { nullable: true })
  acronym: string | null

  /** Day on which the name ended; null while it holds. */
  @Column('date', { nullable: true })
  toOn: string | null
}

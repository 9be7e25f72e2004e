import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { DocumentType } from './document-formats.js'
import type { MediaType as PictureType } from './picture.js'

/** All types of files that are taken. */
export type MediaType = PictureType | DocumentType

/** One file that somebody uploaded. Its bytes are in `file_piece`; neither is ever deleted. */
@Entity('file')
export class StoredFile {
  /** Texts cite it by this, and it is the last part of its address. */
  @PrimaryColumn('uuid')
  id: string

  /** What sort of thing it belongs to, as the room that owns those calls it: `document`. */
  @Column('text')
  scopeType: string

  /** The thing it belongs to, which says who may read and add. */
  @Column('uuid')
  scopeId: string

  /** What it is called when it is saved. */
  @Column('text')
  name: string

  /** As its bytes say, whatever the sender said. */
  @Column('text')
  mediaType: MediaType

  @Column('integer')
  sizeBytes: number

  /** Of the bytes. */
  @Column('bytea')
  sha256: Buffer

  /** In pixels, as it is shown; null for what is no picture. */
  @Column('integer', { nullable: true })
  width: number | null

  @Column('integer', { nullable: true })
  height: number | null

  /** Null: the system. */
  @Column('uuid', { nullable: true })
  uploadedBy: string | null

  @Column('timestamptz')
  uploadedAt: Date

  /** Null while it stands, or when the system withdrew it. */
  @Column('uuid', { nullable: true })
  withdrawnBy: string | null

  /** From when on its bytes are given to nobody but those who may add files there; null while it stands. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null
}

import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A link that ends the letters, as it stands in one of them. */
@Entity('digest_link')
export class DigestLink {
  /** SHA-256 of the secret in the link. */
  @PrimaryColumn('bytea')
  secretHash: Buffer

  @Column('uuid')
  accountId: string

  @Column('timestamptz')
  madeAt: Date
}

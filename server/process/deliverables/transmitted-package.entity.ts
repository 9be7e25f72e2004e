import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The bytes that were sent to the parent. Never changed, never deleted. */
@Entity('deliverable_package')
export class TransmittedPackage {
  @PrimaryColumn('uuid')
  transmissionId: string

  /** A ZIP file with a list of the hashes of what is in it. */
  @Column('bytea')
  body: Buffer
}

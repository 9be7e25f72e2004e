import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Groups choose for what contributions are handed in, also in words of their own. Which, the room of contributions knows. */
export class PurposesOfGroups1760000014610 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table contribution drop constraint contribution_purposes_check')
    await db.query(
      'alter table contribution add constraint contribution_purposes_check check (cardinality(purposes) <= 40)',
    )
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table contribution drop constraint contribution_purposes_check')
    await db.query(`
      alter table contribution add constraint contribution_purposes_check
        check (purposes <@ array['DISCUSSION', 'INFORMATION', 'PROPOSAL'])`)
  }
}

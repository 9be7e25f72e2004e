import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The days off of a group, which its working days leave out. [D-A-4] */
export class GroupHolidays1760000015200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'alter table standards_group add column holidays text[] check (cardinality(holidays) between 1 and 200)',
    )
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table standards_group drop column holidays')
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The days off of a group, which its working days leave out. [D-A-4] */
export class GroupHolidays1760000015200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table standards_group add column holidays text[] check (cardinality(holidays) between 1 and 200)`)
    await db.query('alter table standards_group_history add column holidays text[]')
    await db.query(`select remake_as_of('standards_group')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function standards_group_at(timestamptz)')
    for (const table of ['standards_group', 'standards_group_history'])
      await db.query(`alter table ${table} drop column holidays`)
    await db.query(`select remake_as_of('standards_group')`)
  }
}

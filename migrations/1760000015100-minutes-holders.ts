import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Whoever a record of minutes names, where that is a person known here: erased, they are found by it. */
export class MinutesHolders1760000015100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table minutes_record add holder_id uuid references person')
    await db.query('create index on minutes_record (holder_id)')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table minutes_record drop holder_id')
  }
}

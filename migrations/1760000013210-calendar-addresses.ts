import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The secret address of a person's calendar. It belongs to an account and goes with it; only a hash is kept. */
export class CalendarAddresses1760000013210 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table calendar_address (
        account_id uuid primary key references account on delete cascade,
        secret_hash bytea not null unique,
        made_at timestamptz not null,
        last_read_at timestamptz
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table calendar_address')
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Which reminders of the end of a group have left. What is still to come is computed, never stored. */
export class LifetimeReminders1760000013120 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table lifetime_reminder (
        id uuid primary key,
        group_id uuid not null references standards_group,
        ends_on date not null,
        months_before integer not null check (months_before between 1 and 60),
        sent_at timestamptz not null,
        letters integer not null check (letters >= 0),
        unique (group_id, ends_on, months_before)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table lifetime_reminder')
  }
}

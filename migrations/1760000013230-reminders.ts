import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Reminders of the key dates of meetings: those that wait, those that were sent, and what somebody chose otherwise. */
export class Reminders1760000013230 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table reminder (
        id uuid primary key,
        meeting_id uuid not null references meeting,
        obligation text not null,
        days_before integer not null check (days_before between 0 and 180),
        due_on date not null,
        send_at timestamptz not null,
        sent_at timestamptz,
        told integer check (told >= 0),
        unique (meeting_id, obligation, days_before, due_on),
        check ((sent_at is null) = (told is null))
      )`)
    // What is to be done next; what was sent is only looked up by its meeting.
    await db.query('create index on reminder (send_at) where sent_at is null')
    await db.query(`
      create table reminder_choice (
        meeting_id uuid not null references meeting,
        obligation text not null,
        days_before integer not null check (days_before between 0 and 180),
        is_off boolean not null,
        primary key (meeting_id, obligation, days_before)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table reminder_choice, reminder')
  }
}

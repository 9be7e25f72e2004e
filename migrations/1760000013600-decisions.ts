import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a group decided, at a meeting or between two. Its number is given once; only another decision undoes it. */
export class Decisions1760000013600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table decision (
        id uuid primary key,
        group_id uuid not null references standards_group,
        meeting_id uuid references meeting,
        agenda_item_id uuid references agenda_item,
        number integer not null check (number > 0),
        text text not null check (length(text) between 1 and 5000),
        decided_on date not null,
        visibility text not null check (visibility in ('PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT')),
        revision integer not null default 1,
        unique (group_id, number)
      )`)
    await db.query('create index on decision (meeting_id)')
    await db.query('create index on decision (agenda_item_id)')
    await db.query(`select make_versioned('decision')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function decision_at(timestamptz)')
    await db.query('drop table decision_history, decision')
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Numbered inputs of a group, most of them to a meeting. A number is given once and stays in the list for good. */
export class Contributions1760000013500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table contribution (
        id uuid primary key,
        group_id uuid not null references standards_group,
        meeting_id uuid references meeting,
        sequence integer not null check (sequence > 0),
        number text not null check (length(number) between 1 and 80),
        title text not null check (length(title) between 1 and 500),
        state text not null check (state in ('RESERVED', 'SUBMITTED', 'WITHDRAWN', 'LAPSED')),
        standing text check (standing in ('ON_TIME', 'LATE_PENDING', 'ADMITTED_LATE', 'HELD_FOR_NEXT')),
        document_id uuid references document,
        submitted_at timestamptz,
        visibility text not null check (visibility in ('PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT')),
        revision integer not null default 1,
        unique (group_id, number)
      )`)
    await db.query('create index on contribution (meeting_id, sequence)')
    await db.query(`select make_versioned('contribution')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function contribution_at(timestamptz)')
    await db.query('drop table contribution_history, contribution')
  }
}

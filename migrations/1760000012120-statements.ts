import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Liaison statements: who says what to whom, for what, by when; the words are in a shared text. */
export class Statements1760000012120 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table statement (
        id uuid primary key,
        group_id uuid not null references standards_group,
        to_body_id uuid not null references body,
        title text not null check (length(title) between 1 and 300),
        purpose text not null check (purpose in ('FOR_ACTION', 'FOR_COMMENT', 'FOR_INFORMATION')),
        reply_by date,
        state text not null check (state in ('DRAFT')),
        case_id uuid references overlap_case,
        document_id uuid not null unique references document,
        visibility text not null check (visibility in ('PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT')),
        drafted_by uuid references person,
        drafted_at timestamptz not null,
        revision integer not null default 1
      )`)
    await db.query('create index on statement (group_id)')
    await db.query('create index on statement (case_id)')
    await db.query('create index on statement (to_body_id)')
    await db.query(`select make_versioned('statement')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function statement_at(timestamptz)')
    await db.query('drop table statement_history, statement')
  }
}

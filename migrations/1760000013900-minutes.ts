import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Minutes of meetings: a shared text each, whose records are rows of other tables at the same time. */
export class Minutes1760000013900 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table minutes (
        meeting_id uuid primary key references meeting,
        document_id uuid not null unique references document,
        opened_at timestamptz not null,
        opened_by_id uuid references person
      )`)
    // Which clause tells of which row of the agenda.
    await db.query(`
      create table minutes_clause (
        document_id uuid not null references document,
        clause_id text not null,
        agenda_item_id uuid not null references agenda_item,
        primary key (document_id, clause_id)
      )`)
    await db.query('create index on minutes_clause (agenda_item_id)')
    await db.query(`
      create table minutes_record (
        id uuid primary key,
        document_id uuid not null references document,
        kind text not null check (kind in ('DECISION', 'RESERVATION', 'ACTION', 'ATTENDANCE', 'PATENT_QUESTION')),
        row_id uuid,
        row_revision integer,
        text text not null check (length(text) <= 5000),
        outcome text not null,
        holder text not null check (length(holder) <= 300),
        due text not null check (length(due) <= 300),
        kept_at timestamptz not null,
        kept_by_id uuid references person,
        check ((row_id is null) = (row_revision is null)),
        unique (kind, row_id)
      )`)
    await db.query('create index on minutes_record (document_id)')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table minutes_record, minutes_clause, minutes')
  }
}

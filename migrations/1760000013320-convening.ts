import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Convening letters: clauses that somebody worded, and what was issued. What was issued is never changed. */
export class Convening1760000013320 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table convening_letter (
        meeting_id uuid primary key references meeting,
        revision integer not null default 1
      )`)
    await db.query(`
      create table convening_wording (
        meeting_id uuid not null references convening_letter,
        clause text not null,
        text text not null check (length(text) between 1 and 10000),
        based_on text,
        worded_by uuid references person,
        worded_at timestamptz not null,
        primary key (meeting_id, clause)
      )`)
    await db.query(`
      create table convening_issue (
        id uuid primary key,
        meeting_id uuid not null references convening_letter,
        number integer not null check (number >= 0),
        reference text not null check (length(reference) between 1 and 300),
        reason text check (length(reason) between 1 and 1000),
        issued_on date not null,
        issued_at timestamptz not null,
        issued_by uuid references person,
        content text not null,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        unique (meeting_id, number),
        check ((number = 0) = (reason is null))
      )`)
    await db.query(
      'create trigger convening_issue_is_frozen before update or delete on convening_issue for each row execute function forbid_change()',
    )
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table convening_issue, convening_wording, convening_letter')
  }
}

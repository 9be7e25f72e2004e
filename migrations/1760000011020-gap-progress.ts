import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Dated, sourced updates on how the work on a gap moves. They are only ever added. */
export class GapProgress1760000011020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table gap_progress (
        id uuid primary key,
        gap_id uuid not null references gap,
        progress text not null,
        happened_on date not null,
        note text not null check (length(note) between 1 and 5000),
        source text not null check (length(source) between 1 and 2000),
        told_by uuid references person
      )`)
    await db.query('create index on gap_progress (gap_id, happened_on desc, id desc)')
    await db.query(`select make_versioned('gap_progress')`)
    await db.query(`
      create trigger append_only before update or delete or truncate on gap_progress
        for each statement execute function forbid_change()`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function gap_progress_at(timestamptz)')
    await db.query('drop table gap_progress_history, gap_progress')
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Pairs of items that look alike, what became of each, and which items were looked at in which state. */
export class OverlapSuggestions1760000012110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table overlap_suggestion (
        id uuid primary key,
        a_id uuid not null references item,
        b_id uuid not null references item,
        likeness smallint not null check (likeness between 0 and 1000),
        words text[] not null,
        state text not null,
        case_id uuid references overlap_case,
        reason text check (length(reason) between 1 and 2000),
        settled_by uuid references person,
        settled_at timestamptz,
        revision integer not null default 1,
        unique (a_id, b_id),
        check (a_id < b_id),
        check ((state = 'ACCEPTED') = (case_id is not null)),
        check ((state = 'DISMISSED') = (reason is not null)),
        check ((state = 'OPEN') = (settled_at is null))
      )`)
    await db.query('create index on overlap_suggestion (b_id)')
    await db.query(`create index on overlap_suggestion (likeness desc, id) where state = 'OPEN'`)
    await db.query(`select make_versioned('overlap_suggestion')`)

    // Derived, and made anew at will: no history.
    await db.query(`
      create table overlap_look (
        item_id uuid primary key references item on delete cascade,
        item_revision integer not null,
        looked_at timestamptz not null
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table overlap_look')
    await db.query('drop function overlap_suggestion_at(timestamptz)')
    await db.query('drop table overlap_suggestion_history, overlap_suggestion')
  }
}

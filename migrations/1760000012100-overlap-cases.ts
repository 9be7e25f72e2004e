import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Cases of overlap: two items or more side by side, what was concluded, on what evidence, and every step that the case took. */
export class OverlapCases1760000012100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table overlap_case (
        id uuid primary key,
        number integer not null unique check (number > 0),
        title text not null check (length(title) between 1 and 300),
        state text not null,
        verdict text,
        evidence text check (length(evidence) between 1 and 10000),
        mode text,
        owner_id uuid references body,
        source text,
        confidence text not null check (confidence in ('VERIFIED', 'MEMORY')),
        as_of date,
        checked_by uuid references person,
        check_again_on date,
        revision integer not null default 1,
        check (verdict is null or (evidence is not null and source is not null and as_of is not null)),
        check (state not in ('AGREED', 'CLOSED') or verdict is not null)
      )`)
    await db.query('create index on overlap_case (owner_id)')
    await db.query(`select make_versioned('overlap_case')`)

    await db.query(`
      create table overlap_case_item (
        id uuid primary key,
        case_id uuid not null references overlap_case,
        item_id uuid not null references item,
        place smallint not null check (place >= 0),
        scope text check (length(scope) between 1 and 10000),
        clause text check (length(clause) between 1 and 300),
        source text check (length(source) between 1 and 2000),
        as_of date,
        revision integer not null default 1,
        unique (case_id, item_id),
        check (scope is null or clause is not null or source is not null)
      )`)
    await db.query('create index on overlap_case_item (item_id)')
    await db.query(`select make_versioned('overlap_case_item')`)

    await db.query(`
      create table overlap_case_step (
        id uuid primary key,
        case_id uuid not null references overlap_case,
        from_state text,
        to_state text not null,
        happened_on date not null,
        note text check (length(note) between 1 and 5000),
        told_by uuid references person,
        told_at timestamptz not null
      )`)
    await db.query('create index on overlap_case_step (case_id, id desc)')
    await db.query(`select make_versioned('overlap_case_step')`)
    await db.query(`
      create trigger append_only before update or delete or truncate on overlap_case_step
        for each statement execute function forbid_change()`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['overlap_case_step', 'overlap_case_item', 'overlap_case']) {
      await db.query(`drop function ${table}_at(timestamptz)`)
      await db.query(`drop table ${table}_history, ${table}`)
    }
  }
}

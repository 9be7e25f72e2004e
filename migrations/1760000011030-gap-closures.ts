import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Decisions that closed a gap, with the items that closed it, and why it was reopened where it was. A room of decisions can point to them by id. */
export class GapClosures1760000011030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table gap_closure (
        id uuid primary key,
        gap_id uuid not null references gap,
        decision text not null check (length(decision) between 1 and 500),
        decided_by text not null check (length(decided_by) between 1 and 300),
        decided_on date not null,
        closed_by_text text check (length(closed_by_text) between 1 and 2000),
        source text check (length(source) between 1 and 2000),
        standing_before text not null,
        told_by uuid references person,
        told_at timestamptz not null,
        reopened_on date,
        reopened_reason text check (length(reopened_reason) between 1 and 2000),
        reopened_by uuid references person,
        reopened_at timestamptz,
        revision integer not null default 1,
        check ((reopened_on is null) = (reopened_reason is null)),
        check (reopened_on >= decided_on)
      )`)
    await db.query('create unique index gap_closure_once on gap_closure (gap_id) where reopened_on is null')
    await db.query('create index on gap_closure (gap_id)')
    await db.query(`select make_versioned('gap_closure')`)

    await db.query(`
      create table gap_closure_item (
        id uuid primary key,
        closure_id uuid not null references gap_closure,
        item_id uuid not null references item,
        unique (closure_id, item_id)
      )`)
    await db.query('create index on gap_closure_item (item_id)')
    await db.query(`select make_versioned('gap_closure_item')`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['gap_closure_item', 'gap_closure']) {
      await db.query(`drop function ${table}_at(timestamptz)`)
      await db.query(`drop table ${table}_history, ${table}`)
    }
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm'

const sourced = [
  'item',
  'item_name',
  'item_title',
  'item_stage',
  'item_plan',
  'relation',
  'gap',
  'gap_coverage',
  'gap_body',
  'body',
  'principle',
]

/** Who looked whether a fact is still so, where, and what became of it. What waits to be looked at is found by an index of each table. */
export class FactChecks1760000010003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table fact_check (
        id uuid primary key,
        kind text not null,
        fact_id uuid not null,
        fact_revision integer not null,
        outcome text not null check (outcome in ('STILL_SO', 'CHANGED')),
        source text not null check (length(source) between 1 and 2000),
        looked_on date not null,
        check_again_on date check (check_again_on > looked_on),
        note text check (length(note) between 1 and 1000),
        said_by uuid not null references person,
        said_at timestamptz not null,
        state text not null check (state in ('WAITING', 'TAKEN', 'DECLINED')),
        settled_by uuid references person,
        settled_at timestamptz,
        check ((state = 'WAITING') = (settled_at is null))
      )`)
    await db.query('create index on fact_check (kind, fact_id)')
    // One word a person and fact waits at a time.
    await db.query(`create unique index on fact_check (kind, fact_id, said_by) where state = 'WAITING'`)
    for (const table of sourced) {
      await db.query(
        `create index ${table}_to_check on ${table} (check_again_on, id) where confidence = 'MEMORY' or check_again_on is not null`,
      )
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table fact_check')
    for (const table of sourced) await db.query(`drop index ${table}_to_check`)
  }
}

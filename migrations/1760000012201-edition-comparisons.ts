import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Tables whose rows a comparison tells of, or tells by. */
const compared = ['item', 'relation', 'gap', 'gap_coverage', 'gap_closure', 'principle']

/**
 * What changed between two moments of the register, kept as long as somebody reads it. It can be made again from history at any time, so the
 * tables are not logged. Rows that changed after a moment are found by an index of each table.
 */
export class EditionComparisons1760000012201 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of compared) await db.query(`create index ${table}_recorded on ${table} (recorded_at)`)
    await db.query(`
      create unlogged table edition_comparison (
        id uuid primary key,
        key text not null unique,
        made_at timestamptz not null default clock_timestamp()
      )`)
    await db.query('create index on edition_comparison (made_at)')
    await db.query(`
      create unlogged table edition_change (
        comparison_id uuid not null references edition_comparison on delete cascade,
        key text not null,
        kind text not null,
        rank smallint not null,
        sort text not null collate "C",
        subject text not null,
        subject_id uuid not null,
        label text not null,
        href text not null,
        topics text[] not null,
        bodies text[] not null,
        args jsonb not null,
        primary key (comparison_id, key)
      )`)
    await db.query('create index on edition_change (comparison_id, rank, sort, key)')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table edition_change, edition_comparison')
    for (const table of compared) await db.query(`drop index ${table}_recorded`)
  }
}

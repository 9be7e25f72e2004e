import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Gaps that were merged into another or split into several; the old number leads to the new ones for good, and the step can be undone. */
export class GapReplacements1760000011040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table gap_replacement (
        id uuid primary key,
        kind text not null check (kind in ('MERGE', 'SPLIT')),
        happened_on date not null,
        reason text not null check (length(reason) between 1 and 2000),
        told_by uuid references person,
        told_at timestamptz not null,
        undone_at timestamptz,
        undone_by uuid references person,
        undone_reason text check (length(undone_reason) between 1 and 2000),
        revision integer not null default 1,
        check ((undone_at is null) = (undone_reason is null))
      )`)
    await db.query(`select make_versioned('gap_replacement')`)

    await db.query(`
      create table gap_replacement_link (
        id uuid primary key,
        replacement_id uuid not null references gap_replacement,
        from_id uuid not null references gap,
        to_id uuid not null references gap,
        unique (replacement_id, from_id, to_id),
        check (from_id <> to_id)
      )`)
    await db.query('create index on gap_replacement_link (from_id)')
    await db.query('create index on gap_replacement_link (to_id)')
    await db.query(`select make_versioned('gap_replacement_link')`)

    // What a step carried over is known by it, so that undoing takes exactly that back.
    for (const table of ['gap', 'gap_history']) await db.query(`alter table ${table} add column replacement_id uuid`)
    for (const table of ['gap_coverage', 'gap_body', 'gap_progress']) {
      for (const one of [table, `${table}_history`]) await db.query(`alter table ${one} add column carried_by uuid`)
      await db.query(`alter table ${table} add foreign key (carried_by) references gap_replacement`)
      await db.query(`select remake_as_of('${table}')`)
    }
    await db.query('alter table gap add foreign key (replacement_id) references gap_replacement')
    await db.query('create index on gap (replacement_id)')
    await db.query(`select remake_as_of('gap')`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [table, column] of [
      ['gap', 'replacement_id'],
      ['gap_coverage', 'carried_by'],
      ['gap_body', 'carried_by'],
      ['gap_progress', 'carried_by'],
    ]) {
      await db.query(`drop function ${table}_at(timestamptz)`)
      for (const one of [table, `${table}_history`]) await db.query(`alter table ${one} drop column ${column}`)
      await db.query(`select remake_as_of('${table}')`)
    }
    for (const table of ['gap_replacement_link', 'gap_replacement']) {
      await db.query(`drop function ${table}_at(timestamptz)`)
      await db.query(`drop table ${table}_history, ${table}`)
    }
  }
}

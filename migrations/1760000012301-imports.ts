import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Lists that are taken into the register: the file while it is read, its rows as their submitter wrote them, what each means, what was decided, and
 * what has to be put back when the whole is undone.
 */
export class Imports1760000012301 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table item_import (
        id uuid primary key,
        file_name text not null check (length(file_name) between 1 and 200),
        format text not null check (format in ('CSV', 'XLSX', 'JSON', 'RELATON')),
        size_bytes integer not null,
        sha256 bytea not null,
        source text not null check (length(source) between 1 and 2000),
        confidence text not null check (confidence in ('VERIFIED', 'MEMORY')),
        as_of date not null,
        state text not null,
        progress_done integer not null default 0,
        progress_total integer not null default 0,
        is_cancel_asked boolean not null default false,
        refusal jsonb,
        counts jsonb not null default '{}',
        uploaded_by uuid references person,
        uploaded_at timestamptz not null,
        applied_by uuid references person,
        applied_at timestamptz,
        undone_by uuid references person,
        undone_at timestamptz,
        revision integer not null default 1
      )`)
    await db.query('create index on item_import (uploaded_at desc, id desc)')

    // The bytes are kept until they are read; then the rows are all there is.
    await db.query(`
      create table item_import_file (
        import_id uuid primary key references item_import on delete cascade,
        bytes bytea not null
      )`)
    await db.query('alter table item_import_file alter column bytes set storage external')

    await db.query(`
      create table item_import_row (
        import_id uuid not null references item_import on delete cascade,
        number integer not null,
        raw jsonb not null,
        fact jsonb,
        outcome text not null check (outcome in ('NEW', 'CHANGED', 'SAME', 'DOUBTFUL', 'REFUSED')),
        reasons jsonb not null default '[]',
        lead_number integer,
        item_id uuid,
        candidates uuid[] not null default '{}',
        changes jsonb not null default '[]',
        plan jsonb,
        choice text check (choice in ('SKIP', 'SAME_ITEM', 'NEW_ITEM')),
        choice_item_id uuid,
        done jsonb,
        is_undone boolean not null default false,
        primary key (import_id, number)
      )`)
    await db.query('create index on item_import_row (import_id, outcome, number)')
    await db.query('create index on item_import_row (item_id)')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table item_import_row, item_import_file, item_import')
  }
}

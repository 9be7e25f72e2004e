import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Files that people upload: what they are, to what they belong, and their bytes. */
export class Files1760000009000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // What a file belongs to is named as events name it: the rooms above have their own tables.
    await db.query(`
      create table file (
        id uuid primary key,
        scope_type text not null check (scope_type ~ '^[a-z][a-zA-Z]*$'),
        scope_id uuid not null,
        name text not null check (length(name) between 1 and 200),
        media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
        size_bytes integer not null check (size_bytes > 0),
        sha256 bytea not null check (octet_length(sha256) = 32),
        width integer not null check (width > 0),
        height integer not null check (height > 0),
        uploaded_by uuid references person,
        uploaded_at timestamptz not null,
        withdrawn_by uuid references person,
        withdrawn_at timestamptz check (withdrawn_at >= uploaded_at),
        check (withdrawn_by is null or withdrawn_at is not null)
      )`)
    await db.query('create index on file (scope_type, scope_id, id)')
    await db.query('create unique index on file (scope_type, scope_id, sha256) where withdrawn_at is null')
    // Texts cite files for ever.
    await db.query(`create trigger never_vanishes before delete or truncate on file
      for each statement execute function forbid_change()`)

    // Pieces of 256 kB, so that neither writing nor reading holds a whole file in the memory of the database.
    await db.query(`
      create table file_piece (
        file_id uuid not null references file,
        position integer not null check (position >= 0),
        bytes bytea not null check (octet_length(bytes) between 1 and 262144),
        primary key (file_id, position)
      )`)
    // Pictures are compressed already.
    await db.query('alter table file_piece alter column bytes set storage external')
    await db.query(`create trigger append_only before update or delete or truncate on file_piece
      for each statement execute function forbid_change()`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table file_piece, file')
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Minutes as they stood when their meeting was closed, with their hashes. None of it ever changes. */
export class MinutesVersions1760000014710 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table minutes_version (
        id uuid primary key,
        meeting_id uuid not null references minutes,
        number integer not null check (number > 0),
        document_id uuid not null references document,
        title text not null check (length(title) between 1 and 500),
        text_version text not null,
        text_hash bytea not null check (length(text_hash) = 32),
        frozen_at timestamptz not null,
        frozen_by uuid references person,
        clause_count integer not null,
        word_count integer not null,
        hash bytea not null check (length(hash) = 32),
        size_bytes integer not null,
        body bytea not null,
        unique (meeting_id, number)
      )`)
    await db.query('create index on minutes_version (document_id)')
    await db.query(`
      create trigger append_only before update or delete or truncate on minutes_version
        for each statement execute function forbid_change()`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table minutes_version')
  }
}

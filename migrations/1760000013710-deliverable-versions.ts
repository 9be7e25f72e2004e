import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Texts of deliverables as they were frozen, with their hashes, and the decisions by which a group approved them. None of it ever changes. */
export class DeliverableVersions1760000013710 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table deliverable_version (
        id uuid primary key,
        deliverable_id uuid not null references deliverable,
        number integer not null check (number > 0),
        document_id uuid not null references document,
        title text not null check (length(title) between 1 and 500),
        text_version text not null,
        text_hash bytea not null check (length(text_hash) = 32),
        frozen_on date not null,
        frozen_at timestamptz not null,
        frozen_by uuid references person,
        meeting_id uuid references meeting,
        agenda_item_id uuid references agenda_item,
        note text check (length(note) between 1 and 2000),
        clause_count integer not null,
        word_count integer not null,
        findings jsonb not null,
        hash bytea not null check (length(hash) = 32),
        size_bytes integer not null,
        body bytea not null,
        unique (deliverable_id, number)
      )`)
    await db.query('create index on deliverable_version (document_id)')
    await db.query('create index on deliverable_version (meeting_id)')
    await db.query(`
      create table deliverable_approval (
        id uuid primary key,
        deliverable_id uuid not null references deliverable,
        version_id uuid not null unique references deliverable_version,
        decision_id uuid not null references decision,
        hash bytea not null check (length(hash) = 32),
        text_had_changed boolean not null,
        approved_on date not null,
        recorded_by uuid references person,
        recorded_at timestamptz not null
      )`)
    await db.query('create index on deliverable_approval (deliverable_id)')
    await db.query('create index on deliverable_approval (decision_id)')
    for (const table of ['deliverable_version', 'deliverable_approval']) {
      await db.query(`
        create trigger append_only before update or delete or truncate on ${table}
          for each statement execute function forbid_change()`)
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table deliverable_approval, deliverable_version')
  }
}

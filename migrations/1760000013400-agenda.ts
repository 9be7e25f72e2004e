import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The agenda of a meeting: a tree of rows, numbered by their order; each about one object at most. What points to a row keeps it: it is marked
 * as removed then, with the number it had. Besides: the hours of the meeting, and published versions, which never change.
 */
export class Agenda1760000013400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table agenda_item (
        id uuid primary key,
        meeting_id uuid not null references meeting,
        parent_id uuid,
        position integer not null,
        title text not null check (length(title) between 1 and 300),
        note text check (length(note) between 1 and 4000),
        minutes integer check (minutes between 1 and 1440),
        presenter_id uuid references person,
        presenter text check (length(presenter) between 1 and 200),
        progress text not null default 'NOT_BEGUN' check (progress in ('NOT_BEGUN', 'OPEN', 'DONE')),
        outcome text check (
          outcome in ('NOTED', 'AGREED', 'APPROVED', 'NOT_AGREED', 'DEFERRED', 'CARRIED_TO_NEXT', 'WITHDRAWN')),
        spent_seconds integer not null default 0 check (spent_seconds >= 0),
        document_id uuid references document,
        gap_id uuid references gap,
        overlap_case_id uuid references overlap_case,
        statement_id uuid references statement,
        deliverable_id uuid references deliverable,
        carried_from_id uuid references agenda_item,
        removed_number text,
        removed_at timestamptz,
        visibility text not null check (visibility in ('PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT')),
        revision integer not null default 1,
        unique (meeting_id, id),
        unique (meeting_id, carried_from_id),
        foreign key (meeting_id, parent_id) references agenda_item (meeting_id, id),
        check (parent_id <> id),
        check (presenter_id is null or presenter is null),
        check ((removed_at is null) = (removed_number is null)),
        constraint agenda_item_one_subject
          check (num_nonnulls(document_id, gap_id, overlap_case_id, statement_id, deliverable_id) <= 1)
      )`)
    await db.query('create index on agenda_item (meeting_id, parent_id, position)')
    await db.query('create index on agenda_item (carried_from_id)')
    for (const subject of ['document', 'gap', 'overlap_case', 'statement', 'deliverable']) {
      await db.query(`create index on agenda_item (${subject}_id) where ${subject}_id is not null`)
    }
    await db.query(`
      create table agenda_plan (
        id uuid primary key references meeting,
        sittings jsonb not null default '[]',
        revision integer not null default 1
      )`)
    await db.query(`
      create table agenda_version (
        id uuid primary key,
        meeting_id uuid not null references meeting,
        number integer not null check (number > 0),
        published_at timestamptz not null,
        note text check (length(note) between 1 and 1000),
        content jsonb not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        unique (meeting_id, number)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table agenda_version, agenda_plan, agenda_item')
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Numbered inputs of a group, most of them to a meeting. A number is given once and stays in the list for good. */
export class Contributions1760000013500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table contribution (
        id uuid primary key,
        group_id uuid not null references standards_group,
        meeting_id uuid references meeting,
        held_from_id uuid references meeting,
        subgroup_id uuid references subgroup,
        series text check (length(series) between 1 and 120),
        sequence integer not null check (sequence > 0),
        number text not null check (length(number) between 1 and 80),
        title text not null check (length(title) between 1 and 500),
        purposes text[] not null default '{}' check (purposes <@ array['DISCUSSION', 'INFORMATION', 'PROPOSAL']),
        abstract text check (length(abstract) between 1 and 5000),
        keywords text[] not null default '{}',
        asked text check (length(asked) between 1 and 2000),
        concerns_document_id uuid references document,
        concerns_clause_id text check (length(concerns_clause_id) between 1 and 64),
        state text not null check (state in ('RESERVED', 'SUBMITTED', 'WITHDRAWN', 'LAPSED')),
        standing text check (standing in ('ON_TIME', 'LATE_PENDING', 'ADMITTED_LATE', 'HELD_FOR_NEXT')),
        standing_reason jsonb,
        document_id uuid references document,
        reserved_by uuid references person,
        reserved_at timestamptz not null default now(),
        submitted_at timestamptz,
        settled_by uuid references person,
        settled_at timestamptz,
        settled_why text check (length(settled_why) between 1 and 1000),
        ended_by uuid references person,
        ended_at timestamptz,
        ended_why text check (length(ended_why) between 1 and 1000),
        patents_known boolean,
        patents_note text check (length(patents_note) between 1 and 2000),
        consent_version text check (length(consent_version) between 1 and 20),
        visibility text not null check (visibility in ('PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT')),
        revision integer not null default 1,
        unique (group_id, number),
        unique (group_id, series, sequence),
        check (concerns_clause_id is null or concerns_document_id is not null)
      )`)
    await db.query('create index on contribution (meeting_id, sequence)')
    await db.query(`create index on contribution (meeting_id) where state = 'RESERVED'`)
    await db.query(`select make_versioned('contribution')`)

    // Sources in order: organisations or groups, as printed; which of those recorded is meant, where it is.
    await db.query(`
      create table contribution_source (
        id uuid primary key,
        contribution_id uuid not null references contribution,
        position integer not null check (position >= 0),
        label text not null check (length(label) between 1 and 300),
        organisation_id uuid references organisation,
        body_id uuid references body,
        unique (contribution_id, position),
        check (organisation_id is null or body_id is null)
      )`)
    await db.query('create index on contribution_source (organisation_id)')

    // People outside of history and events, so that they can be forgotten.
    await db.query(`
      create table contribution_contact (
        id uuid primary key,
        contribution_id uuid not null references contribution,
        position integer not null check (position >= 0),
        person_id uuid references person,
        name text check (length(name) between 1 and 200),
        organisation text check (length(organisation) between 1 and 300),
        email text check (length(email) between 3 and 320),
        unique (contribution_id, position),
        check ((person_id is null) <> (name is null))
      )`)
    await db.query(`
      create table contribution_cosigner (
        id uuid primary key,
        contribution_id uuid not null references contribution,
        person_id uuid not null references person,
        label text not null check (length(label) between 1 and 300),
        organisation_id uuid references organisation,
        state text not null check (state in ('INVITED', 'ACCEPTED', 'DECLINED')),
        invited_by uuid references person,
        invited_at timestamptz not null,
        answered_at timestamptz,
        unique (contribution_id, person_id)
      )`)

    // What was handed in, word for word, each time: later changes of the draft change nothing here.
    await db.query(`
      create table contribution_revision (
        id uuid primary key,
        contribution_id uuid not null references contribution,
        number integer not null check (number >= 0),
        title text not null,
        submitted_at timestamptz not null,
        submitted_by uuid references person,
        is_after_deadline boolean not null,
        note text check (length(note) between 1 and 1000),
        consent_version text not null,
        document_id uuid references document,
        text_version text,
        text jsonb,
        file_id uuid references file,
        sha256 bytea not null check (octet_length(sha256) = 32),
        unique (contribution_id, number),
        check ((text is null) <> (file_id is null)),
        check ((text is null) = (text_version is null))
      )`)
    await db.query('create index on contribution_revision (file_id)')
    await db.query(`create trigger append_only before update or delete or truncate on contribution_revision
      for each statement execute function forbid_change()`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table contribution_revision, contribution_cosigner, contribution_contact, contribution_source')
    await db.query('drop function contribution_at(timestamptz)')
    await db.query('drop table contribution_history, contribution')
  }
}

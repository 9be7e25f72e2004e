import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Reports of meetings and on progress: what each was composed of, in which shared text it is written, and its versions, frozen for good. */
export class Reports1760000014500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table report (
        id uuid primary key,
        group_id uuid not null references standards_group,
        kind text not null check (kind in ('MEETING', 'PROGRESS')),
        meeting_id uuid unique references meeting,
        number integer check (number > 0),
        from_on date,
        until_on date check (until_on >= from_on),
        title text not null check (length(title) between 1 and 500),
        document_id uuid not null unique references document,
        visibility text not null check (visibility in ('PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT')),
        made_at timestamptz not null,
        made_by uuid references person,
        revision integer not null default 1,
        unique (group_id, number),
        check ((kind = 'MEETING') = (meeting_id is not null)),
        check ((kind = 'PROGRESS') = (number is not null)),
        check ((kind = 'PROGRESS') = (from_on is not null)),
        check ((kind = 'PROGRESS') = (until_on is not null))
      )`)
    // What the records said when a clause was written last, and how the clause read then.
    await db.query(`
      create table report_section (
        report_id uuid not null references report,
        key text not null,
        clause_id text not null,
        heading text not null,
        said jsonb not null,
        clause_hash text not null,
        primary key (report_id, key)
      )`)
    // Whom the signs in the text stand for. No text holds a name.
    await db.query(`
      create table report_person (
        report_id uuid not null references report,
        number integer not null check (number > 0),
        person_id uuid not null references person,
        primary key (report_id, number),
        unique (report_id, person_id)
      )`)
    await db.query('create index on report_person (person_id)')
    await db.query(`
      create table report_version (
        id uuid primary key,
        report_id uuid not null references report,
        number integer not null check (number > 0),
        document_id uuid not null references document,
        title text not null check (length(title) between 1 and 500),
        text_version text not null,
        text_hash bytea not null check (length(text_hash) = 32),
        approval text check (approval in ('AT_MEETING', 'BY_CHAIR')),
        reason text check (length(reason) between 1 and 1000),
        frozen_on date not null,
        frozen_at timestamptz not null,
        frozen_by uuid references person,
        clause_count integer not null,
        word_count integer not null,
        hash bytea not null check (length(hash) = 32),
        size_bytes integer not null,
        body bytea not null,
        unique (report_id, number),
        check ((number = 1) = (reason is null))
      )`)
    await db.query('create index on report_version (document_id)')
    for (const table of ['report_person', 'report_version']) {
      await db.query(`
        create trigger append_only before update or delete or truncate on ${table}
          for each statement execute function forbid_change()`)
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table report_version, report_person, report_section, report')
  }
}

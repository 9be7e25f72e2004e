import type { MigrationInterface, QueryRunner } from 'typeorm'

const visibility = `visibility text not null check (visibility in ('PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT'))`

const provenance = `
  source text,
  confidence text not null check (confidence in ('VERIFIED', 'MEMORY')),
  as_of date,
  checked_by uuid references person,
  check_again_on date,
  revision integer not null default 1`

/** Groups at work, who holds which office and when, their terms of reference, meetings with published dates, deliverables. */
export class Process1760000005000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table standards_group (
        id uuid primary key,
        slug text not null unique,
        body_id uuid not null unique references body,
        parent_body_id uuid not null references body,
        name text not null check (length(name) between 1 and 300),
        acronym text,
        kind text not null check (kind in ('FOCUS_GROUP', 'STUDY_GROUP', 'WORKING_GROUP')),
        state text not null check (state in ('PROPOSED', 'ESTABLISHED_PROVISIONAL', 'ESTABLISHED', 'EXTENDED', 'CONCLUDED')),
        ruleset text not null,
        deadline_zone text not null,
        cut_off time not null default '24:00',
        contribution_offset_days integer check (contribution_offset_days between 0 and 365),
        decision_presence text not null default 'ANY' check (decision_presence in ('ANY', 'ONSITE_ONLY')),
        working_language text not null default 'en',
        terms_approved_on date,
        announced_on date,
        lifetime_months integer check (lifetime_months between 1 and 600),
        concluded_on date,
        aim text,
        url text,
        is_example boolean not null default false,
        ${visibility},
        ${provenance}
      )`)
    await db.query('create index on standards_group (parent_body_id)')
    await db.query(`select make_versioned('standards_group')`)

    await db.query(`
      create table subgroup (
        id uuid primary key,
        group_id uuid not null references standards_group,
        body_id uuid references body,
        number integer not null check (number > 0),
        title text not null,
        ${provenance},
        unique (group_id, number)
      )`)
    await db.query(`select make_versioned('subgroup')`)

    await db.query(`
      create table terms_of_reference (
        id uuid primary key,
        group_id uuid not null references standards_group,
        version integer not null check (version > 0),
        approved_on date,
        sections jsonb not null,
        ${provenance},
        unique (group_id, version)
      )`)
    await db.query(`select make_versioned('terms_of_reference')`)

    await db.query(`
      create table group_role (
        id uuid primary key,
        group_id uuid not null references standards_group,
        subgroup_id uuid references subgroup,
        person_id uuid not null references person,
        role text not null check (role in
          ('CHAIR', 'VICE_CHAIR', 'SECRETARIAT', 'EDITOR', 'CONTRIBUTOR', 'LIAISON_OFFICER', 'PARTICIPANT')),
        is_acting boolean not null default false,
        affiliation_id uuid references affiliation on delete set null,
        from_on date,
        to_on date check (to_on >= from_on),
        revision integer not null default 1,
        exclude using gist (group_id with =, person_id with =, role with =,
          coalesce(subgroup_id, '00000000-0000-0000-0000-000000000000'::uuid) with =, daterange(from_on, to_on, '[)') with &&)
      )`)
    await db.query('create index on group_role (person_id)')

    await db.query(`
      create table lifetime_extension (
        id uuid primary key,
        group_id uuid not null references standards_group,
        decided_by_body_id uuid not null references body,
        decided_on date not null,
        new_end_on date not null,
        ${provenance}
      )`)
    await db.query('create index on lifetime_extension (group_id)')
    await db.query(`select make_versioned('lifetime_extension')`)

    await db.query(`
      create table meeting (
        id uuid primary key,
        group_id uuid not null references standards_group,
        number integer not null check (number > 0),
        title text not null check (length(title) between 1 and 300),
        state text not null check (state in ('PLANNED', 'ANNOUNCED', 'CANCELLED')),
        mode text not null check (mode in ('ONSITE', 'REMOTE', 'HYBRID')),
        is_preparatory boolean not null default false,
        starts_on date not null,
        ends_on date not null check (ends_on >= starts_on),
        opens_at time,
        registration_opens_at time,
        zone text not null,
        place text,
        country text,
        host text,
        remote_details text,
        working_language text not null default 'en',
        objectives text[] not null default '{}',
        announced_on date,
        announcement text,
        collocated_with text,
        moved_reason text check (length(moved_reason) <= 1000),
        cancelled_reason text,
        ${visibility},
        ${provenance},
        unique (group_id, number)
      )`)
    await db.query('create index on meeting (starts_on)')
    await db.query(`select make_versioned('meeting')`)

    // A date that was published or set by hand. The computed one is never stored.
    await db.query(`
      create table published_date (
        id uuid primary key,
        meeting_id uuid not null references meeting,
        obligation text not null,
        published_on date not null,
        reason text check (length(reason) <= 1000),
        label text,
        ${provenance},
        unique (meeting_id, obligation)
      )`)
    await db.query(`select make_versioned('published_date')`)

    await db.query(`
      create table deliverable (
        id uuid primary key,
        group_id uuid not null references standards_group,
        subgroup_id uuid references subgroup,
        code text check (length(code) between 1 and 60),
        title text not null check (length(title) between 1 and 500),
        type text not null,
        state text not null check (state in ('PROPOSED', 'IN_DRAFTING', 'WG_STABLE', 'FG_REVIEW', 'FG_APPROVED',
          'SUBMITTED_TO_PARENT', 'TAKEN_UP', 'NOTED', 'RETURNED', 'ON_HOLD', 'MERGED', 'DROPPED')),
        disposition text not null default 'UNKNOWN',
        note text,
        ${provenance},
        unique (group_id, code)
      )`)
    await db.query('create index on deliverable (group_id)')
    await db.query(`select make_versioned('deliverable')`)
    await db.query(`
      create table deliverable_lineage (
        id uuid primary key,
        deliverable_id uuid not null references deliverable,
        item_id uuid references item,
        relation text not null check (relation in ('BECAME', 'INPUT_TO')),
        noted_on date,
        title_then text,
        note text,
        ${provenance}
      )`)
    await db.query('create index on deliverable_lineage (deliverable_id)')
    await db.query('create index on deliverable_lineage (item_id)')
    await db.query(`select make_versioned('deliverable_lineage')`)

    await db.query(`
      create table deliverable_gap (
        id uuid primary key,
        deliverable_id uuid not null references deliverable,
        gap_id uuid not null references gap,
        unique (deliverable_id, gap_id)
      )`)
    await db.query('create index on deliverable_gap (gap_id)')
    await db.query(`select make_versioned('deliverable_gap')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table group_role cascade')
    const tables = [
      'deliverable_gap',
      'deliverable_lineage',
      'deliverable',
      'published_date',
      'meeting',
      'lifetime_extension',
      'terms_of_reference',
      'subgroup',
      'standards_group',
    ]
    for (const table of tables) {
      await db.query(`drop function ${table}_at(timestamptz)`)
      await db.query(`drop table ${table}_history, ${table}`)
    }
  }
}

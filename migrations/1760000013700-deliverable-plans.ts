import type { MigrationInterface, QueryRunner } from 'typeorm'

const productOf = `'RECOMMENDATION', 'SUPPLEMENT', 'TECHNICAL_REPORT', 'INPUT_TO_WORK_ITEM', 'NONE', 'UNKNOWN'`

/**
 * What is planned of a deliverable: scope, base text and where it is meant to go; who edits it, and since when; its milestones and every change of
 * their days; what is still open in it; the way that it has come.
 */
export class DeliverablePlans1760000013700 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table deliverable
        add column scope text check (length(scope) between 1 and 5000),
        add column base_text text check (length(base_text) between 1 and 500),
        add column target_question text check (length(target_question) between 1 and 60),
        add column intended_product text not null default 'UNKNOWN' check (intended_product in (${productOf})),
        add column merged_into_id uuid references deliverable,
        add check (merged_into_id is null or (state = 'MERGED' and merged_into_id <> id))`)
    await db.query(`
      alter table deliverable_history
        add column scope text,
        add column base_text text,
        add column target_question text,
        add column intended_product text not null default 'UNKNOWN',
        add column merged_into_id uuid`)
    await db.query(`select remake_as_of('deliverable')`)

    await db.query(`
      create table deliverable_editor (
        id uuid primary key,
        deliverable_id uuid not null references deliverable,
        person_id uuid not null references person,
        affiliation_id uuid references affiliation on delete set null,
        from_on date,
        to_on date,
        revision integer not null default 1,
        check (to_on >= from_on),
        exclude using gist (deliverable_id with =, person_id with =,
          daterange(from_on, to_on, '[)') with &&)
      )`)
    await db.query('create index on deliverable_editor (person_id)')
    await db.query(`select make_versioned('deliverable_editor')`)

    await db.query(`
      create table deliverable_milestone (
        id uuid primary key,
        deliverable_id uuid not null references deliverable,
        kind text not null check (kind in ('FIRST_DRAFT', 'WG_STABLE', 'REVIEW', 'APPROVAL', 'TO_PARENT', 'OTHER')),
        label text check (length(label) between 1 and 200),
        planned_on date not null,
        done_on date,
        revision integer not null default 1,
        check (kind <> 'OTHER' or label is not null)
      )`)
    await db.query('create index on deliverable_milestone (deliverable_id)')
    await db.query(`select make_versioned('deliverable_milestone')`)
    await db.query(`
      create table deliverable_slip (
        id uuid primary key,
        milestone_id uuid not null references deliverable_milestone,
        from_on date not null,
        to_on date not null,
        reason text not null check (length(reason) between 1 and 1000),
        said_by uuid references person,
        said_at timestamptz not null,
        check (from_on <> to_on)
      )`)
    await db.query('create index on deliverable_slip (milestone_id)')

    await db.query(`
      create table deliverable_issue (
        id uuid primary key,
        deliverable_id uuid not null references deliverable,
        number integer not null check (number > 0),
        text text not null check (length(text) between 1 and 2000),
        raised_on date not null,
        settled_on date,
        settled_how text check (length(settled_how) between 1 and 2000),
        revision integer not null default 1,
        unique (deliverable_id, number),
        check ((settled_on is null) = (settled_how is null))
      )`)
    await db.query(`select make_versioned('deliverable_issue')`)

    await db.query(`
      create table deliverable_step (
        id uuid primary key,
        deliverable_id uuid not null references deliverable,
        from_state text not null,
        to_state text not null,
        taken_on date not null,
        reason text check (length(reason) between 1 and 2000),
        taken_by uuid references person,
        taken_at timestamptz not null
      )`)
    await db.query('create index on deliverable_step (deliverable_id)')
    for (const table of ['deliverable_slip', 'deliverable_step']) {
      await db.query(`
        create trigger append_only before update or delete or truncate on ${table}
          for each statement execute function forbid_change()`)
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table deliverable_step, deliverable_slip')
    for (const table of ['deliverable_issue', 'deliverable_milestone', 'deliverable_editor']) {
      await db.query(`drop function ${table}_at(timestamptz)`)
      await db.query(`drop table ${table}, ${table}_history`)
    }
    await db.query('drop function deliverable_at(timestamptz)')
    for (const table of ['deliverable', 'deliverable_history']) {
      await db.query(`
        alter table ${table} drop column scope, drop column base_text, drop column target_question,
          drop column intended_product, drop column merged_into_id`)
    }
    await db.query(`select remake_as_of('deliverable')`)
  }
}

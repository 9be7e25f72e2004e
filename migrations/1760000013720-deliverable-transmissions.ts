import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What was sent to the parent group, and when; the package that was sent stays as it was, byte by byte. */
export class DeliverableTransmissions1760000013720 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table deliverable_transmission (
        id uuid primary key,
        deliverable_id uuid not null references deliverable,
        number integer not null check (number > 0),
        kind text not null check (kind in ('DRAFT', 'FINAL')),
        version_id uuid not null references deliverable_version,
        sent_on date not null,
        parent_meeting_id uuid references meeting,
        parent_meeting_on date,
        parent_meeting_name text check (length(parent_meeting_name) between 1 and 300),
        latest_on date,
        days_late integer not null default 0,
        rule_id text,
        remedy text check (remedy in ('CARRY_TO_NEXT', 'RECORD_WAIVER')),
        waiver_reason text check (length(waiver_reason) between 1 and 2000),
        carried_to_on date,
        note text check (length(note) between 1 and 5000),
        open_issues jsonb not null,
        sent_by uuid references person,
        package_hash bytea not null check (length(package_hash) = 32),
        package_bytes integer not null,
        received_on date,
        receipt text check (length(receipt) between 1 and 500),
        answer text check (answer in ('TAKEN_UP', 'NOTED', 'RETURNED')),
        disposition text,
        answered_on date,
        answer_note text check (length(answer_note) between 1 and 2000),
        revision integer not null default 1,
        unique (deliverable_id, number),
        check ((remedy = 'RECORD_WAIVER') = (waiver_reason is not null) or remedy is null and waiver_reason is null),
        check (remedy is null or kind = 'FINAL'),
        check ((answer is null) = (answered_on is null))
      )`)
    await db.query('create index on deliverable_transmission (version_id)')
    await db.query('create index on deliverable_transmission (parent_meeting_id)')
    await db.query(`select make_versioned('deliverable_transmission')`)
    await db.query(`
      create table deliverable_package (
        transmission_id uuid primary key references deliverable_transmission,
        body bytea not null
      )`)
    await db.query(`
      create trigger append_only before update or delete or truncate on deliverable_package
        for each statement execute function forbid_change()`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table deliverable_package')
    await db.query('drop function deliverable_transmission_at(timestamptz)')
    await db.query('drop table deliverable_transmission, deliverable_transmission_history')
  }
}

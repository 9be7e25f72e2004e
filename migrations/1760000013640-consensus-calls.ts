import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Questions put to a group between two meetings, and what its members answered: words, never figures. */
export class ConsensusCalls1760000013640 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table consensus_call (
        id uuid primary key,
        group_id uuid not null references standards_group,
        number integer not null check (number > 0),
        question text not null check (length(question) between 1 and 5000),
        contribution_id uuid references contribution,
        document_id uuid references document,
        deliverable_id uuid references deliverable,
        gap_id uuid references gap,
        overlap_case_id uuid references overlap_case,
        item_id uuid references item,
        opens_at timestamptz not null,
        closes_on date not null,
        closes_at timestamptz not null check (closes_at > opens_at),
        zone text not null,
        state text not null check (state in ('OPEN', 'CLOSED', 'RATIFIED', 'WITHDRAWN')),
        outcome text check (length(outcome) between 1 and 5000),
        decision_id uuid unique,
        opened_by uuid references person,
        visibility text not null check (visibility in ('PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT')),
        revision integer not null default 1,
        unique (group_id, number),
        foreign key (group_id, decision_id) references decision (group_id, id),
        check (num_nonnulls(contribution_id, document_id, deliverable_id, gap_id, overlap_case_id, item_id) <= 1),
        check ((state = 'RATIFIED') = (decision_id is not null)),
        check (state not in ('RATIFIED', 'WITHDRAWN') or outcome is not null)
      )`)
    await db.query(`create index on consensus_call (closes_at) where state = 'OPEN'`)
    await db.query(`select make_versioned('consensus_call')`)

    await db.query(`
      create table consensus_answer (
        id uuid primary key,
        call_id uuid not null references consensus_call,
        holder_id uuid not null references person,
        affiliation_id uuid references affiliation on delete set null,
        words text check (length(words) between 1 and 5000),
        reservation_id uuid unique references reservation,
        answered_at timestamptz not null,
        revision integer not null default 1,
        unique (call_id, holder_id)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table consensus_answer')
    await db.query('drop function consensus_call_at(timestamptz)')
    await db.query('drop table consensus_call_history, consensus_call')
  }
}

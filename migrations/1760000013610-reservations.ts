import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What somebody holds against a matter, with their words and the answer. An objection stands in the way of consensus while it is upheld; a
 * reservation is kept with the decision. Where a person belonged goes with them when they are erased; their words stay.
 */
export class Reservations1760000013610 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table reservation (
        id uuid primary key,
        group_id uuid not null references standards_group,
        kind text not null check (kind in ('RESERVATION', 'OBJECTION')),
        state text not null check (state in ('OPEN', 'ANSWERED', 'SUSTAINED', 'WITHDRAWN')),
        meeting_id uuid references meeting,
        agenda_item_id uuid,
        decision_id uuid,
        contribution_id uuid references contribution,
        document_id uuid references document,
        deliverable_id uuid references deliverable,
        gap_id uuid references gap,
        overlap_case_id uuid references overlap_case,
        item_id uuid references item,
        holder_id uuid references person,
        affiliation_id uuid references affiliation on delete set null,
        organisation text check (length(organisation) between 1 and 300),
        text text not null check (length(text) between 1 and 5000),
        answer text check (length(answer) between 1 and 5000),
        answered_by uuid references person,
        answered_at timestamptz,
        entered_by uuid references person,
        entered_at timestamptz not null,
        visibility text not null check (visibility in ('PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT')),
        revision integer not null default 1,
        foreign key (group_id, decision_id) references decision (group_id, id),
        foreign key (meeting_id, agenda_item_id) references agenda_item (meeting_id, id),
        check (agenda_item_id is null or meeting_id is not null),
        check (num_nonnulls(contribution_id, document_id, deliverable_id, gap_id, overlap_case_id, item_id) <= 1),
        check (num_nonnulls(holder_id, organisation) >= 1),
        check ((answer is null) = (answered_at is null)),
        check (state not in ('ANSWERED', 'SUSTAINED') or answer is not null)
      )`)
    await db.query('create index on reservation (group_id)')
    for (const column of ['meeting_id', 'decision_id', 'holder_id']) {
      await db.query(`create index on reservation (${column}) where ${column} is not null`)
    }
    await db.query(`select make_versioned('reservation')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function reservation_at(timestamptz)')
    await db.query('drop table reservation_history, reservation')
  }
}

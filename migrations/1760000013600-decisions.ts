import type { MigrationInterface, QueryRunner } from 'typeorm'

const visibility = `visibility text not null check (visibility in ('PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT'))`

/** What a group decided, at a meeting or between two. Its number is given once; only another decision undoes it. */
export class Decisions1760000013600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table decision (
        id uuid primary key,
        group_id uuid not null references standards_group,
        meeting_id uuid references meeting,
        agenda_item_id uuid,
        number integer not null check (number > 0),
        kind text not null check (kind in
          ('AGREED', 'APPROVED', 'ENDORSED', 'APPOINTED', 'NOTED', 'NOT_AGREED', 'DEFERRED')),
        text text not null check (length(text) between 1 and 5000),
        contribution_id uuid references contribution,
        document_id uuid references document,
        document_hash text check (document_hash ~ '^[0-9a-f]{64}$'),
        deliverable_id uuid references deliverable,
        gap_id uuid references gap,
        overlap_case_id uuid references overlap_case,
        item_id uuid references item,
        reverses_id uuid unique,
        presence text not null check (presence in ('ANY', 'ONSITE_ONLY')),
        decided_on date not null,
        challenge_by date check (challenge_by >= decided_on),
        entered_by uuid references person,
        ${visibility},
        revision integer not null default 1,
        unique (group_id, number),
        unique (group_id, id),
        foreign key (group_id, reverses_id) references decision (group_id, id),
        foreign key (meeting_id, agenda_item_id) references agenda_item (meeting_id, id),
        check (agenda_item_id is null or meeting_id is not null),
        check (num_nonnulls(contribution_id, document_id, deliverable_id, gap_id, overlap_case_id, item_id) <= 1),
        check (document_hash is null or document_id is not null or deliverable_id is not null),
        check (reverses_id <> id)
      )`)
    const pointers = ['contribution_id', 'document_id', 'deliverable_id', 'gap_id', 'overlap_case_id', 'item_id']
    for (const column of ['meeting_id', 'agenda_item_id', ...pointers]) {
      await db.query(`create index on decision (${column}) where ${column} is not null`)
    }
    await db.query(`select make_versioned('decision')`)

    // How a decision read before a slip of the pen was mended.
    await db.query(`
      create table decision_correction (
        id uuid primary key,
        decision_id uuid not null references decision,
        text_before text not null,
        reason text not null check (length(reason) between 1 and 1000),
        corrected_by uuid references person,
        corrected_at timestamptz not null
      )`)
    await db.query('create index on decision_correction (decision_id)')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table decision_correction')
    await db.query('drop function decision_at(timestamptz)')
    await db.query('drop table decision_history, decision')
  }
}

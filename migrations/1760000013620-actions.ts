import type { MigrationInterface, QueryRunner } from 'typeorm'

const states = `('NEEDS_ACTION', 'IN_PROCESS', 'COMPLETED', 'CANCELLED')`

/** Who does what by when, and what became of it. */
export class Actions1760000013620 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table action_item (
        id uuid primary key,
        group_id uuid not null references standards_group,
        number integer not null check (number > 0),
        text text not null check (length(text) between 1 and 2000),
        state text not null check (state in ${states}),
        owner_id uuid references person,
        owner_words text check (length(owner_words) between 1 and 300),
        due_meeting_id uuid references meeting,
        due_on date,
        decision_id uuid,
        meeting_id uuid references meeting,
        agenda_item_id uuid,
        entered_by uuid references person,
        entered_at timestamptz not null,
        visibility text not null check (visibility in ('PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT')),
        revision integer not null default 1,
        unique (group_id, number),
        foreign key (group_id, decision_id) references decision (group_id, id),
        foreign key (meeting_id, agenda_item_id) references agenda_item (meeting_id, id),
        check (agenda_item_id is null or meeting_id is not null),
        check (num_nonnulls(owner_id, owner_words) >= 1),
        check (num_nonnulls(due_meeting_id, due_on) <= 1)
      )`)
    for (const column of ['owner_id', 'due_meeting_id', 'decision_id', 'meeting_id']) {
      await db.query(`create index on action_item (${column}) where ${column} is not null`)
    }
    await db.query(`select make_versioned('action_item')`)

    await db.query(`
      create table action_step (
        id uuid primary key,
        action_id uuid not null references action_item,
        from_state text check (from_state in ${states}),
        to_state text not null check (to_state in ${states}),
        note text check (length(note) between 1 and 2000),
        told_by uuid references person,
        told_at timestamptz not null
      )`)
    await db.query('create index on action_step (action_id)')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table action_step')
    await db.query('drop function action_item_at(timestamptz)')
    await db.query('drop table action_item_history, action_item')
  }
}

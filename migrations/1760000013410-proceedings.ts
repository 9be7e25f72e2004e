import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The live room of a meeting: at which row it is, who asks to speak, who is there, and rows that are approved together. */
export class Proceedings1760000013410 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table meeting_room (
        id uuid primary key references meeting,
        item_id uuid references agenda_item,
        since timestamptz not null,
        is_rehearsal boolean not null default false,
        is_list_open boolean not null default true,
        revision integer not null default 1
      )`)
    await db.query(`
      create table speech (
        id uuid primary key,
        meeting_id uuid not null references meeting,
        item_id uuid references agenda_item,
        person_id uuid not null references person,
        is_remote boolean not null,
        state text not null check (state in ('WAITING', 'SPEAKING', 'DONE', 'WITHDRAWN')),
        position integer not null,
        asked_at timestamptz not null,
        began_at timestamptz,
        ended_at timestamptz,
        is_rehearsal boolean not null,
        check (state <> 'SPEAKING' or began_at is not null),
        check (state <> 'DONE' or (began_at is not null and ended_at is not null))
      )`)
    await db.query(`create unique index on speech (meeting_id) where state = 'SPEAKING'`)
    await db.query(`create unique index on speech (meeting_id, person_id) where state = 'WAITING'`)
    await db.query('create index on speech (meeting_id, position)')
    await db.query(`
      create table room_presence (
        meeting_id uuid not null references meeting,
        person_id uuid not null references person,
        is_remote boolean not null,
        arrived_at timestamptz not null,
        seen_at timestamptz not null,
        primary key (meeting_id, person_id)
      )`)
    await db.query(`
      create table room_block (
        id uuid primary key,
        meeting_id uuid not null references meeting,
        outcome text not null check (outcome in ('NOTED', 'AGREED', 'APPROVED')),
        state text not null check (state in ('PROPOSED', 'APPROVED', 'WITHDRAWN')),
        proposed_at timestamptz not null,
        settled_at timestamptz,
        revision integer not null default 1,
        check ((state = 'PROPOSED') = (settled_at is null))
      )`)
    await db.query(`create unique index on room_block (meeting_id) where state = 'PROPOSED'`)
    await db.query(`
      create table room_block_row (
        block_id uuid not null references room_block,
        item_id uuid not null references agenda_item,
        pulled_by uuid references person,
        pulled_at timestamptz,
        reason text check (length(reason) between 1 and 500),
        primary key (block_id, item_id),
        check ((pulled_by is null) = (pulled_at is null)),
        check (reason is null or pulled_by is not null)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table room_block_row, room_block, room_presence, speech, meeting_room')
  }
}

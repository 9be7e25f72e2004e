import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The agenda of a meeting: a tree of rows, numbered by their order. */
export class Agenda1760000013400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table agenda_item (
        id uuid primary key,
        meeting_id uuid not null references meeting,
        parent_id uuid,
        position integer not null,
        title text not null check (length(title) between 1 and 300),
        visibility text not null check (visibility in ('PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT')),
        revision integer not null default 1,
        unique (meeting_id, id),
        foreign key (meeting_id, parent_id) references agenda_item (meeting_id, id),
        check (parent_id <> id)
      )`)
    await db.query('create index on agenda_item (meeting_id, parent_id, position)')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table agenda_item')
  }
}

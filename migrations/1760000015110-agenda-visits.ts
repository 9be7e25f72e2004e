import type { MigrationInterface, QueryRunner } from 'typeorm'

/** When the room of a meeting was at which row of its agenda: each visit by itself, so that who was there at a row follows from who was there then. */
export class AgendaVisits1760000015110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table agenda_visit (
        id uuid primary key,
        meeting_id uuid not null references meeting,
        item_id uuid not null references agenda_item,
        from_at timestamptz not null,
        to_at timestamptz,
        check (to_at > from_at)
      )`)
    // A room is at one row at a time.
    await db.query('create unique index on agenda_visit (meeting_id) where to_at is null')
    await db.query('create index on agenda_visit (item_id, from_at)')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table agenda_visit')
  }
}

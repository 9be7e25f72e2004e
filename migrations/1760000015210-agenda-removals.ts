import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Rows that were taken out of an agenda, as they were and where they stood, so that they can be put back. The key is that of the row. */
export class AgendaRemovals1760000015210 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table agenda_removal (
        id uuid primary key,
        meeting_id uuid not null references meeting,
        number text not null,
        "row" jsonb not null,
        under uuid,
        before uuid,
        rose uuid[] not null default '{}',
        removed_at timestamptz not null
      )`)
    await db.query('create index on agenda_removal (meeting_id, removed_at)')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table agenda_removal')
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Meetings that follow each other and were called together. How they follow each other is kept as it was planned. */
export class MeetingSeries1760000014600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table meeting_series (
        id uuid primary key,
        group_id uuid not null references standards_group,
        every text not null check (every in ('WEEKS', 'MONTHS')),
        step integer not null check (step between 1 and 26),
        starts_on date not null,
        unique (id, group_id)
      )`)
    await db.query(
      'create trigger meeting_series_is_frozen before update or delete on meeting_series for each row execute function forbid_change()',
    )
    await db.query(`
      alter table meeting
        add column series_id uuid,
        add constraint meeting_series_of_its_group foreign key (series_id, group_id) references meeting_series (id, group_id)`)
    await db.query('create index on meeting (series_id) where series_id is not null')
    await db.query('alter table meeting_history add column series_id uuid')
    await db.query(`select remake_as_of('meeting')`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['meeting', 'meeting_history']) await db.query(`alter table ${table} drop column series_id`)
    await db.query(`select remake_as_of('meeting')`)
    await db.query('drop table meeting_series')
  }
}

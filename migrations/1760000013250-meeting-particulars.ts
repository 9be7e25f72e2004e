import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What else is said of a meeting: when it ends, beside which meeting it is held, in which languages, and whose presence counts. */
export class MeetingParticulars1760000013250 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table meeting
        add column closes_at time,
        add column collocated_meeting_id uuid references meeting check (collocated_meeting_id <> id),
        add column other_languages text[] not null default '{}',
        add column decides_on_site_only boolean`)
    await db.query('create index on meeting (collocated_meeting_id) where collocated_meeting_id is not null')
    await db.query(`
      alter table meeting_history
        add column closes_at time,
        add column collocated_meeting_id uuid,
        add column other_languages text[] not null default '{}',
        add column decides_on_site_only boolean`)
    await db.query(`select remake_as_of('meeting')`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['meeting', 'meeting_history']) {
      await db.query(`
        alter table ${table} drop column closes_at, drop column collocated_meeting_id, drop column other_languages,
          drop column decides_on_site_only`)
    }
    await db.query(`select remake_as_of('meeting')`)
  }
}

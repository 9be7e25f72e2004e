import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who was at a meeting, from when to when, in the room or from afar. One person is in one place at a time. */
export class Presence1760000013310 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table presence (
        id uuid primary key,
        meeting_id uuid not null references meeting,
        person_id uuid not null references person,
        mode text not null check (mode in ('ONSITE', 'REMOTE')),
        from_at timestamptz not null,
        to_at timestamptz check (to_at > from_at),
        noted_by uuid references person,
        is_removed boolean not null default false,
        revision integer not null default 1,
        exclude using gist (meeting_id with =, person_id with =, tstzrange(from_at, to_at, '[)') with &&) where (not is_removed)
      )`)
    await db.query('create index on presence (meeting_id, from_at)')
    await db.query('create index on presence (person_id)')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table presence')
  }
}

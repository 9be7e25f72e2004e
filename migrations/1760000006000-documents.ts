import type { MigrationInterface, QueryRunner } from 'typeorm'

const visibility = `visibility text not null check (visibility in ('PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT'))`

/** Shared texts as things: what they are called, whose they are, who may see them, which document schema they need. */
export class Documents1760000006000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table document (
        id uuid primary key,
        group_id uuid not null references standards_group,
        kind text not null check (kind in ('REPORT', 'CONTRIBUTION', 'MINUTES', 'STATEMENT')),
        title text not null check (length(title) between 1 and 500),
        schema_version integer not null check (schema_version > 0),
        is_example boolean not null default false,
        ${visibility},
        revision integer not null default 1
      )`)
    await db.query('create index on document (group_id)')
    await db.query(`select make_versioned('document')`)

    // What belongs to a hidden group is hidden with it, whoever forgets to think of it.
    await db.query(`
      create function breadth_of(visibility text) returns integer language sql immutable as $$
        select array_position(array['MANAGEMENT', 'PARTICIPANTS', 'ACCOUNT', 'PUBLIC'], visibility)
      $$`)
    await db.query(`
      create function document_stays_in_group() returns trigger language plpgsql as $$
      begin
        if breadth_of(new.visibility) > (select breadth_of(g.visibility) from standards_group g where g.id = new.group_id) then
          raise exception 'a document is not more visible than its group' using errcode = 'check_violation';
        end if;
        return new;
      end $$`)
    await db.query(`
      create trigger document_stays_in_group before insert or update of visibility, group_id on document
        for each row execute function document_stays_in_group()`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function document_at(timestamptz)')
    await db.query('drop table document_history, document')
    await db.query('drop function document_stays_in_group()')
    await db.query('drop function breadth_of(text)')
  }
}

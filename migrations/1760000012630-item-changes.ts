import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * That items or bodies have changed, a row for each statement. Whoever keeps something made of all of them compares what it has seen with what is
 * here, in its own snapshot: nothing is locked, and nothing that another transaction has not committed counts.
 */
export class ItemChanges1760000012630 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create table item_change (id bigint generated always as identity primary key)')
    await db.query('insert into item_change default values')
    await db.query(`
      create function note_item_change() returns trigger language plpgsql as $$
        begin
          insert into item_change default values;
          return null;
        end $$`)
    for (const table of ['item', 'body'])
      await db.query(`
        create trigger ${table}_changes after insert or update or delete on ${table}
          for each statement execute function note_item_change()`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['item', 'body']) await db.query(`drop trigger ${table}_changes on ${table}`)
    await db.query('drop function note_item_change()')
    await db.query('drop table item_change')
  }
}

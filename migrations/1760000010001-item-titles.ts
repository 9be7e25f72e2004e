import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Titles of items in other languages, each with its days and source; further addresses beside an item's official page. */
export class ItemTitles1760000010001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table item_title (
        id uuid primary key,
        item_id uuid not null references item,
        lang text not null check (length(lang) between 2 and 35),
        title text not null check (length(title) between 1 and 1000),
        from_on date,
        to_on date check (to_on >= from_on),
        source text,
        confidence text not null check (confidence in ('VERIFIED', 'MEMORY')),
        as_of date,
        checked_by uuid references person,
        check_again_on date,
        revision integer not null default 1
      )`)
    await db.query('create index on item_title (item_id)')
    // One title a language holds at a time.
    await db.query('create unique index on item_title (item_id, lang) where to_on is null')
    await db.query('create index on item_title using gin (plain(title) gin_trgm_ops)')
    await db.query(`select make_versioned('item_title')`)

    await db.query(`alter table item add column more_urls text[] not null default '{}'`)
    await db.query(`alter table item_history add column more_urls text[] not null default '{}'`)
    await db.query(`select remake_as_of('item')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function item_title_at(timestamptz)')
    await db.query('drop table item_title_history, item_title')
  }
}

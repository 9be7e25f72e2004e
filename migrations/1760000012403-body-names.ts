import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A body has names in other languages and names of before, says what it is in charge of and how it numbers, and may have ended in another. */
export class BodyNames1760000012403 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['body', 'body_history']) {
      await db.query(`
        alter table ${table}
          add column role text,
          add column numbering text,
          add column dissolved_on date,
          add column successor_id uuid`)
    }
    await db.query(`
      alter table body
        add foreign key (successor_id) references body,
        add check (length(role) between 1 and 2000),
        add check (length(numbering) between 1 and 2000),
        add check (successor_id <> id),
        add check (co_parent_id <> id),
        add constraint body_with_successor_is_dissolved check (successor_id is null or dissolved_on is not null)`)
    await db.query('create index on body (successor_id)')
    await db.query(`select remake_as_of('body')`)

    await db.query(`
      create table body_name (
        id uuid primary key,
        body_id uuid not null references body,
        lang text check (length(lang) between 2 and 35),
        name text not null check (length(name) between 1 and 500),
        acronym text check (length(acronym) between 1 and 100),
        to_on date,
        source text,
        confidence text not null check (confidence in ('VERIFIED', 'MEMORY')),
        as_of date,
        checked_by uuid references person,
        check_again_on date,
        revision integer not null default 1,
        constraint body_name_of_before_or_elsewhere check (lang is not null or to_on is not null)
      )`)
    await db.query('create index on body_name (body_id)')
    // One name a language holds at a time.
    await db.query('create unique index on body_name (body_id, lang) where to_on is null')
    await db.query(`select make_versioned('body_name')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function body_name_at(timestamptz)')
    await db.query('drop table body_name_history, body_name')
    await db.query('drop function body_at(timestamptz)')
    for (const table of ['body', 'body_history']) {
      await db.query(
        `alter table ${table} drop column role, drop column numbering, drop column dissolved_on, drop column successor_id`,
      )
    }
    await db.query(`select remake_as_of('body')`)
  }
}

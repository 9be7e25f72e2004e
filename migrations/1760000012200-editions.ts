import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Editions of the roadmap, who contributed as printed then, notes that were added later, and the register as it stood, as a file in parts. */
export class Editions1760000012200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table edition (
        id uuid primary key,
        number integer unique check (number > 0),
        slug text not null unique,
        kind text not null check (kind in ('EDITION', 'INTERIM_REPORT')),
        label text not null check (length(label) between 1 and 200),
        dated_on text check (dated_on ~ '^\\d{4}(-\\d\\d(-\\d\\d)?)?$'),
        occasion text check (length(occasion) between 1 and 500),
        lead text check (length(lead) between 1 and 300),
        partners text[] not null default '{}',
        summary text check (length(summary) between 1 and 5000),
        url text,
        is_example boolean not null default false,
        state text not null check (state in ('DRAFT', 'REVIEW', 'FROZEN')),
        is_elsewhere boolean not null default false,
        register_at timestamptz,
        form jsonb,
        hash bytea check (length(hash) = 32),
        size_bytes bigint,
        counts jsonb,
        frozen_at timestamptz,
        frozen_by uuid references person,
        review_opens_at timestamptz,
        review_closes_at timestamptz check (review_closes_at > review_opens_at),
        review_zone text,
        created_at timestamptz not null,
        source text,
        confidence text not null check (confidence in ('VERIFIED', 'MEMORY')),
        as_of date,
        checked_by uuid references person,
        check_again_on date,
        revision integer not null default 1,
        check (state <> 'REVIEW' or (review_opens_at is not null and review_closes_at is not null and review_zone is not null)),
        check ((state = 'FROZEN' and not is_elsewhere) = (register_at is not null)),
        check ((register_at is null) = (hash is null) and (register_at is null) = (form is null)),
        check (not is_elsewhere or state = 'FROZEN')
      )`)
    await db.query(`
      create function frozen_edition_stays() returns trigger language plpgsql as $$
      begin
        if old.state = 'FROZEN' then
          raise exception 'a frozen edition never changes' using errcode = 'restrict_violation';
        end if;
        if tg_op = 'DELETE' then return old; end if;
        return new;
      end $$`)
    await db.query(`
      create trigger frozen_edition_stays before update or delete on edition
        for each row execute function frozen_edition_stays()`)

    await db.query(`
      create table edition_contributor (
        id uuid primary key,
        edition_id uuid not null references edition,
        name text check (length(name) between 1 and 300),
        sort_name text check (length(sort_name) between 1 and 300),
        affiliation text check (length(affiliation) between 1 and 300),
        country text check (length(country) between 1 and 100),
        mark text check (length(mark) between 1 and 300)
      )`)
    await db.query('create index on edition_contributor (edition_id)')
    // What is printed stays; only a person who asks to be forgotten is taken out, and the line stays empty.
    await db.query(`
      create function printed_contributor_stays() returns trigger language plpgsql as $$
      declare holder uuid := case when tg_op = 'INSERT' then new.edition_id else old.edition_id end;
      begin
        if (select state from edition where id = holder) = 'FROZEN' and not (
          tg_op = 'UPDATE' and new.id = old.id and new.edition_id = old.edition_id and new.mark is not distinct from old.mark
          and new.name is null and new.sort_name is null and new.affiliation is null and new.country is null
        ) then
          raise exception 'what a frozen edition prints never changes' using errcode = 'restrict_violation';
        end if;
        if tg_op = 'DELETE' then return old; end if;
        return new;
      end $$`)
    await db.query(`
      create trigger printed_contributor_stays before insert or update or delete on edition_contributor
        for each row execute function printed_contributor_stays()`)

    await db.query(`
      create table edition_note (
        id uuid primary key,
        edition_id uuid not null references edition,
        contributor_id uuid references edition_contributor,
        text text not null check (length(text) between 1 and 2000),
        told_by uuid references person,
        told_at timestamptz not null
      )`)
    await db.query('create index on edition_note (edition_id)')

    await db.query(`
      create table edition_snapshot (
        edition_id uuid not null references edition,
        part integer not null,
        body bytea not null,
        primary key (edition_id, part)
      )`)
    await db.query(`
      create trigger append_only before update or delete or truncate on edition_snapshot
        for each statement execute function forbid_change()`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table edition_snapshot, edition_note, edition_contributor, edition')
    await db.query('drop function frozen_edition_stays(), printed_contributor_stays()')
  }
}

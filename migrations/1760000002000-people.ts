import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * People, organisations, accounts. `person` is only an id that the record may cite for ever; all that tells who it is lives in
 * `person_profile`, `affiliation` and `account`, which can be erased without touching any proof.
 */
export class People1760000002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table person (
        id uuid primary key,
        created_at timestamptz not null default now(),
        erased_at timestamptz
      )`)
    await db.query(`
      create table person_profile (
        person_id uuid primary key references person,
        name text not null check (length(name) between 1 and 200),
        sort_name text not null,
        revision integer not null default 1
      )`)

    await db.query(`
      create table organisation (
        id uuid primary key,
        slug text not null unique,
        name text not null check (length(name) between 1 and 300),
        kind text not null,
        country text,
        is_example boolean not null default false,
        source text,
        confidence text not null check (confidence in ('VERIFIED', 'MEMORY')),
        as_of date,
        checked_by uuid references person,
        check_again_on date,
        revision integer not null default 1
      )`)
    await db.query(`select make_versioned('organisation')`)

    await db.query(`
      create table affiliation (
        id uuid primary key,
        person_id uuid not null references person,
        organisation_id uuid references organisation,
        label text not null check (length(label) between 1 and 300),
        country text,
        from_on date,
        to_on date check (to_on >= from_on)
      )`)
    await db.query('create index on affiliation (person_id)')

    await db.query(`
      create table account (
        id uuid primary key,
        person_id uuid not null unique references person,
        email citext not null unique check (length(email) between 3 and 254),
        password_hash text,
        email_confirmed_at timestamptz,
        is_administrator boolean not null default false,
        language text,
        created_at timestamptz not null default now(),
        closed_at timestamptz
      )`)
    await db.query(`
      create table account_session (
        id uuid primary key,
        account_id uuid not null references account on delete cascade,
        secret_hash bytea not null unique,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null
      )`)
    await db.query('create index on account_session (account_id)')
    await db.query('create index on account_session (expires_at)')
    await db.query(`
      create table access_token (
        id uuid primary key,
        account_id uuid not null references account on delete cascade,
        name text not null check (length(name) between 1 and 100),
        secret_hash bytea not null unique,
        created_at timestamptz not null,
        last_used_at timestamptz,
        expires_at timestamptz,
        revoked_at timestamptz
      )`)
    await db.query('create index on access_token (account_id)')
    await db.query(`
      create table mailed_link (
        id uuid primary key,
        account_id uuid not null references account on delete cascade,
        purpose text not null check (purpose in ('SIGN_IN', 'CONFIRM_EMAIL', 'RESET_PASSWORD')),
        secret_hash bytea not null unique,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      )`)
    await db.query('create index on mailed_link (account_id)')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table mailed_link, access_token, account_session, account, affiliation')
    await db.query('drop function organisation_at(timestamptz)')
    await db.query('drop table organisation_history, organisation, person_profile, person')
  }
}

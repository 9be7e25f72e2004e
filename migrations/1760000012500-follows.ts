import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What people follow, the views of lists that they keep, and how they are told. It belongs to an account and goes with it. */
export class Follows1760000012500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table saved_view (
        id uuid primary key,
        account_id uuid not null references account on delete cascade,
        name text not null check (length(name) between 1 and 100),
        address text not null check (length(address) between 1 and 2000 and address like '/%'),
        saved_at timestamptz not null,
        revision integer not null default 1,
        unique (account_id, name)
      )`)
    await db.query(`
      create table follow (
        id uuid primary key,
        account_id uuid not null references account on delete cascade,
        kind text not null check (kind in ('ITEM', 'GAP', 'BODY', 'TOPIC', 'VIEW')),
        key text not null check (length(key) between 1 and 200),
        began_at timestamptz not null,
        from_transaction bigint not null,
        unique (account_id, kind, key)
      )`)
    // Up to where somebody has seen their news, and up to where letters have told them: places in the order of transactions.
    await db.query(`
      create table digest (
        account_id uuid primary key references account on delete cascade,
        frequency text not null check (frequency in ('OFF', 'DAILY', 'WEEKLY')),
        seen_transaction bigint not null,
        seen_seq bigint not null,
        told_transaction bigint not null,
        told_seq bigint not null,
        next_at timestamptz,
        check ((frequency = 'OFF') = (next_at is null))
      )`)
    await db.query('create index on digest (next_at) where next_at is not null')
    // Secrets of the links that end the letters: one a letter, so that only hashes are kept.
    await db.query(`
      create table digest_link (
        secret_hash bytea primary key,
        account_id uuid not null references account on delete cascade,
        made_at timestamptz not null
      )`)
    await db.query('create index on digest_link (account_id)')
    await db.query('create index on digest_link (made_at)')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table digest_link, digest, follow, saved_view')
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What somebody was told because it concerns them: reminders, and changes of what they take part in. It belongs to an account and goes with it. */
export class Notices1760000013220 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notice (
        id uuid primary key,
        account_id uuid not null references account on delete cascade,
        key text not null check (length(key) between 1 and 200),
        kind text not null check (kind in ('REMINDER', 'CHANGE')),
        code text not null check (length(code) between 1 and 60),
        args jsonb not null,
        href text not null check (href like '/%'),
        told_at timestamptz not null,
        is_mailed boolean not null,
        seen_at timestamptz,
        unique (account_id, key)
      )`)
    await db.query('create index on notice (account_id, told_at desc)')
    await db.query('create index on notice (account_id) where seen_at is null')
    // Only what somebody has chosen otherwise than we would.
    await db.query(`
      create table notice_choice (
        account_id uuid not null references account on delete cascade,
        kind text not null check (kind in ('REMINDER', 'CHANGE')),
        by_mail boolean not null,
        primary key (account_id, kind)
      )`)
    // Secrets of the links that end the letters of one kind: one a letter, so that only hashes are kept.
    await db.query(`
      create table notice_link (
        secret_hash bytea primary key,
        account_id uuid not null references account on delete cascade,
        kind text not null check (kind in ('REMINDER', 'CHANGE')),
        made_at timestamptz not null
      )`)
    await db.query('create index on notice_link (account_id)')
    await db.query('create index on notice_link (made_at)')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table notice_link, notice_choice, notice')
  }
}

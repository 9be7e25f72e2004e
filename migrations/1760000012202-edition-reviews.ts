import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Comments on a draft under public review. Names and addresses of those without an account stand in a table of their own, so that they can be
 * erased; secrets of mailed links are kept as hashes.
 */
export class EditionReviews1760000012202 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table edition_comment (
        id uuid primary key,
        edition_id uuid not null references edition,
        subject text check (subject in ('ITEM', 'GAP', 'PRINCIPLE')),
        subject_id uuid,
        text text not null check (length(text) between 1 and 5000),
        person_id uuid references person,
        state text not null check (state in ('UNCONFIRMED', 'WAITING', 'PUBLISHED', 'DECLINED')),
        sent_at timestamptz not null,
        settled_by uuid references person,
        settled_at timestamptz,
        reason text check (length(reason) between 1 and 2000),
        answer text check (length(answer) between 1 and 5000),
        answered_by uuid references person,
        answered_at timestamptz,
        revision integer not null default 1,
        check ((subject is null) = (subject_id is null)),
        check (state <> 'DECLINED' or reason is not null),
        check ((answer is null) = (answered_at is null))
      )`)
    await db.query('create index on edition_comment (edition_id, state, sent_at, id)')
    await db.query(`
      create table edition_comment_sender (
        comment_id uuid primary key references edition_comment,
        name text check (length(name) between 1 and 200),
        email citext check (length(email::text) between 3 and 254),
        secret_hash bytea not null unique,
        expires_at timestamptz not null,
        confirmed_at timestamptz
      )`)
    await db.query('create index on edition_comment_sender (expires_at) where confirmed_at is null')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table edition_comment_sender, edition_comment')
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What is written in shared texts: the log of updates, which is the truth, and snapshots that stand for its older part. */
export class Collaboration1760000006100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // One row a text. Its lock orders the writers of all processes: numbers follow each other in the order of commits.
    await db.query(`
      create table document_log (
        document_id uuid primary key references document,
        epoch integer not null default 1,
        last_seq bigint not null default 0
      ) with (fillfactor = 50)`)

    // One row a text and group of updates; `data` is updates in Yjs' first format, each behind its length.
    await db.query(`
      create table document_update (
        document_id uuid not null references document_log,
        epoch integer not null,
        seq bigint not null,
        data bytea not null,
        stored_at timestamptz not null default now(),
        primary key (document_id, seq)
      )`)
    await db.query('alter table document_update alter column data set storage external')

    // `state` holds all that was ever written, deleted words included; `served` is what a client needs. Both zstd.
    await db.query(`
      create table document_snapshot (
        document_id uuid primary key references document_log,
        epoch integer not null,
        upto_seq bigint not null,
        state bytea not null,
        served bytea not null,
        state_vector bytea not null,
        deleted bytea not null,
        made_at timestamptz not null default now()
      )`)
    for (const column of ['state', 'served', 'state_vector', 'deleted']) {
      await db.query(`alter table document_snapshot alter column ${column} set storage external`)
    }

    // Whose editing session a Yjs client is; null: the server's own. Whoever writes with it first has it for good.
    await db.query(`
      create table document_client (
        document_id uuid not null references document_log,
        client bigint not null,
        person_id uuid references person,
        is_barred boolean not null default false,
        primary key (document_id, client)
      )`)

    // Updates that the text cannot take in, kept for whoever looks into it.
    await db.query(`
      create table document_quarantine (
        document_id uuid not null references document_log,
        seq bigint not null,
        place integer not null,
        data bytea not null,
        found_at timestamptz not null default now(),
        primary key (document_id, seq, place)
      )`)

    // A session that ends must be noticed by the sockets that it opened, whoever deletes the row.
    await db.query(`
      create function tell_sessions_ended() returns trigger language plpgsql as $$
      begin
        notify sessions_ended;
        return null;
      end $$`)
    await db.query(`
      create trigger tell_sessions_ended after delete on account_session
        for each statement execute function tell_sessions_ended()`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop trigger tell_sessions_ended on account_session')
    await db.query('drop function tell_sessions_ended()')
    await db.query('drop table document_quarantine, document_client, document_snapshot, document_update, document_log')
  }
}

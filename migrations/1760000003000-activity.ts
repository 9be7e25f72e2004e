import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The record: events that nobody can alter, the chain of seals over them, answers kept for repeated requests, mail that waits to leave. */
export class Activity1760000003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table event (
        seq bigint generated always as identity primary key,
        id uuid not null unique,
        occurred_at timestamptz not null,
        transaction_id bigint not null default pg_current_xact_id()::text::bigint,
        actor_id uuid references person,
        verb text not null check (verb ~ '^[a-z][a-zA-Z]*[.][a-z][a-zA-Z]*$'),
        object_type text not null,
        object_id uuid not null,
        group_id uuid,
        visibility text not null check (visibility in ('PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT')),
        args jsonb not null default '{}' check (octet_length(args::text) <= 16384)
      )`)
    await db.query('create index on event (object_type, object_id, seq)')
    await db.query('create index on event (group_id, seq)')
    await db.query('create index on event (visibility, seq)')
    await db.query('create index on event (transaction_id, seq)')
    await db.query(`create trigger append_only before update or delete or truncate on event
      for each statement execute function forbid_change()`)

    // The transaction before which all that write to this database have ended. Ask for it in a statement of its own, before the one that reads:
    // what lies below it is then visible to the reader, and nothing can still appear there. (pg_snapshot_xmin would also wait for
    // transactions of other databases of the same server.)
    await db.query(`
      create function settled_before() returns bigint language plpgsql volatile as $$
      declare
        next_one bigint := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
        oldest bigint;
      begin
        perform pg_stat_clear_snapshot();
        -- backend_xid has 32 bits; counted back from the next one it has all 64.
        select min(next_one - ((next_one - backend_xid::text::bigint) & 4294967295)) into oldest
          from pg_stat_activity
          where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()
            and ((next_one - backend_xid::text::bigint) & 4294967295) < 2147483648;
        return coalesce(oldest, next_one);
      end $$`)

    // Sealing order is the order of the chain: events commit out of order, a seal only ever covers what has committed.
    await db.query(`
      create table event_seal (
        position bigint primary key,
        event_id uuid not null unique references event (id),
        hash bytea not null check (octet_length(hash) = 32),
        sealed_at timestamptz not null default now()
      )`)
    await db.query(`create trigger append_only before update or delete or truncate on event_seal
      for each statement execute function forbid_change()`)

    await db.query(`
      create table idempotency (
        actor text not null,
        key text not null check (length(key) between 8 and 100),
        verb text not null,
        input_hash bytea not null,
        object_id uuid not null,
        created_at timestamptz not null default now(),
        primary key (actor, key)
      )`)
    await db.query('create index on idempotency (created_at)')

    // One row a mail, written in the transaction of its cause; a job sends it after commit and marks it, so it leaves exactly once.
    await db.query(`
      create table outgoing_mail (
        id uuid primary key,
        person_id uuid references person,
        recipient text not null,
        subject text not null,
        body text not null,
        created_at timestamptz not null,
        claimed_at timestamptz,
        sent_at timestamptz,
        attempts integer not null default 0,
        last_error text
      )`)
    await db.query('create index on outgoing_mail (created_at) where sent_at is null')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function settled_before()')
    await db.query('drop table outgoing_mail, idempotency, event_seal, event')
  }
}

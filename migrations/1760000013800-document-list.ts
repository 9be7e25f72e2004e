import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The list of documents of a meeting: which contributions it has, under which rows of the agenda they stand, what became of them. The database
 * itself keeps the list in step with the contributions and announces each change, so that whoever writes them need not know of the list.
 */
export class DocumentList1760000013800 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table listed_document (
        id uuid primary key default gen_random_uuid(),
        meeting_id uuid not null references meeting,
        contribution_id uuid not null references contribution,
        is_listed boolean not null default true,
        progress text default 'OPEN' check (progress in ('OPEN', 'DISCUSSED', 'REPLY_AWAITED', 'BLOCK_APPROVAL')),
        result text check (result in ('AGREED', 'CONDITIONALLY_AGREED', 'APPROVED', 'ENDORSED', 'NOTED', 'REVISED', 'MERGED',
          'POSTPONED', 'WITHDRAWN', 'NOT_HANDLED', 'REPLIED_TO')),
        note text check (length(note) between 1 and 1000),
        revised_to_id uuid references contribution,
        merged_into_id uuid references contribution,
        settled_by uuid references person,
        settled_at timestamptz,
        changed_in xid8 not null default pg_current_xact_id(),
        revision integer not null default 1,
        unique (meeting_id, contribution_id),
        check ((result is null) <> (progress is null)),
        check ((result is null) = (settled_at is null)),
        check ((result is not distinct from 'REVISED') = (revised_to_id is not null)),
        check ((result is not distinct from 'MERGED') = (merged_into_id is not null)),
        check (revised_to_id <> contribution_id),
        check (merged_into_id <> contribution_id)
      )`)
    await db.query('create index on listed_document (contribution_id)')
    await db.query('create index on listed_document (meeting_id, changed_in)')
    await db.query('create index on listed_document (revised_to_id) where revised_to_id is not null')
    await db.query('create index on listed_document (merged_into_id) where merged_into_id is not null')

    await db.query(`
      create table document_step (
        id uuid primary key,
        listed_document_id uuid not null references listed_document,
        progress text,
        result text,
        note text,
        revised_to_id uuid references contribution,
        merged_into_id uuid references contribution,
        is_undoing boolean not null,
        done_by uuid references person,
        done_at timestamptz not null,
        position integer not null,
        unique (listed_document_id, position),
        check ((result is null) <> (progress is null))
      )`)
    await db.query(`create trigger append_only before update or delete or truncate on document_step
      for each statement execute function forbid_change()`)

    await db.query(`
      create table allocation (
        id uuid primary key,
        meeting_id uuid not null,
        contribution_id uuid not null,
        agenda_item_id uuid not null,
        position integer not null,
        is_primary boolean not null,
        presenter_id uuid references person,
        presented_by text check (length(presented_by) between 1 and 300),
        treated_at timestamptz,
        unique (agenda_item_id, contribution_id),
        foreign key (meeting_id, agenda_item_id) references agenda_item (meeting_id, id) on delete cascade,
        foreign key (meeting_id, contribution_id) references listed_document (meeting_id, contribution_id),
        check (presenter_id is null or presented_by is null)
      )`)
    await db.query('create unique index on allocation (meeting_id, contribution_id) where is_primary')
    await db.query('create index on allocation (contribution_id)')

    await db.query(`
      create table allocation_run (
        id uuid primary key,
        meeting_id uuid not null references meeting,
        way text not null check (way in ('HAND', 'RULES')),
        made_by uuid references person,
        made_at timestamptz not null,
        undone_by uuid references person,
        undone_at timestamptz,
        count integer not null,
        before jsonb not null,
        after jsonb not null
      )`)
    await db.query('create index on allocation_run (meeting_id, made_at)')

    await db.query(`
      create table allocation_rule (
        id uuid primary key,
        meeting_id uuid not null,
        kind text not null check (kind in ('KEYWORD', 'CLAUSE', 'SOURCE', 'SUBGROUP')),
        pattern text not null check (length(pattern) between 1 and 200),
        agenda_item_id uuid not null,
        unique (meeting_id, kind, pattern, agenda_item_id),
        foreign key (meeting_id, agenda_item_id) references agenda_item (meeting_id, id) on delete cascade
      )`)

    // A contribution that goes to another meeting leaves the list unless something was settled about it there.
    await db.query(`
      create function list_document() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.meeting_id is distinct from new.meeting_id then
          update listed_document set is_listed = result is not null
            where contribution_id = new.id and meeting_id = old.meeting_id;
        end if;
        if new.meeting_id is not null then
          insert into listed_document (meeting_id, contribution_id) values (new.meeting_id, new.id)
            on conflict (meeting_id, contribution_id) do update set is_listed = true;
        end if;
        return null;
      end $$`)
    await db.query(`create trigger list_document after insert or update on contribution
      for each row execute function list_document()`)

    await db.query(`
      create function stamp_listed_document() returns trigger language plpgsql as $$
      begin
        new.changed_in := pg_current_xact_id();
        return new;
      end $$`)
    await db.query(`create trigger stamp before update on listed_document
      for each row execute function stamp_listed_document()`)

    await db.query(`
      create function touch_listed_document() returns trigger language plpgsql as $$
      declare changed allocation := coalesce(new, old);
      begin
        update listed_document set is_listed = is_listed
          where meeting_id = changed.meeting_id and contribution_id = changed.contribution_id;
        return null;
      end $$`)
    await db.query(`create trigger touch after insert or update or delete on allocation
      for each row execute function touch_listed_document()`)

    // The same payload within one transaction is announced once: one message for a thousand documents.
    await db.query(`
      create function announce_documents() returns trigger language plpgsql as $$
      begin
        perform pg_notify('documents', meeting_id || tg_argv[0]) from (select distinct meeting_id from changed) c;
        return null;
      end $$`)
    for (const [table, what, events] of [
      ['listed_document', '', ['insert', 'update']],
      ['agenda_item', ' AGENDA', ['insert', 'update', 'delete']],
    ] as const) {
      for (const event of events) {
        await db.query(`create trigger announce_${event} after ${event} on ${table}
          referencing ${event === 'delete' ? 'old' : 'new'} table as changed
          for each statement execute function announce_documents('${what}')`)
      }
    }
    await db.query(`insert into listed_document (meeting_id, contribution_id)
      select meeting_id, id from contribution where meeting_id is not null`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const event of ['insert', 'update', 'delete']) await db.query(`drop trigger announce_${event} on agenda_item`)
    await db.query('drop trigger list_document on contribution')
    await db.query('drop table allocation_rule, allocation_run, allocation, document_step, listed_document')
    await db.query(
      'drop function announce_documents(), touch_listed_document(), stamp_listed_document(), list_document()',
    )
  }
}

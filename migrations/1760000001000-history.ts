import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * System-versioned tables. `make_versioned('item')` adds `recorded_at` to a table, a table `item_history` beside it with the rows as they
 * were, and a function `item_at(instant)` that reads the table as of a past instant. `forbid_change()` is the trigger of append-only tables.
 */
export class History1760000001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function forbid_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end $$`)

    // A row changed twice in one transaction was never seen in between, so only the state before the transaction is kept.
    await db.query(`
      create function keep_history() returns trigger language plpgsql as $$
      begin
        if old.recorded_at < now() then
          execute format('insert into %I select ($1).*, now()', tg_table_name || '_history') using old;
        end if;
        if tg_op = 'DELETE' then return old; end if;
        new.recorded_at := now();
        return new;
      end $$`)

    await db.query(`
      create function make_versioned(t regclass) returns void language plpgsql as $$
      declare columns text;
      begin
        execute format('alter table %s add column recorded_at timestamptz not null default now()', t);
        execute format('create table %s_history (like %s)', t, t);
        execute format('alter table %s_history add column replaced_at timestamptz not null', t);
        execute format('create index on %s_history (id, recorded_at)', t);
        execute format('create index on %s_history (replaced_at)', t);
        execute format('create trigger keep_history before update or delete on %s for each row execute function keep_history()', t);
        execute format('create trigger append_only before update or delete or truncate on %s_history for each statement execute function forbid_change()', t);
        select string_agg(quote_ident(attname), ', ' order by attnum) into columns
          from pg_attribute where attrelid = t and attnum > 0 and not attisdropped;
        execute format('create function %s_at(instant timestamptz) returns setof %s language sql stable as
          ''select %s from %s where recorded_at <= instant
            union all
            select %s from %s_history where recorded_at <= instant and replaced_at > instant''', t, t, columns, t, columns, t);
      end $$`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function make_versioned(regclass)')
    await db.query('drop function keep_history()')
    await db.query('drop function forbid_change()')
  }
}

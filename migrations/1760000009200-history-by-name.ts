import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Old rows go to the twin column by column, by name: a column that a later migration adds stands elsewhere in the twin than in the table. */
export class HistoryByName1760000009200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function keep_history() returns trigger language plpgsql as $$
      declare columns text; held text;
      begin
        if old.recorded_at < now() then
          select string_agg(quote_ident(attname), ', ' order by attnum), string_agg('($1).' || quote_ident(attname), ', ' order by attnum)
            into columns, held
            from pg_attribute where attrelid = tg_relid and attnum > 0 and not attisdropped;
          execute format('insert into %I (%s, replaced_at) select %s, now()', tg_table_name || '_history', columns, held) using old;
        end if;
        if tg_op = 'DELETE' then return old; end if;
        new.recorded_at := now();
        return new;
      end $$`)
    await db.query(`
      create function remake_as_of(t regclass) returns void language plpgsql as $$
      declare columns text;
      begin
        select string_agg(quote_ident(attname), ', ' order by attnum) into columns
          from pg_attribute where attrelid = t and attnum > 0 and not attisdropped;
        execute format('drop function if exists %s_at(timestamptz)', t);
        execute format('create function %s_at(instant timestamptz) returns setof %s language sql stable as
          ''select %s from %s where recorded_at <= instant
            union all
            select %s from %s_history where recorded_at <= instant and replaced_at > instant''', t, t, columns, t, columns, t);
      end $$`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function remake_as_of(regclass)')
    await db.query(`
      create or replace function keep_history() returns trigger language plpgsql as $$
      begin
        if old.recorded_at < now() then
          execute format('insert into %I select ($1).*, now()', tg_table_name || '_history') using old;
        end if;
        if tg_op = 'DELETE' then return old; end if;
        new.recorded_at := now();
        return new;
      end $$`)
  }
}

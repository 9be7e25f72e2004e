import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What search and constraints stand on: trigrams, accents, exclusion over ranges, case-blind text. All are trusted extensions. */
export class Extensions1760000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const extension of ['pg_trgm', 'unaccent', 'btree_gist', 'citext'])
      await runner.query(`create extension if not exists ${extension}`)

    // unaccent(text) is only STABLE, because the dictionary it looks up may change; naming dictionary and schema makes the answer fixed, so
    // that an index may hold it. The schema is found rather than assumed: managed servers may keep extensions in one of their own.
    await runner.query(`
      do $$
      declare home text;
      begin
        select quote_ident(n.nspname) into home
          from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'unaccent';
        execute format($f$
          create function plain(value text) returns text
            language sql immutable strict parallel safe
            return lower(%1$s.unaccent('%1$s.unaccent'::regdictionary, value))
        $f$, home);
      end $$`)
    await runner.query(
      `comment on function plain(text) is 'Lower case without accents, for searching; may stand in an index.'`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function plain(text)')
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Columns that every fact from outside carries: where it was read, as of when, who checked it, when to check again. */
const provenance = `
  source text,
  confidence text not null check (confidence in ('VERIFIED', 'MEMORY')),
  as_of date,
  checked_by uuid references person,
  check_again_on date,
  revision integer not null default 1`

/** The register of the roadmap: bodies, items under all their names, relations, principles, gaps. Each table is versioned by trigger. */
export class Register1760000004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `create collation if not exists natural_name (provider = icu, locale = 'und-u-kn-true-ks-level2', deterministic = false)`,
    )

    await db.query(`
      create table body (
        id uuid primary key,
        slug text not null unique,
        name text not null check (length(name) between 1 and 500),
        acronym text,
        kind text not null,
        parent_id uuid references body,
        co_parent_id uuid references body,
        organisation_id uuid references organisation,
        url text,
        is_example boolean not null default false,
        ${provenance},
        check (parent_id <> id)
      )`)
    await db.query('create index on body (parent_id)')
    await db.query('create index on body (co_parent_id)')
    await db.query(`select make_versioned('body')`)

    await db.query(`
      create table item (
        id uuid primary key,
        slug text not null unique,
        body_id uuid not null references body,
        committee_id uuid references body,
        designation text not null check (length(designation) between 1 and 200),
        designation_sort text not null collate "C",
        title text check (length(title) between 1 and 1000),
        title_confidence text not null check (title_confidence in ('VERIFIED', 'MEMORY')),
        type text not null,
        state text not null,
        state_basis text not null check (state_basis in ('NATIVE_STAGE', 'BY_STATUS', 'UNKNOWN')),
        native_stage text,
        dates jsonb not null default '{}',
        topics text[] not null default '{}',
        lifecycle_stages text[] not null default '{}',
        impacts text[] not null default '{}',
        scope_note text check (length(scope_note) <= 2000),
        equivalents text[] not null default '{}',
        url text,
        ${provenance},
        search tsvector generated always as (
          setweight(to_tsvector('simple', plain(designation)), 'A') ||
          setweight(to_tsvector('english', plain(coalesce(title, ''))), 'B') ||
          setweight(to_tsvector('english', plain(coalesce(scope_note, ''))), 'C')) stored
      )`)
    await db.query('create unique index on item (designation)')
    await db.query('create index on item (designation_sort, id)')
    await db.query('create index on item (body_id)')
    await db.query('create index on item (committee_id)')
    await db.query('create index on item (state)')
    await db.query('create index on item using gin (topics)')
    await db.query('create index on item using gin (lifecycle_stages)')
    await db.query('create index on item using gin (search)')
    await db.query(`create index on item using gin (plain(coalesce(title, '')) gin_trgm_ops)`)
    await db.query(`select make_versioned('item')`)

    // All that an item was ever called. \`keys\` are the normalised forms under which a designation is looked up.
    await db.query(`
      create table item_name (
        id uuid primary key,
        item_id uuid not null references item,
        designation text not null,
        keys text[] not null,
        title text,
        from_on date,
        to_on date check (to_on >= from_on),
        ${provenance}
      )`)
    await db.query('create index on item_name (item_id)')
    await db.query('create index on item_name using gin (keys)')
    await db.query(`select make_versioned('item_name')`)

    await db.query(`
      create table item_stage (
        id uuid primary key,
        item_id uuid not null references item,
        native_stage text,
        state text not null,
        state_basis text not null,
        noted_at timestamptz not null,
        ${provenance}
      )`)
    await db.query('create index on item_stage (item_id, noted_at)')
    await db.query(`select make_versioned('item_stage')`)

    await db.query(`
      create table relation (
        id uuid primary key,
        from_id uuid not null references item,
        to_id uuid not null references item,
        type text not null,
        note text check (length(note) <= 2000),
        ${provenance},
        unique (from_id, to_id, type),
        check (from_id <> to_id)
      )`)
    await db.query('create index on relation (to_id)')
    await db.query(`select make_versioned('relation')`)

    await db.query(`
      create table principle (
        id uuid primary key,
        number integer not null unique check (number > 0),
        title text not null,
        statement text not null,
        rationale text,
        origin text not null,
        ${provenance}
      )`)
    await db.query(`select make_versioned('principle')`)

    await db.query(`
      create table gap (
        id uuid primary key,
        number integer not null unique check (number > 0),
        title text not null check (length(title) between 1 and 300),
        description text not null check (length(description) between 1 and 10000),
        recommendation text,
        kind text not null,
        standing text not null,
        progress text not null,
        readiness text not null,
        needs_research text not null default 'UNKNOWN' check (needs_research in ('YES', 'NO', 'MAYBE', 'UNKNOWN')),
        criticality smallint check (criticality between 1 and 3),
        achievability smallint check (achievability between 1 and 3),
        scope smallint check (scope between 1 and 3),
        effect smallint check (effect between 1 and 3),
        priority text,
        priority_reason text,
        topics text[] not null default '{}',
        lifecycle_stages text[] not null default '{}',
        stated_in text[] not null default '{}',
        source_kind text,
        ${provenance},
        search tsvector generated always as (
          setweight(to_tsvector('english', plain(title)), 'A') ||
          setweight(to_tsvector('english', plain(description)), 'C')) stored
      )`)
    await db.query('create index on gap using gin (topics)')
    await db.query('create index on gap using gin (lifecycle_stages)')
    await db.query('create index on gap using gin (search)')
    await db.query(`select make_versioned('gap')`)

    await db.query(`
      create table gap_principle (
        id uuid primary key,
        gap_id uuid not null references gap,
        principle_id uuid not null references principle,
        unique (gap_id, principle_id)
      )`)
    await db.query('create index on gap_principle (principle_id)')
    await db.query(`select make_versioned('gap_principle')`)

    // A coverage edge: how far one item answers one gap, on whose word.
    await db.query(`
      create table gap_coverage (
        id uuid primary key,
        gap_id uuid not null references gap,
        item_id uuid not null references item,
        degree text not null check (degree in ('NONE', 'PARTIAL', 'FULL', 'UNKNOWN')),
        clause text,
        quote text,
        asserted_by uuid references person,
        reviewed_by uuid references person,
        ${provenance},
        unique (gap_id, item_id)
      )`)
    await db.query('create index on gap_coverage (item_id)')
    await db.query(`select make_versioned('gap_coverage')`)

    await db.query(`
      create table gap_body (
        id uuid primary key,
        gap_id uuid not null references gap,
        body_id uuid not null references body,
        role text not null check (role in ('LEAD', 'CANDIDATE', 'INTERESTED', 'UNKNOWN')),
        ${provenance},
        unique (gap_id, body_id)
      )`)
    await db.query('create index on gap_body (body_id)')
    await db.query(`select make_versioned('gap_body')`)
  }

  async down(db: QueryRunner): Promise<void> {
    const tables = [
      'gap_body',
      'gap_coverage',
      'gap_principle',
      'gap',
      'principle',
      'relation',
      'item_stage',
      'item_name',
      'item',
      'body',
    ]
    for (const table of tables) {
      await db.query(`drop function ${table}_at(timestamptz)`)
      await db.query(`drop table ${table}_history, ${table}`)
    }
    await db.query('drop collation natural_name')
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm'

const provenance = `
  source text,
  confidence text not null check (confidence in ('VERIFIED', 'MEMORY')),
  as_of date,
  checked_by uuid references person,
  check_again_on date,
  revision integer not null default 1`

/** Principles are reworded and withdrawn, and items stand against them. The present wording is the principle; those before it are kept beside it. */
export class PrincipleWordings1760000012402 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['principle', 'principle_history']) {
      await db.query(`
        alter table ${table}
          add column version integer not null default 1,
          add column worded_on date,
          add column reworded_because text,
          add column withdrawn_on date,
          add column withdrawn_because text`)
    }
    await db.query(`
      alter table principle
        add check (version > 0),
        add check (length(reworded_because) between 1 and 2000),
        add check (length(withdrawn_because) between 1 and 2000),
        add constraint principle_withdrawn_for_a_reason check ((withdrawn_on is null) = (withdrawn_because is null))`)
    await db.query(`select remake_as_of('principle')`)

    await db.query(`
      create table principle_wording (
        id uuid primary key,
        principle_id uuid not null references principle,
        version integer not null check (version > 0),
        title text not null,
        statement text not null,
        rationale text,
        origin text not null,
        worded_on date,
        reworded_because text,
        ${provenance},
        unique (principle_id, version)
      )`)
    await db.query(`select make_versioned('principle_wording')`)
    await db.query(`
      create trigger append_only before update or delete or truncate on principle_wording
        for each statement execute function forbid_change()`)

    // How far an item meets a principle, on whose word, and against which wording it was held.
    await db.query(`
      create table principle_stand (
        id uuid primary key,
        principle_id uuid not null references principle,
        item_id uuid not null references item,
        assessment text not null check (assessment in ('MEETS', 'PARTLY', 'DOES_NOT', 'NOT_ASSESSED')),
        version integer not null check (version > 0),
        clause text check (length(clause) between 1 and 200),
        evidence text check (length(evidence) between 1 and 2000),
        note text check (length(note) between 1 and 2000),
        asserted_by uuid references person,
        asserted_at timestamptz not null,
        ${provenance},
        unique (principle_id, item_id)
      )`)
    await db.query('create index on principle_stand (item_id)')
    await db.query(
      `create index principle_stand_to_check on principle_stand (check_again_on, id) where confidence = 'MEMORY' or check_again_on is not null`,
    )
    await db.query(`select make_versioned('principle_stand')`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['principle_stand', 'principle_wording']) {
      await db.query(`drop function ${table}_at(timestamptz)`)
      await db.query(`drop table ${table}_history, ${table}`)
    }
    await db.query('drop function principle_at(timestamptz)')
    for (const table of ['principle', 'principle_history']) {
      await db.query(`
        alter table ${table}
          drop column version, drop column worded_on, drop column reworded_because, drop column withdrawn_on, drop column withdrawn_because`)
    }
    await db.query(`select remake_as_of('principle')`)
  }
}

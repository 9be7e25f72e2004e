import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The words of each clause, for searching. Made from the texts and brought up to date behind them; can be made anew at any time. */
export class ClauseTexts1760000008100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // A clause that is deleted keeps its row, without words: since when nobody sees it any more is known nowhere else.
    await db.query(`
      create table clause_text (
        document_id uuid not null references document,
        clause_id text not null,
        position integer not null,
        title text not null,
        words text not null,
        hash text not null,
        gone_at timestamptz,
        primary key (document_id, clause_id),
        search tsvector generated always as (
          setweight(to_tsvector('english', plain(title)), 'A') ||
          setweight(to_tsvector('english', plain(words)), 'C')) stored
      )`)
    await db.query('create index on clause_text using gin (search)')
    // Up to which version of the text the rows above are.
    await db.query(`
      create table clause_text_standing (
        document_id uuid primary key references document,
        version text not null,
        made_at timestamptz not null
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table clause_text_standing, clause_text')
  }
}

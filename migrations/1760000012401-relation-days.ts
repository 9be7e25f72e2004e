import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A relation has days, a clause and words that show it; one that ended stays, with the reason, and may hold again as a new one. */
export class RelationDays1760000012401 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['relation', 'relation_history']) {
      await db.query(`
        alter table ${table}
          add column from_on date,
          add column to_on date,
          add column clause text,
          add column evidence text,
          add column ended_at timestamptz,
          add column ended_reason text`)
    }
    await db.query(`
      alter table relation
        drop constraint relation_from_id_to_id_type_key,
        add check (length(clause) between 1 and 200),
        add check (length(evidence) between 1 and 2000),
        add check (length(ended_reason) between 1 and 2000),
        add check (to_on >= from_on),
        add constraint relation_ends_for_a_reason check ((ended_at is null) = (ended_reason is null)),
        add constraint relation_that_holds_has_no_end check (to_on is null or ended_at is not null)`)
    await db.query('create unique index relation_once on relation (from_id, to_id, type) where ended_at is null')
    await db.query('create index on relation (from_id)')
    await db.query(`select remake_as_of('relation')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index relation_once')
    await db.query('drop index relation_from_id_idx')
    await db.query('drop function relation_at(timestamptz)')
    for (const table of ['relation', 'relation_history']) {
      await db.query(`
        alter table ${table}
          drop column from_on, drop column to_on, drop column clause, drop column evidence, drop column ended_at,
          drop column ended_reason`)
    }
    await db.query('alter table relation add unique (from_id, to_id, type)')
    await db.query(`select remake_as_of('relation')`)
  }
}

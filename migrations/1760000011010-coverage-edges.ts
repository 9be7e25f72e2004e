import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A coverage edge says when it was asserted and reviewed; one that was withdrawn stays, and its item can be named again. */
export class CoverageEdges1760000011010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['gap_coverage', 'gap_coverage_history']) {
      await db.query(`
        alter table ${table}
          add column asserted_at timestamptz,
          add column reviewed_at timestamptz,
          add column withdrawn_at timestamptz,
          add column withdrawn_by uuid,
          add column withdrawn_reason text`)
    }
    await db.query(`
      alter table gap_coverage
        drop constraint gap_coverage_gap_id_item_id_key,
        add foreign key (withdrawn_by) references person,
        add check ((withdrawn_at is null) = (withdrawn_reason is null)),
        add constraint gap_coverage_two_people check (reviewed_by <> asserted_by)`)
    await db.query('create unique index gap_coverage_once on gap_coverage (gap_id, item_id) where withdrawn_at is null')
    await db.query(`select remake_as_of('gap_coverage')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index gap_coverage_once')
    await db.query('drop function gap_coverage_at(timestamptz)')
    for (const table of ['gap_coverage', 'gap_coverage_history']) {
      await db.query(`
        alter table ${table}
          drop column asserted_at, drop column reviewed_at, drop column withdrawn_at, drop column withdrawn_by,
          drop column withdrawn_reason`)
    }
    await db.query('alter table gap_coverage drop constraint gap_coverage_two_people, add unique (gap_id, item_id)')
    await db.query(`select remake_as_of('gap_coverage')`)
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Scope notes and designations forgive mistakes as titles do, and are found by any part of a word. */
export class RegisterSearch1760000004100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `create index item_scope_note_alike on item using gin (plain(coalesce(scope_note, '')) gin_trgm_ops)`,
    )
    await db.query('create index item_designation_alike on item using gin (plain(designation) gin_trgm_ops)')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index item_scope_note_alike, item_designation_alike')
  }
}

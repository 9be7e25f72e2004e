import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A shared text may be frozen: from then on nobody writes in it, until it is opened again. */
export class FrozenTexts1760000014700 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table document add column frozen_at timestamptz')
    await db.query('alter table document_history add column frozen_at timestamptz')
    await db.query(`select remake_as_of('document')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table document drop column frozen_at')
    await db.query('alter table document_history drop column frozen_at')
    await db.query(`select remake_as_of('document')`)
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Which shared text is written for a deliverable: one text each. A text may serve several. */
export class DeliverableTexts1760000008000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table deliverable_text (
        id uuid primary key,
        deliverable_id uuid not null unique references deliverable,
        document_id uuid not null references document
      )`)
    await db.query('create index on deliverable_text (document_id)')
    await db.query(`select make_versioned('deliverable_text')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function deliverable_text_at(timestamptz)')
    await db.query('drop table deliverable_text, deliverable_text_history')
  }
}

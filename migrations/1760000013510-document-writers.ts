import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who writes in a text besides those whose role in its group says so: the source of a contribution, say. */
export class DocumentWriters1760000013510 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table document_writer (
        document_id uuid not null references document,
        person_id uuid not null references person,
        primary key (document_id, person_id)
      )`)
    await db.query('create index on document_writer (person_id)')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table document_writer')
  }
}

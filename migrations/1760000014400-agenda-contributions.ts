import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A row of an agenda can be about a contribution. Its table is younger than that of the agenda. */
export class AgendaContributions1760000014400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table agenda_item
        add contribution_id uuid references contribution,
        drop constraint agenda_item_one_subject,
        add constraint agenda_item_one_subject check (
          num_nonnulls(contribution_id, document_id, gap_id, overlap_case_id, statement_id, deliverable_id) <= 1)`)
    await db.query('create index on agenda_item (contribution_id) where contribution_id is not null')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table agenda_item
        drop contribution_id,
        add constraint agenda_item_one_subject
          check (num_nonnulls(document_id, gap_id, overlap_case_id, statement_id, deliverable_id) <= 1)`)
  }
}

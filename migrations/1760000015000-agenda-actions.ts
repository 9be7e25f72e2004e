import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A row of an agenda can be about an action that is still open: what was handed out is reported on. */
export class AgendaActions1760000015000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table agenda_item
        add action_id uuid references action_item,
        drop constraint agenda_item_one_subject,
        add constraint agenda_item_one_subject check (
          num_nonnulls(contribution_id, document_id, gap_id, overlap_case_id, statement_id, deliverable_id, action_id) <= 1)`)
    await db.query('create index on agenda_item (action_id) where action_id is not null')
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table agenda_item
        drop action_id,
        add constraint agenda_item_one_subject check (
          num_nonnulls(contribution_id, document_id, gap_id, overlap_case_id, statement_id, deliverable_id) <= 1)`)
  }
}

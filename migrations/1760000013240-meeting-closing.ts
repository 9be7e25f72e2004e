import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A meeting that is over is closed by whoever chairs, and opened again by a decision. */
export class MeetingClosing1760000013240 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table meeting drop constraint meeting_state_check,
        add check (state in ('PLANNED', 'ANNOUNCED', 'CLOSED', 'CANCELLED')),
        add column closed_at timestamptz,
        add column reopened_reason text check (length(reopened_reason) <= 1000),
        add column reopened_by text check (length(reopened_by) <= 300),
        add check ((state = 'CLOSED') = (closed_at is not null))`)
    await db.query(`
      alter table meeting_history add column closed_at timestamptz, add column reopened_reason text, add column reopened_by text`)
    await db.query(`select remake_as_of('meeting')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table meeting drop column closed_at, drop column reopened_reason, drop column reopened_by,
        drop constraint if exists meeting_state_check1`)
    await db.query(`alter table meeting add check (state in ('PLANNED', 'ANNOUNCED', 'CANCELLED'))`)
    await db.query(
      `alter table meeting_history drop column closed_at, drop column reopened_reason, drop column reopened_by`,
    )
    await db.query(`select remake_as_of('meeting')`)
  }
}

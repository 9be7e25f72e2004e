import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Whether a meeting was asked for known patents, and what was answered. There is no place for what the group thinks of them. */
export class PatentQuestions1760000013630 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table patent_question (
        id uuid primary key,
        meeting_id uuid not null unique references meeting,
        was_asked boolean not null,
        asked_on date,
        asked_time time,
        note text check (length(note) between 1 and 1000),
        answers jsonb not null default '[]' check (jsonb_typeof(answers) = 'array'),
        told_by uuid references person,
        told_at timestamptz not null,
        revision integer not null default 1,
        check (was_asked = (asked_on is not null)),
        check (was_asked or (asked_time is null and answers = '[]' and note is not null))
      )`)
    await db.query(`select make_versioned('patent_question')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function patent_question_at(timestamptz)')
    await db.query('drop table patent_question_history, patent_question')
  }
}

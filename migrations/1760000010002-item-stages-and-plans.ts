import type { MigrationInterface, QueryRunner } from 'typeorm'

const date = String.raw`~ '^\d{4}(-\d\d(-\d\d)?)?$'`

/** When an item reached a stage, why a stage was corrected; and the dates that its body has planned for it, each as it was said. */
export class ItemStagesAndPlans1760000010002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['item_stage', 'item_stage_history']) {
      await db.query(`alter table ${table} add column reached_on text, add column correction text`)
    }
    await db.query(`alter table item_stage
      add check (reached_on ${date}),
      add check (length(correction) between 1 and 1000),
      add check (length(native_stage) between 1 and 200)`)
    await db.query(`select remake_as_of('item_stage')`)

    await db.query(`
      create table item_plan (
        id uuid primary key,
        item_id uuid not null references item,
        kind text not null,
        planned_on text check (planned_on ${date}),
        noted_at timestamptz not null,
        source text,
        confidence text not null check (confidence in ('VERIFIED', 'MEMORY')),
        as_of date,
        checked_by uuid references person,
        check_again_on date,
        revision integer not null default 1
      )`)
    await db.query('create index on item_plan (item_id)')
    await db.query(`select make_versioned('item_plan')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function item_plan_at(timestamptz)')
    await db.query('drop table item_plan_history, item_plan')
  }
}

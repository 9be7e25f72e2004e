import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The order of states as lists sort by it today; where that changes, an index is made anew beside this one. */
const state = `array_position(array['PROPOSED', 'IN_DEVELOPMENT', 'IN_APPROVAL', 'APPROVED_UNPUBLISHED', 'PUBLISHED', 'UNDER_REVIEW',
  'SUPERSEDED', 'WITHDRAWN', 'CANCELLED', 'UNKNOWN'], state)`
const title = 'left(title, 200) collate natural_name'

/** Each way in which items are sorted: what has no value comes last either way, so the two ways are not one index read from both ends. */
const orders = {
  item_by_title: `(${title}), id`,
  item_by_title_back: `(${title}) desc nulls last, id`,
  item_by_state: `(${state}), designation_sort, id`,
  item_by_state_back: `(${state}) desc, designation_sort, id`,
  item_by_evidence: 'as_of, designation_sort, id',
  item_by_evidence_back: 'as_of desc nulls last, designation_sort, id',
}

/** Each order in which items are listed has its index, so that a page of a long register costs what one of a short register does. */
export class ItemOrders1760000012620 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(orders)) await db.query(`create index ${name} on item (${columns})`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index ${Object.keys(orders).join(', ')}`)
  }
}

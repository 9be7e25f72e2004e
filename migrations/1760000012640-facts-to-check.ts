import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Tables whose facts are as many as the items, or more. */
const tables = ['item', 'item_name', 'item_title', 'item_stage', 'item_plan', 'relation']

/** The queue of facts takes what nobody has confirmed in the order of recording: an index of its own beside that of what is overdue. */
export class FactsToCheck1760000012640 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of tables)
      await db.query(`create index ${table}_unconfirmed on ${table} (id) where confidence = 'MEMORY'`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index ${tables.map((table) => `${table}_unconfirmed`).join(', ')}`)
  }
}

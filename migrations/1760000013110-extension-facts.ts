import type { MigrationInterface, QueryRunner } from 'typeorm'

/** At which meeting of the parent a group was extended, and why. */
export class ExtensionFacts1760000013110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table lifetime_extension
      add column at_meeting text check (length(at_meeting) between 1 and 300),
      add column reason text check (length(reason) between 1 and 2000)`)
    await db.query('alter table lifetime_extension_history add column at_meeting text, add column reason text')
    await db.query(`select remake_as_of('lifetime_extension')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function lifetime_extension_at(timestamptz)')
    for (const table of ['lifetime_extension', 'lifetime_extension_history']) {
      await db.query(`alter table ${table} drop column at_meeting, drop column reason`)
    }
    await db.query(`select remake_as_of('lifetime_extension')`)
  }
}

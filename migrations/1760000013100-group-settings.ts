import type { MigrationInterface, QueryRunner } from 'typeorm'

const columns = [
  `contribution_strength text check (contribution_strength in ('BLOCK', 'FLAG', 'ADVISE'))`,
  `announcement_offset_weeks integer check (announcement_offset_weeks between 0 and 104)`,
  `deliverables_offset_weeks integer check (deliverables_offset_weeks between 0 and 104)`,
  `contribution_pattern text not null default '{group}-I-{seq:3}{rev}' check (length(contribution_pattern) between 1 and 100)`,
  `purposes text[]`,
  `more_languages text[] not null default '{}'`,
  `default_visibility text check (default_visibility in ('PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT'))`,
  `figure_numbers text check (figure_numbers in ('RUNNING', 'BY_CLAUSE'))`,
  `lifetime_anchor text not null default 'FIRST_MEETING' check (lifetime_anchor in ('FIRST_MEETING', 'TERMS_APPROVED'))`,
]

/** The twin keeps old rows as they were, so it takes the columns without their conditions. */
const inHistory = (column: string) => column.replace(/ check \(.*\)$/, '')
const nameOf = (column: string) => column.slice(0, column.indexOf(' '))

/** What a group chooses for itself beyond its zone: lengths, strengths, numbers, purposes, languages. */
export class GroupSettings1760000013100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const column of columns) {
      await db.query(`alter table standards_group add column ${column}`)
      await db.query(`alter table standards_group_history add column ${inHistory(column)}`)
    }
    await db.query(`select remake_as_of('standards_group')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function standards_group_at(timestamptz)')
    for (const table of ['standards_group', 'standards_group_history']) {
      await db.query(`alter table ${table} ${columns.map((column) => `drop column ${nameOf(column)}`).join(', ')}`)
    }
    await db.query(`select remake_as_of('standards_group')`)
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What belongs to an example group is an example, whoever makes it and whoever forgets to say so. */
export class TextsOfExamples1760000009300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function document_follows_example() returns trigger language plpgsql as $$
      begin
        new.is_example := new.is_example or coalesce((select g.is_example from standards_group g where g.id = new.group_id), false);
        return new;
      end $$`)
    await db.query(`
      create trigger document_follows_example before insert on document
        for each row execute function document_follows_example()`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop trigger document_follows_example on document')
    await db.query('drop function document_follows_example()')
  }
}

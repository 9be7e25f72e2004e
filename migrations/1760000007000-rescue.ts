import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How far the rescue has looked through a text, and what the server itself wrote in it. */
export class Rescue1760000007000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // `rescued_seq`: all rows up to this one have been looked at, and what was lost by them is back. It rises in the statement that brings it back.
    // `server_client`: the Yjs client under which the server writes; `server_seq`: the last row that it wrote.
    await db.query(`
      alter table document_log
        add rescued_seq bigint not null default 0,
        add server_client bigint,
        add server_seq bigint not null default 0`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table document_log drop rescued_seq, drop server_client, drop server_seq')
  }
}

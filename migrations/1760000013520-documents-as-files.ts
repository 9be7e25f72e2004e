import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Files may be documents, too, which have no width and height. */
export class DocumentsAsFiles1760000013520 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table file
        drop constraint file_media_type_check,
        add constraint file_media_type_check check (media_type in ('image/png', 'image/jpeg', 'image/gif', 'image/webp',
          'application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')),
        alter column width drop not null,
        alter column height drop not null,
        add constraint file_pictures_have_a_size check (
          (media_type like 'image/%') = (width is not null) and (width is null) = (height is null))`)
  }

  async down(db: QueryRunner): Promise<void> {
    // Fails where documents were taken: nothing may be lost.
    await db.query(`
      alter table file
        drop constraint file_pictures_have_a_size,
        drop constraint file_media_type_check,
        add constraint file_media_type_check check (media_type in ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
        alter column width set not null,
        alter column height set not null`)
  }
}

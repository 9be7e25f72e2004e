import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Objects } from '#server/common/activity/index.js'
import { ItemsModule } from '#server/roadmap/items/index.js'
import { Applying } from './applying.service.js'
import { ImportObstacleResolver, ImportRowResolver, ImportsResolver } from './imports.resolver.js'
import { Imports } from './imports.service.js'
import { ItemImport } from './item-import.entity.js'
import { ItemImportRow } from './item-import-row.entity.js'
import { Previewing } from './previewing.service.js'
import { Undoing } from './undoing.service.js'

/**
 * Takes lists of items into the register in two steps: a file is read and compared with what is there (`reading/`, one file a format; judge.ts), and
 * what that showed is written in one transaction and can be undone as a whole. Each row is kept as its submitter wrote it. Rules: IM-1 to IM-7, GA-6,
 * and those of items.
 */
@Module({
  imports: [TypeOrmModule.forFeature([ItemImport, ItemImportRow]), ItemsModule],
  providers: [Imports, Previewing, Applying, Undoing, ImportsResolver, ImportRowResolver, ImportObstacleResolver],
  exports: [Imports, Previewing, Applying, Undoing],
})
export class ImportsModule implements OnModuleInit {
  constructor(private readonly objects: Objects) {}

  onModuleInit(): void {
    // Its page is for those who run imports; others are told where the facts come from, which each of these says anyway.
    this.objects.describe('import', async (ctx, ids) => {
      const rows = (await ctx.db.query('select id, source from item_import where id = any($1::uuid[])', [ids])) as {
        id: string
        source: string
      }[]
      const { isAdministrator } = ctx.viewer
      return new Map(
        rows.map(({ id, source }) => [id, { label: source, href: isAdministrator ? `/admin/imports/${id}` : null }]),
      )
    })
  }
}

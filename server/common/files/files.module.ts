import { Global, Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Objects } from '#server/common/activity/index.js'
import { addressOfFile } from './file-address.js'
import { StoredFile } from './file.entity.js'
import { FileScopes } from './file-scopes.service.js'
import { filesById } from './files.loader.js'
import { FileResolver } from './files.resolver.js'
import { Files } from './files.service.js'

/**
 * Files that people upload: bytes, checksums, types. Pictures, so far. What a file belongs to, and who may read and add there, is handed in by the
 * room that owns it (`FileScopes`); a file has no visibility of its own, so nothing can fall behind. Bytes are kept in PostgreSQL (decision 11).
 * Rules: docs/rules/common.md (FI).
 */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([StoredFile])],
  providers: [Files, FileScopes, FileResolver],
  exports: [Files, FileScopes],
})
export class FilesModule implements OnModuleInit {
  constructor(
    private readonly objects: Objects,
    private readonly scopes: FileScopes,
  ) {}

  onModuleInit(): void {
    this.objects.describe('file', async (ctx, ids) => {
      const seen = await Promise.all(
        ids.map(async (id) => {
          const file = await filesById(ctx).load(id)
          return file && !file.withdrawnAt && (await this.scopes.ownerOf(ctx, file)) ? [file] : []
        }),
      )
      return new Map(seen.flat().map((file) => [file.id, { label: file.name, href: addressOfFile(file) }]))
    })
  }
}

import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { schemaVersion } from '#schema/document/schema.js'
import { Access } from '#server/common/access/index.js'
import { filesOf, type StoredFile } from '#server/common/files/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { SharedDocument } from './document.entity.js'
import { documentsById } from './documents.loader.js'
import { Documents, type OpenDocument } from './documents.service.js'

const filesOfDocument = filesOf('document')

@Resolver('Document')
export class DocumentResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly documents: Documents,
  ) {}

  @Query('document')
  document(@Args('id') id: string, @Context() ctx: Ctx): Promise<SharedDocument | null> {
    return documentsById(ctx).load(id)
  }

  @Mutation('createDocument')
  create(
    @Args('input')
    { idempotencyKey: key, ...input }: Omit<OpenDocument, 'schemaVersion' | 'isExample'> & { idempotencyKey: string },
    @Context() ctx: Ctx,
  ): Promise<SharedDocument> {
    return this.unit.writeOnce(
      ctx,
      { key, verb: 'document.opened', input },
      (tx) => this.documents.start(tx, { ...input, schemaVersion }),
      (tx, id) => tx.db.findOneByOrFail(SharedDocument, { id }),
    )
  }

  @Mutation('renameDocument')
  rename(
    @Args('input') input: { id: string; expectedRevision: number; title: string },
    @Context() ctx: Ctx,
  ): Promise<SharedDocument> {
    return this.unit.write(ctx, (tx) => this.documents.rename(tx, input))
  }

  @ResolveField('viewerMay')
  viewerMay(@Parent() document: SharedDocument, @Context() ctx: Ctx): string[] {
    return this.access.allowed(ctx, 'document', document)
  }

  @ResolveField('files')
  files(@Parent() document: SharedDocument, @Context() ctx: Ctx): Promise<StoredFile[]> {
    return filesOfDocument(ctx, document.id)
  }
}

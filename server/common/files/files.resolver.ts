import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { addressOfFile } from './file-address.js'
import type { StoredFile } from './file.entity.js'
import { Files } from './files.service.js'

/** A file, wherever one is shown. Who uploaded it is added by the room that knows people. */
@Resolver('File')
export class FileResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly files: Files,
  ) {}

  @Mutation('withdrawFile')
  withdraw(@Args('id') id: string, @Context() ctx: Ctx): Promise<StoredFile> {
    return this.unit.write(ctx, (tx) => this.files.withdraw(tx, id))
  }

  @ResolveField('sha256')
  sha256(@Parent() file: StoredFile): string {
    return file.sha256.toString('hex')
  }

  @ResolveField('url')
  url(@Parent() file: StoredFile): string {
    return addressOfFile(file)
  }
}

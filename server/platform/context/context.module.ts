import { Global, Module } from '@nestjs/common'
import { NowResolver } from './now.resolver.js'
import { UnitOfWork } from './unit-of-work.js'

/** What one call stands on: viewer, instant, language, transaction. `UnitOfWork` opens the one transaction of a mutation. */
@Global()
@Module({ providers: [UnitOfWork, NowResolver], exports: [UnitOfWork] })
export class ContextModule {}

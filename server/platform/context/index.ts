/** `Ctx`: viewer, now, language, transaction of one call. */
export type { Ctx, WriteCtx } from './ctx.js'
export { isSignedIn, stranger, system, type Standing, type Viewer } from './viewer.js'
export { groupBy, listLoader, loader } from './loader.js'
export { together } from './together.js'
export { ContextModule } from './context.module.js'
export { UnitOfWork, type Once } from './unit-of-work.js'

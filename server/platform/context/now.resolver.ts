import { Context, Query, Resolver } from '@nestjs/graphql'
import type { Ctx } from './ctx.js'

/** Tells the instant that everything else in the same answer was computed for. */
@Resolver()
export class NowResolver {
  @Query('now')
  now(@Context() ctx: Ctx): Date {
    return ctx.now
  }
}

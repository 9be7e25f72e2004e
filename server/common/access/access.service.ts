import { Injectable } from '@nestjs/common'
import { isSignedIn, type Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { linesOf, permissionsOn } from './permissions.js'

/** The one place that answers whether a viewer may do something. */
@Injectable()
export class Access {
  /** Whether the permission holds for this viewer and object. */
  may(ctx: Ctx, permission: string, object: unknown): boolean {
    return linesOf(permission).some((line) => line.every((test) => test(ctx.viewer, object, ctx)))
  }

  /**
   * Goes on only when the permission holds. What the viewer may not even read is NOT_FOUND, so that nobody learns that it exists; a stranger
   * who may read is asked to sign in. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN.
   */
  require(ctx: Ctx, permission: string, object: unknown): void {
    if (this.may(ctx, permission, object)) return
    const read = `${permission.split('.')[0]}.read`
    if (
      permission === read ||
      (permissionsOn(permission.split('.')[0]!).includes(read) && !this.may(ctx, read, object))
    ) {
      throw refuse('NOT_FOUND')
    }
    throw refuse(isSignedIn(ctx.viewer) ? 'FORBIDDEN' : 'SIGN_IN_REQUIRED')
  }

  /** What the viewer may do with an object, as the values of the SDL enum: `meeting.publishDates` → PUBLISH_DATES. */
  allowed(ctx: Ctx, noun: string, object: unknown): string[] {
    return permissionsOn(noun)
      .filter((permission) => this.may(ctx, permission, object))
      .map((permission) =>
        permission
          .slice(noun.length + 1)
          .replace(/[A-Z]/g, (letter) => `_${letter}`)
          .toUpperCase(),
      )
  }
}

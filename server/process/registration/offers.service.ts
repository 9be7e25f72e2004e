import { Injectable } from '@nestjs/common'
import type { RegistrationAudience } from '#schema/vocabulary/registration.js'
import { Access } from '#server/common/access/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { optionalDayOf, textOf } from '#server/process/groups/index.js'
import { Desks, type OpenDesk } from './desks.service.js'
import { RegistrationConsent } from './registration-consent.entity.js'
import { RegistrationOffer } from './registration-offer.entity.js'

export interface OfferRegistration {
  readonly meetingId: string
  /** Null while nothing is offered yet. */
  readonly expectedRevision?: number | null
  readonly opensOn?: string | null
  readonly placesOnsite?: number | null
  readonly offersRemote: boolean
  readonly offersVisaSupport: boolean
  readonly audience: RegistrationAudience
  readonly consentText: string
}

/** The verb on what is offered. */
@Injectable()
export class Offers {
  constructor(
    private readonly access: Access,
    private readonly desks: Desks,
  ) {}

  /**
   * Offers registration for a meeting, or changes what is offered. More places move those up who wait; fewer drive nobody out. Another text of
   * consent is another version: what people agreed to before stays as they saw it.
   * Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, MEETING_CANCELLED, NO_SUCH_DAY, DAY_OUT_OF_RANGE, BAD_INPUT, TEXT_MISSING, TEXT_TOO_LONG. [RG-1, RG-2, RG-7]
   */
  async offer(ctx: WriteCtx, input: OfferRegistration): Promise<{ readonly id: string }> {
    await this.desks.lockMeeting(ctx, input.meetingId)
    const before = await this.desks.lock(ctx, input.meetingId)
    const desk = await this.desks.at(ctx, input.meetingId, before)
    this.access.require(ctx, 'registration.offer', desk.scope)
    this.desks.requireHeld(desk)
    if ((input.expectedRevision ?? 0) !== (before?.revision ?? 0)) {
      throw refuse('STALE', { revision: before?.revision ?? 0 })
    }
    const offer: RegistrationOffer = {
      meetingId: input.meetingId,
      opensOn: optionalDayOf(input.opensOn, 'input.opensOn'),
      placesOnsite: places(input.placesOnsite ?? null),
      offersRemote: input.offersRemote,
      offersVisaSupport: input.offersVisaSupport,
      audience: input.audience,
      consentVersion: before?.consentVersion ?? 1,
      revision: (before?.revision ?? 0) + 1,
    }
    const text = textOf(input.consentText, 2000, 'input.consentText')
    if (before) {
      const asked = await ctx.db.findOneByOrFail(RegistrationConsent, {
        meetingId: offer.meetingId,
        version: before.consentVersion,
      })
      if (asked.text !== text) {
        offer.consentVersion = before.consentVersion + 1
        await ctx.db.insert(RegistrationConsent, { meetingId: offer.meetingId, version: offer.consentVersion, text })
      }
      await ctx.db.update(RegistrationOffer, { meetingId: offer.meetingId }, offer)
    } else {
      await ctx.db.insert(RegistrationOffer, offer)
      await ctx.db.insert(RegistrationConsent, { meetingId: offer.meetingId, version: 1, text })
    }
    const open: OpenDesk = { ...desk, offer }
    await this.desks.record(ctx, open, 'registration.offered', {
      opensOn: offer.opensOn,
      places: offer.placesOnsite,
      isChange: before !== null,
    })
    await this.desks.moveUp(ctx, open)
    return { id: input.meetingId }
  }
}

function places(given: number | null): number | null {
  if (given !== null && (given < 0 || given > 100_000)) {
    throw refuse('BAD_INPUT', { detail: 'there are 0 to 100,000 places' }, { field: 'input.placesOnsite' })
  }
  return given
}

import { Injectable } from '@nestjs/common'
import type { AttendanceMode } from '#schema/vocabulary/registration.js'
import { Access } from '#server/common/access/index.js'
import { People } from '#server/community/people/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { isOverAt } from '#server/process/meetings/index.js'
import { optionalTextOf, textOf } from '#server/process/groups/index.js'
import { Desks, nextArrival, type OpenDesk } from './desks.service.js'
import { stateOnArrival, type Queued } from './places.js'
import { phaseAt } from './registration-window.js'
import { Registration } from './registration.entity.js'

/** What somebody says of themselves. */
export interface RegistrationDetails {
  readonly mode: AttendanceMode
  /** Whom they represent, as printed. */
  readonly affiliation: string
  readonly country?: string | null
  readonly wantsVisaSupport?: boolean | null
  readonly visaNeeds?: string | null
  readonly consents: boolean
  /** The version of the text that they were shown. */
  readonly consentVersion: number
  readonly remark?: string | null
}

export type Register = RegistrationDetails & { readonly meetingId: string }
export type ChangeRegistration = RegistrationDetails & { readonly id: string; readonly expectedRevision: number }
export type RegisterByHand = Register & {
  /** Somebody who is known here; null for somebody new. */
  readonly personId?: string | null
  /** Name of somebody new. */
  readonly name?: string | null
  readonly reason: string
}

/** The verbs on registrations. Who may do what: registration.access.ts; who gets a place: places.ts. */
@Injectable()
export class Registrations {
  constructor(
    private readonly access: Access,
    private readonly desks: Desks,
    private readonly people: People,
  ) {}

  /**
   * Registers the viewer: with a place, or at the end of the waiting list. Whoever withdrew before comes anew.
   * Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, REGISTRATION_NOT_OFFERED, REGISTRATION_NOT_OPEN, REGISTRATION_CLOSED, MEETING_CANCELLED, MODE_NOT_OFFERED,
   * ALREADY_REGISTERED, VISA_CLOSED, STALE, TEXT_MISSING, TEXT_TOO_LONG. [RG-1 to RG-7]
   */
  async register(ctx: WriteCtx, input: Register): Promise<Registration> {
    const desk = await this.desks.open(ctx, input.meetingId)
    this.access.require(ctx, 'registration.register', desk.scope)
    this.desks.requireHeld(desk)
    this.requireOpen(ctx, desk)
    return this.add(ctx, desk, ctx.viewer.personId!, input, null)
  }

  /**
   * Registers somebody else, known here or new, also after the closing instant, which then stands with it. The room has no more places for them than
   * for anybody. Chair, vice-chairs, secretariat.
   * Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, REGISTRATION_NOT_OFFERED, MEETING_CANCELLED, MODE_NOT_OFFERED, ALREADY_REGISTERED, STALE, TEXT_MISSING,
   * TEXT_TOO_LONG, BAD_INPUT. [RG-5]
   */
  async registerByHand(ctx: WriteCtx, input: RegisterByHand): Promise<Registration> {
    const desk = await this.desks.open(ctx, input.meetingId)
    this.access.require(ctx, 'registration.registerOthers', desk.scope)
    this.desks.requireHeld(desk)
    const reason = textOf(input.reason, 1000, 'input.reason')
    const personId = input.personId ?? (await this.somebodyNew(ctx, input.name))
    return this.add(ctx, desk, personId, input, reason)
  }

  /**
   * Changes a registration: one's own, until the meeting ends. Whoever goes from afar to the room comes anew in the order of arrival, and only while
   * registration is open; whoever goes the other way leaves their place to the next.
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, STALE, MEETING_CANCELLED, MEETING_ENDED, NOT_REGISTERED, REGISTRATION_CLOSED, MODE_NOT_OFFERED, VISA_CLOSED,
   * TEXT_MISSING, TEXT_TOO_LONG. [RG-3, RG-4]
   */
  async change(ctx: WriteCtx, input: ChangeRegistration): Promise<Registration> {
    const { desk, registration } = await this.take(ctx, input.id)
    this.desks.requireAhead(ctx, desk)
    if (registration.state === 'WITHDRAWN') throw refuse('NOT_REGISTERED')
    const isByHand = registration.personId !== ctx.viewer.personId
    const columns = await this.checked(ctx, desk, input, { before: registration, isByHand })
    const moves = input.mode !== registration.mode
    if (moves && input.mode === 'ONSITE' && !isByHand) this.requireOpen(ctx, desk)
    const others = (await this.desks.queue(ctx, desk.meeting.id)).filter(({ id }) => id !== registration.id)
    const place = moves
      ? {
          state: stateOnArrival(input.mode, others, desk.offer.placesOnsite),
          arrival: await nextArrival(ctx, desk.meeting.id),
          movedUpAt: null,
        }
      : {}
    const changed = await revise(ctx.db, Registration, registration.id, input.expectedRevision, {
      ...columns,
      ...place,
    })
    await this.desks.record(ctx, desk, 'registration.changed', { personId: registration.personId, mode: input.mode })
    if (moves) await this.desks.moveUp(ctx, desk)
    return changed
  }

  /**
   * Withdraws a registration: one's own, until the meeting ends; the next who waits gets the place. What a visa needed is deleted.
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, STALE, MEETING_CANCELLED, MEETING_ENDED, NOT_REGISTERED. [RG-3, RG-6]
   */
  async withdraw(ctx: WriteCtx, input: { id: string; expectedRevision: number }): Promise<Registration> {
    const { desk, registration } = await this.take(ctx, input.id)
    this.desks.requireAhead(ctx, desk)
    if (registration.state === 'WITHDRAWN') throw refuse('NOT_REGISTERED')
    const changed = await revise(ctx.db, Registration, registration.id, input.expectedRevision, {
      state: 'WITHDRAWN',
      withdrawnAt: ctx.now,
      visaNeeds: null,
    })
    await this.desks.record(ctx, desk, 'registration.withdrawn', { personId: registration.personId })
    await this.desks.moveUp(ctx, desk)
    return changed
  }

  /**
   * Part of erasing a person: what they said of themselves goes, their place in a meeting to come goes to the next; where they were stays as somebody's
   * who is no longer named. [RG-8, PE-2]
   */
  async forget(ctx: WriteCtx, personId: string): Promise<void> {
    const rows = (await ctx.db.query(
      `update registration set affiliation = null, organisation_id = null, country = null, visa_needs = null, remark = null, late_reason = null
       where person_id = $1 returning id, meeting_id as "meetingId", state`,
      [personId],
    )) as [{ id: string; meetingId: string; state: string }[], number]
    for (const { id, meetingId } of rows[0].filter(({ state }) => state !== 'WITHDRAWN'))
      await this.release(ctx, id, meetingId)
  }

  /** Gives a place up that nobody will take. It is not the erased who ask, so nobody's permission is. */
  private async release(ctx: WriteCtx, id: string, meetingId: string): Promise<void> {
    const asSystem = this.desks.asSystem(ctx)
    const desk = await this.desks.open(asSystem, meetingId)
    const { meeting } = desk
    if (meeting.state === 'CANCELLED' || isOverAt(meeting, ctx.now)) return
    await ctx.db.update(Registration, { id }, { state: 'WITHDRAWN', withdrawnAt: ctx.now })
    await this.desks.record(asSystem, desk, 'registration.withdrawn', {})
    await this.desks.moveUp(asSystem, desk)
  }

  private requireOpen(ctx: WriteCtx, { offer, group, meeting, windowFor }: OpenDesk): void {
    const window = windowFor(offer.opensOn)
    const phase = phaseAt(window, ctx.now)
    if (phase === 'NOT_YET') throw refuse('REGISTRATION_NOT_OPEN', { opensOn: offer.opensOn! })
    if (phase === 'OPEN') return
    if (isOverAt(meeting, ctx.now)) throw refuse('MEETING_ENDED', { endsOn: meeting.endsOn })
    throw refuse('REGISTRATION_CLOSED', { closedOn: lastDay(window.closesAt, group.deadlineZone) })
  }

  private async add(
    ctx: WriteCtx,
    desk: OpenDesk,
    personId: string,
    input: Register,
    reason: string | null,
  ): Promise<Registration> {
    const { meeting, offer } = desk
    const before = await ctx.db.findOneBy(Registration, { meetingId: meeting.id, personId })
    if (before && before.state !== 'WITHDRAWN') throw refuse('ALREADY_REGISTERED')
    const known = (await ctx.db.query('select 1 from person where id = $1 and erased_at is null for key share', [
      personId,
    ])) as unknown[]
    if (known.length === 0) throw refuse('NOT_FOUND', {}, { field: 'input.personId' })
    const queue: Queued[] = await this.desks.queue(ctx, meeting.id)
    const registration: Registration = {
      ...(await this.checked(ctx, desk, input, { before: null, isByHand: reason !== null })),
      id: before?.id ?? newId(),
      meetingId: meeting.id,
      personId,
      state: stateOnArrival(input.mode, queue, offer.placesOnsite),
      arrival: await nextArrival(ctx, meeting.id),
      registeredAt: ctx.now,
      registeredBy: ctx.viewer.personId,
      isLate: ctx.now >= desk.windowFor(offer.opensOn).closesAt,
      lateReason: reason,
      movedUpAt: null,
      withdrawnAt: null,
      revision: (before?.revision ?? 0) + 1,
    }
    if (before) await ctx.db.update(Registration, { id: before.id }, registration)
    else await ctx.db.insert(Registration, registration)
    const { state, mode } = registration
    const args = { personId, state, mode, isLate: registration.isLate }
    if (reason === null) await this.desks.record(ctx, desk, 'registration.made', args)
    else await this.desks.record(ctx, desk, 'registration.madeByHand', args)
    return registration
  }

  /** The columns that the details make. */
  private async checked(
    ctx: WriteCtx,
    desk: OpenDesk,
    input: RegistrationDetails,
    { before, isByHand }: { before: Registration | null; isByHand: boolean },
  ) {
    // Whoever has a place on site may keep it when the meeting later offers none.
    if (input.mode !== before?.mode) this.desks.requireMode(desk, input.mode)
    const consentChanged = input.consentVersion !== desk.offer.consentVersion
    const keepsAnswer = before?.consentVersion === input.consentVersion && before.consents === input.consents
    if (consentChanged && !keepsAnswer) throw refuse('STALE', {}, { field: 'input.consents' })
    const affiliation = textOf(input.affiliation, 300, 'input.affiliation')
    const wantsVisaSupport = input.wantsVisaSupport ?? false
    if (wantsVisaSupport && !before?.wantsVisaSupport && !isByHand) this.requireVisaSupport(ctx, desk)
    return {
      mode: input.mode,
      affiliation,
      organisationId: await organisationCalled(ctx, affiliation),
      country: optionalTextOf(input.country, 100, 'input.country'),
      wantsVisaSupport,
      visaNeeds: wantsVisaSupport ? optionalTextOf(input.visaNeeds, 2000, 'input.visaNeeds') : null,
      consents: input.consents,
      consentVersion: input.consentVersion,
      remark: optionalTextOf(input.remark, 1000, 'input.remark'),
    }
  }

  private requireVisaSupport(ctx: WriteCtx, { offer, group, windowFor }: OpenDesk): void {
    const { visaClosesAt } = windowFor(offer.opensOn)
    if (offer.offersVisaSupport && ctx.now < visaClosesAt) return
    const closedOn = offer.offersVisaSupport ? lastDay(visaClosesAt, group.deadlineZone) : ''
    throw refuse(
      'VISA_CLOSED',
      { isOffered: String(offer.offersVisaSupport), closedOn },
      { field: 'input.wantsVisaSupport' },
    )
  }

  /** A registration for a change, with its desk, locked: one's own, or anybody's for those who keep the list. Refuses: NOT_FOUND, SIGN_IN_REQUIRED. */
  private async take(ctx: WriteCtx, id: string): Promise<{ desk: OpenDesk; registration: Registration }> {
    const found = await ctx.db.findOneBy(Registration, { id })
    if (!found) throw refuse('NOT_FOUND')
    const desk = await this.desks.open(ctx, found.meetingId)
    const registration = await ctx.db.findOneByOrFail(Registration, { id })
    const isOwn = registration.personId === ctx.viewer.personId
    if (!isOwn && !this.access.may(ctx, 'registration.registerOthers', desk.scope)) {
      throw refuse(ctx.viewer.personId === null && !ctx.viewer.isSystem ? 'SIGN_IN_REQUIRED' : 'NOT_FOUND')
    }
    return { desk, registration }
  }

  private async somebodyNew(ctx: WriteCtx, name: string | null | undefined): Promise<string> {
    const { id } = await this.people.signUp(ctx, { name: textOf(name ?? '', 200, 'input.name') })
    return id
  }
}

/** The last calendar day before an exclusive instant. */
const lastDay = (closesAt: Date, zone: string) => dayIn(new Date(closesAt.getTime() - 1), zone)

/** The organisation among those recorded that is called so, whatever its accents and case; null when none is, or when several are. */
async function organisationCalled(ctx: WriteCtx, name: string): Promise<string | null> {
  const found = (await ctx.db.query('select id from organisation where plain(name) = plain($1) limit 2', [name])) as {
    id: string
  }[]
  return found.length === 1 ? found[0]!.id : null
}

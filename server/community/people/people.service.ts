import { Injectable } from '@nestjs/common'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import { Accounts } from '#server/common/identity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Affiliation } from './affiliation.entity.js'
import { Person } from './person.entity.js'
import { PersonProfile } from './person-profile.entity.js'

export interface NewPerson {
  readonly name: string
  /** As lists order it; absent: as the name. */
  readonly sortName?: string
  readonly affiliation?: NewAffiliation | null
}

export interface NewAffiliation {
  /** As printed. */
  readonly label: string
  readonly organisationId?: string | null
  readonly country?: string | null
  /** First day; null when unknown. */
  readonly from?: string | null
  /** Day after the last; null while it lasts or when unknown. */
  readonly to?: string | null
}

/** Part of erasing a person: deletes what a room knows of them besides their id. */
export type Forget = (ctx: WriteCtx, personId: string) => Promise<void>

@Injectable()
export class People {
  private readonly forgetting: Forget[] = []

  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly accounts: Accounts,
  ) {}

  /** Says how a room above forgets a person. It runs in the transaction that erases them, so nothing of them outlives it. [PE-2] */
  forgetWith(forget: Forget): void {
    this.forgetting.push(forget)
  }

  /** Records a person. The system and administrators may. Refuses: FORBIDDEN, SIGN_IN_REQUIRED, BAD_INPUT. */
  async record(ctx: WriteCtx, input: NewPerson): Promise<Person> {
    this.access.require(ctx, 'person.record', { id: '' })
    return this.make(ctx, input)
  }

  /** Makes the person who signs up: a stranger, so nobody's permission is asked. Refuses: BAD_INPUT. */
  async signUp(ctx: WriteCtx, input: NewPerson): Promise<Person> {
    return this.make(ctx, input)
  }

  /** Records somebody for a room that has asked a permission of its own before, such as a group that gives them an office. Refuses: BAD_INPUT. */
  async introduce(ctx: WriteCtx, input: NewPerson): Promise<Person> {
    return this.make(ctx, input)
  }

  /** Changes how a person is shown. Themselves and administrators may. Refuses: NOT_FOUND, FORBIDDEN, STALE, BAD_INPUT. */
  async rename(
    ctx: WriteCtx,
    input: { personId: string; expectedRevision: number; name: string; sortName?: string },
  ): Promise<void> {
    await this.lock(ctx, input.personId)
    this.access.require(ctx, 'person.edit', { id: input.personId })
    const name = printed(input.name, 200, 'input.name')
    const { affected } = await ctx.db.update(
      PersonProfile,
      { personId: input.personId, revision: input.expectedRevision },
      { name, sortName: input.sortName?.trim() || name, revision: input.expectedRevision + 1 },
    )
    if (affected !== 1) throw refuse('STALE')
    await this.tell(ctx, 'person.renamed', input.personId)
  }

  /** Adds where a person belongs or belonged. Themselves and administrators may. Refuses: NOT_FOUND, FORBIDDEN, BAD_INPUT. */
  async addAffiliation(ctx: WriteCtx, personId: string, input: NewAffiliation): Promise<Affiliation> {
    await this.lock(ctx, personId)
    this.access.require(ctx, 'person.edit', { id: personId })
    const affiliation = await this.affiliate(ctx, personId, input)
    await this.tell(ctx, 'person.affiliated', personId)
    return affiliation
  }

  /** Says on which day an affiliation ended (the day after its last). Themselves and administrators may. Refuses: NOT_FOUND, FORBIDDEN, BAD_INPUT. */
  async endAffiliation(ctx: WriteCtx, affiliationId: string, toOn: string): Promise<void> {
    const affiliation = await ctx.db.findOneBy(Affiliation, { id: affiliationId })
    if (!affiliation) throw refuse('NOT_FOUND')
    await this.lock(ctx, affiliation.personId)
    this.access.require(ctx, 'person.edit', { id: affiliation.personId })
    requireOrder(affiliation.fromOn, toOn)
    await ctx.db.update(Affiliation, affiliationId, { toOn })
    await this.tell(ctx, 'person.affiliated', affiliation.personId)
  }

  /**
   * Deletes all that tells who a person is: profile, affiliations, account with sessions, tokens and links, mail. Their id stays, so that
   * every event and seal still holds. Themselves and administrators may; doing it again changes nothing. Refuses: NOT_FOUND, FORBIDDEN,
   * LAST_ADMINISTRATOR. [PE-2]
   */
  async erase(ctx: WriteCtx, personId: string): Promise<Person> {
    const person = await this.lock(ctx, personId, { evenErased: true })
    this.access.require(ctx, 'person.erase', person)
    if (person.erasedAt) return person
    await this.accounts.erase(ctx, personId)
    for (const forget of this.forgetting) await forget(ctx, personId)
    await ctx.db.delete(Affiliation, { personId })
    await ctx.db.delete(PersonProfile, { personId })
    await ctx.db.update(Person, personId, { erasedAt: ctx.now })
    await this.tell(ctx, 'person.erased', personId)
    return { ...person, erasedAt: ctx.now }
  }

  private async make(ctx: WriteCtx, input: NewPerson): Promise<Person> {
    const name = printed(input.name, 200, 'input.name')
    const person = { id: newId(), createdAt: ctx.now, erasedAt: null }
    await ctx.db.insert(Person, person)
    await ctx.db.insert(PersonProfile, {
      personId: person.id,
      name,
      sortName: input.sortName?.trim() || name,
      revision: 1,
    })
    if (input.affiliation) await this.affiliate(ctx, person.id, input.affiliation)
    // Nobody sees a new person before they act somewhere; only the administrators hear of it.
    await this.activity.record(ctx, {
      verb: 'person.recorded',
      object: { type: 'person', id: person.id },
      visibility: 'MANAGEMENT',
    })
    return person
  }

  private async affiliate(ctx: WriteCtx, personId: string, input: NewAffiliation): Promise<Affiliation> {
    requireOrder(input.from ?? null, input.to ?? null)
    const affiliation: Affiliation = {
      id: newId(),
      personId,
      organisationId: input.organisationId ?? null,
      label: printed(input.label, 300, 'input.affiliation'),
      country: input.country ?? null,
      fromOn: input.from ?? null,
      toOn: input.to ?? null,
    }
    await ctx.db.insert(Affiliation, affiliation)
    return affiliation
  }

  private async lock(ctx: WriteCtx, id: string, { evenErased = false } = {}): Promise<Person> {
    const person = await ctx.db.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } })
    if (!person || (person.erasedAt && !evenErased)) throw refuse('NOT_FOUND')
    return person
  }

  /** Public, although it says nothing but an id: pages that are kept for strangers show names, and must not outlive them. */
  private async tell(ctx: WriteCtx, verb: `person.${string}`, personId: string): Promise<void> {
    await this.activity.record(ctx, { verb, object: { type: 'person', id: personId }, visibility: 'PUBLIC' })
  }
}

/** A text that is shown: trimmed, of bounded length, in one line. */
function printed(text: string, longest: number, field: string): string {
  const trimmed = text.trim().normalize('NFC')
  if (trimmed.length < 1 || trimmed.length > longest || /\p{Cc}/u.test(trimmed)) {
    throw refuse('BAD_INPUT', { detail: `it needs 1 to ${longest} characters in one line` }, { field })
  }
  return trimmed
}

function requireOrder(from: string | null, to: string | null): void {
  if (from !== null && to !== null && to < from) {
    throw refuse('BAD_INPUT', { detail: 'an affiliation ends before it begins' }, { field: 'input.to' })
  }
}

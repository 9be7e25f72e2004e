import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import type { ActivityEvent } from '#server/common/activity/index.js'
import type { StoredFile } from '#server/common/files/index.js'
import { Browser, SignIn } from '#server/common/identity/index.js'
import { UnitOfWork, type Ctx, type Viewer } from '#server/platform/context/index.js'
import type { Affiliation } from './affiliation.entity.js'
import { affiliationsOf, peopleById, type PersonRow } from './people.loader.js'
import { People } from './people.service.js'

/** A person, wherever one is shown. Other rooms answer with `{ id }`; the rest is looked up here, once a call. */
@Resolver('Person')
export class PersonResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly people: People,
    private readonly signIns: SignIn,
    private readonly browser: Browser,
  ) {}

  @ResolveField('name')
  async name(@Parent() person: { id: string }, @Context() ctx: Ctx): Promise<string | null> {
    return (await peopleById(ctx).load(person.id))?.name ?? null
  }

  @ResolveField('affiliations')
  affiliations(@Parent() person: { id: string }, @Context() ctx: Ctx): Promise<Affiliation[]> {
    return affiliationsOf(ctx).load(person.id)
  }

  @Mutation('register')
  async register(
    @Context() ctx: Ctx,
    @Args('input') input: { name: string; email: string; password: string; affiliation?: string | null },
  ): Promise<{ isTaken: true }> {
    const { name, affiliation } = input
    await this.signIns.register(ctx, this.browser.asker(ctx), input, async (tx) => {
      const person = await this.people.signUp(tx, {
        name,
        affiliation: affiliation?.trim() ? { label: affiliation } : null,
      })
      return person.id
    })
    return { isTaken: true }
  }

  @Mutation('erasePerson')
  erasePerson(@Context() ctx: Ctx, @Args('id') id: string): Promise<{ id: string }> {
    return this.unit.write(ctx, (tx) => this.people.erase(tx, id))
  }
}

/** Fields of an affiliation that are called otherwise in the database. */
@Resolver('Affiliation')
export class AffiliationResolver {
  @ResolveField('from')
  from(@Parent() affiliation: Affiliation): string | null {
    return affiliation.fromOn
  }

  @ResolveField('to')
  to(@Parent() affiliation: Affiliation): string | null {
    return affiliation.toOn
  }
}

/** The person behind the account that asks. */
@Resolver('Viewer')
export class ViewerPersonResolver {
  @ResolveField('person')
  person(@Parent() viewer: Viewer): { id: string } | null {
    return viewer.personId === null ? null : { id: viewer.personId }
  }
}

/** The person behind an event. */
@Resolver('ActivityEvent')
export class EventActorResolver {
  @ResolveField('actor')
  async actor(@Parent() event: ActivityEvent, @Context() ctx: Ctx): Promise<PersonRow | null> {
    return event.actorId === null ? null : peopleById(ctx).load(event.actorId)
  }
}

/** The person who uploaded a file. */
@Resolver('File')
export class FileSenderResolver {
  @ResolveField('uploadedBy')
  uploadedBy(@Parent() file: StoredFile): { id: string } | null {
    return file.uploadedBy === null ? null : { id: file.uploadedBy }
  }
}

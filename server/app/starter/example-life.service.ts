import { Injectable } from '@nestjs/common'
import { CONSENT_VERSION } from '#schema/vocabulary/contributions.js'
import { stranger, type WriteCtx } from '#server/platform/context/index.js'
import { Contribution, Contributions, HandingIn } from '#server/process/contributions/index.js'
import { Actions, Decisions, Reservations } from '#server/process/decisions/index.js'
import { StandardsGroup } from '#server/process/groups/index.js'
import { exampleWorld, type ExampleDecision, type ExampleWorld } from './example-world.js'

/** Ids of people by the first part of their address. */
type Hands = ReadonlyMap<string, string>

/** What went on in the example group: what it decided, what is to be done, what people hand in to its next meeting. */
@Injectable()
export class ExampleLife {
  constructor(
    private readonly decisions: Decisions,
    private readonly reservations: Reservations,
    private readonly actions: Actions,
    private readonly contributions: Contributions,
    private readonly handingIn: HandingIn,
  ) {}

  async load(ctx: WriteCtx, { id }: StandardsGroup, world: ExampleWorld, people: Hands): Promise<void> {
    for (const decision of world.decisions) await this.decision(ctx, world, decision, people)
    for (const { by, sources, isHandedIn, ...given } of world.contributions) {
      const own = inHands(ctx, id, world, by, people.get(by)!)
      const labels = world.organisations.filter(({ slug }) => sources.includes(slug)).map(({ name }) => name)
      const taken = await this.contributions.reserve(own, { ...given, group: world.group.slug, sources: labels })
      if (isHandedIn) await this.contributions.write(own, taken.id)
    }
  }

  /** Hands in what was written: a text is read as it is committed, so this comes after the rest. */
  async handIn(ctx: WriteCtx, world: ExampleWorld = exampleWorld): Promise<void> {
    const group = await ctx.db.findOneByOrFail(StandardsGroup, { slug: world.group.slug })
    for (const { by, title, isHandedIn } of world.contributions) {
      if (!isHandedIn) continue
      const found = await ctx.db.findOneByOrFail(Contribution, { groupId: group.id, title })
      const own = inHands(ctx, group.id, world, by, found.reservedBy!)
      const { id, revision: expectedRevision } = found
      await this.handingIn.submit(own, { id, expectedRevision, consent: CONSENT_VERSION, patentsKnown: false })
    }
  }

  private async decision(
    ctx: WriteCtx,
    world: ExampleWorld,
    { held, actions = [], ...given }: ExampleDecision,
    people: Hands,
  ): Promise<void> {
    const group = world.group.slug
    const { number } = await this.decisions.record(ctx, { ...given, group })
    if (held) {
      const { name: organisation } = world.organisations.find(({ slug }) => slug === held.organisation)!
      const { id, revision } = await this.reservations.enter(ctx, {
        group,
        kind: 'RESERVATION',
        text: held.text,
        decision: number,
        organisation,
        isOfOrganisation: true,
      })
      await this.reservations.answer(ctx, { id, expectedRevision: revision, answer: held.answer })
    }
    for (const { owner, state, ...action } of actions) {
      const place = { group, meeting: given.meeting, decision: number, owner: people.get(owner)! }
      const { id, revision } = await this.actions.record(ctx, { ...action, ...place })
      if (state) await this.actions.move(ctx, { id, expectedRevision: revision, state })
    }
  }
}

/** The same call as somebody of the group makes it. */
function inHands(ctx: WriteCtx, groupId: string, world: ExampleWorld, name: string, personId: string): WriteCtx {
  const { role } = world.people.find(({ email }) => email.startsWith(`${name}@`))!
  const standings = role === null ? [] : [{ scopeId: groupId, role }]
  return { ...ctx, viewer: { ...stranger, accountId: personId, personId, standings } }
}

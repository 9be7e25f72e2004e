import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { explain } from '#schema/words/explain.js'
import { explainLifetime, explainMovesToo, explainMoveWarning } from '#schema/words/explain-meeting.js'
import { wordsFor } from '#schema/words/index.js'
import type { Explanation, MeetingMode, Obligation } from '#schema/vocabulary/process.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import type { AsOf } from '#server/platform/database/index.js'
import { announcementCheck, keyDates, recentEventsAfter, type KeyDate } from '#server/process/deadlines/index.js'
import { extensionsByGroup, type StandardsGroup } from '#server/process/groups/index.js'
import { factsOfMeeting } from './deadline-facts.loader.js'
import { lifetimeOf, lifetimeStart } from './lifetime.js'
import { MeetingDates, type ChangeThoughtOf, type MoveTo, type PublishDate } from './meeting-dates.service.js'
import type { Meeting } from './meeting.entity.js'
import { firstMeetingByGroup, publishedByMeeting } from './meetings.loader.js'

type Read = Meeting & { readonly asOf?: string | null }

const bases = { V: 'READ', C: 'CATALOGUE', M: 'MEMORY', P: 'PRODUCT' } as const

const told = (ctx: Ctx, explanation: Explanation) => ({
  ...explanation,
  text: explain(wordsFor(ctx.language), explanation),
})

/** A key date as the SDL has it. */
export const shownKeyDate = (ctx: Ctx, date: KeyDate) => ({
  ...date,
  citation: date.citation && {
    document: date.citation.document,
    clause: date.citation.clause,
    basis: bases[date.citation.confidence],
  },
  reason: date.publishedReason,
  hasPassed: date.closesAt <= ctx.now,
  explanation: told(ctx, date.explanation),
})

@Resolver('Meeting')
export class KeyDatesResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly dates: MeetingDates,
  ) {}

  @Query('meetingDates')
  async meetingDates(
    @Args('input') input: { group: string; startsOn: string; endsOn: string; mode: MeetingMode; zone: string },
    @Context() ctx: Ctx,
  ) {
    return (await this.dates.before(ctx, input)).map((date) => shownKeyDate(ctx, date))
  }

  @Query('meetingMove')
  async meetingMove(@Args('input') input: ChangeThoughtOf, @Context() ctx: Ctx) {
    const { preview, warnings, startsOn, endsOn, told: people, alsoMoves } = await this.dates.preview(ctx, input)
    const words = wordsFor(ctx.language)
    return {
      startsOn,
      endsOn,
      told: people,
      rows: preview.keyDates.map(({ oldOn, newOn, move, explanation, ...row }) => ({
        ...row,
        before: oldOn,
        after: newOn,
        isPinned: move === 'PINNED',
        explanation: told(ctx, explanation),
      })),
      alsoMoves: alsoMoves.map((line) => ({ ...line, text: explainMovesToo(words, line) })),
      warnings: warnings.map((warning) => ({ ...warning, text: explainMoveWarning(words, warning) })),
    }
  }

  @Mutation('moveMeeting')
  move(
    @Args('input') input: MoveTo & { expectedRevision: number; reason?: string | null },
    @Context() ctx: Ctx,
  ): Promise<Meeting> {
    return this.changed(ctx, input.id, (dates) => this.unit.write(ctx, (tx) => dates.move(tx, input)))
  }

  @Mutation('publishDate')
  publish(@Args('input') input: PublishDate, @Context() ctx: Ctx): Promise<Meeting> {
    return this.changed(ctx, input.meetingId, (dates) => this.unit.write(ctx, (tx) => dates.publish(tx, input)))
  }

  @Mutation('withdrawPublishedDate')
  withdraw(
    @Args('input') input: { meetingId: string; expectedRevision: number; obligation: Obligation },
    @Context() ctx: Ctx,
  ): Promise<Meeting> {
    return this.changed(ctx, input.meetingId, (dates) => this.unit.write(ctx, (tx) => dates.withdraw(tx, input)))
  }

  @ResolveField('keyDates')
  async keyDates(@Parent() meeting: Read, @Context() ctx: Ctx) {
    const facts = await factsOfMeeting(ctx, meeting)
    return facts ? keyDates(facts).map((date) => shownKeyDate(ctx, date)) : []
  }

  @ResolveField('notice')
  async notice(@Parent() meeting: Read, @Context() ctx: Ctx) {
    const facts = await factsOfMeeting(ctx, meeting)
    if (!facts) return { norms: [] }
    const { explanation, ...check } = announcementCheck(facts, meeting.announcedOn)
    return { ...check, explanation: explanation && told(ctx, explanation) }
  }

  @ResolveField('recentEventsAfter')
  async recentEventsAfter(@Parent() meeting: Read, @Context() ctx: Ctx): Promise<string | null> {
    const facts = await factsOfMeeting(ctx, meeting)
    return facts && recentEventsAfter(meeting.startsOn, facts.ruleset)
  }

  /** What this call has read of the meeting before is out of date after a change; a later mutation of the same request must not answer with it. */
  private async changed(
    ctx: Ctx,
    meetingId: string,
    change: (dates: MeetingDates) => Promise<Meeting>,
  ): Promise<Meeting> {
    const meeting = await change(this.dates)
    publishedByMeeting(ctx).clear(meetingId)
    firstMeetingByGroup(ctx).clear(meeting.groupId)
    return meeting
  }
}

@Resolver('Group')
export class GroupLifetimeResolver {
  @ResolveField('lifetime')
  async lifetime(@Parent() group: AsOf<StandardsGroup>, @Context() ctx: Ctx) {
    const [firstMeeting, extensions] = await Promise.all([
      firstMeetingByGroup(ctx, group.asOf).load(group.id),
      extensionsByGroup(ctx, group.asOf).load(group.id),
    ])
    const startsOn = lifetimeStart(group, firstMeeting)
    const lifetime = lifetimeOf(startsOn, group.lifetimeMonths, extensions, group.lifetimeAnchor)
    const text = explainLifetime(wordsFor(ctx.language), lifetime.explanation)
    return { ...lifetime, extensions, explanation: { ...lifetime.explanation, text } }
  }
}

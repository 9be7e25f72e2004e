import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import type { CallClauseKey } from '#schema/vocabulary/convening.js'
import { Access } from '#server/common/access/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { groupsById, narrower } from '#server/process/groups/index.js'
import { meetingsById, type Meeting } from '#server/process/meetings/index.js'
import type { ConveningIssue } from './convening-issue.entity.js'
import { issuesByMeeting, lettersByMeeting, wordingsByMeeting } from './convening.loader.js'
import { clausesOf, Convening } from './convening.service.js'
import { changesBetween, issuedOf } from './draft.js'
import type { Clause } from './letter.js'

interface LetterSeen {
  readonly meetingId: string
  readonly issues: readonly ConveningIssue[]
  readonly mayWord: boolean
}

@Resolver('Meeting')
export class MeetingConveningResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly convening: Convening,
  ) {}

  @Mutation('wordCallClause')
  word(
    @Args('input') input: { meetingId: string; expectedRevision: number; key: CallClauseKey; text?: string | null },
    @Context() ctx: Ctx,
  ) {
    return this.changed(ctx, () => this.unit.write(ctx, (tx) => this.convening.word(tx, input)))
  }

  @Mutation('issueConveningLetter')
  issue(
    @Args('input') input: { meetingId: string; expectedHash: string; reference: string; on: string },
    @Context() ctx: Ctx,
  ) {
    return this.changed(ctx, () => this.unit.write(ctx, (tx) => this.convening.issue(tx, input)))
  }

  @Mutation('issueCallCorrigendum')
  correct(@Args('input') input: { meetingId: string; expectedHash: string; reason: string }, @Context() ctx: Ctx) {
    return this.changed(ctx, () => this.unit.write(ctx, (tx) => this.convening.correct(tx, input)))
  }

  @ResolveField('conveningLetter')
  async conveningLetter(
    @Parent() meeting: Meeting & { asOf?: string | null },
    @Context() ctx: Ctx,
  ): Promise<LetterSeen | null> {
    if (meeting.asOf) return null
    const group = await groupsById(ctx).load(meeting.groupId)
    if (!group) return null
    const visibility = narrower(meeting.visibility, group.visibility)
    const mayWord = this.access.may(ctx, 'convening.word', { groupId: group.id, visibility })
    const issues = await issuesByMeeting(ctx).load(meeting.id)
    return mayWord || issues.length > 0 ? { meetingId: meeting.id, issues, mayWord } : null
  }

  /** What this call has read of the letter before is out of date after a change. */
  private async changed(ctx: Ctx, write: () => Promise<{ readonly id: string }>): Promise<Meeting | null> {
    const { id } = await write()
    for (const loaded of [issuesByMeeting(ctx), lettersByMeeting(ctx), wordingsByMeeting(ctx), meetingsById(ctx)]) {
      loaded.clear(id)
    }
    return meetingsById(ctx).load(id)
  }
}

@Resolver('ConveningLetter')
export class ConveningLetterResolver {
  constructor(private readonly convening: Convening) {}

  @ResolveField('isBehind')
  isBehind(@Parent() { meetingId }: LetterSeen, @Context() ctx: Ctx): Promise<boolean> {
    return this.convening.isBehind(ctx, meetingId)
  }

  @ResolveField('draft')
  async draft(@Parent() { meetingId, issues, mayWord }: LetterSeen, @Context() ctx: Ctx) {
    if (!mayWord) return null
    const draft = await this.convening.draft(ctx, meetingId)
    const last = issues.at(-1)
    const { group, meeting, clauses, hash } = draft
    return {
      revision: (await lettersByMeeting(ctx).load(meetingId))?.revision ?? 0,
      hash,
      reference: this.convening.words()('call.reference', {
        group: group.acronym ?? group.name,
        number: String(meeting.number),
      }),
      clauses,
      changes: last ? changesBetween(clausesOf(last), issuedOf(clauses)) : [],
    }
  }
}

@Resolver('CallIssue')
export class CallIssueResolver {
  @ResolveField('clauses')
  clauses(@Parent() issue: ConveningIssue): Clause[] {
    return clausesOf(issue)
  }

  @ResolveField('changes')
  async changes(@Parent() issue: ConveningIssue, @Context() ctx: Ctx) {
    const before = (await issuesByMeeting(ctx).load(issue.meetingId)).find(({ number }) => number === issue.number - 1)
    return before ? changesBetween(clausesOf(before), clausesOf(issue)) : []
  }

  @ResolveField('issuedBy')
  issuedBy(@Parent() { issuedBy }: ConveningIssue): { id: string } | null {
    return issuedBy === null ? null : { id: issuedBy }
  }
}

import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql'
import type { EditionCommentState } from '#schema/vocabulary/register.js'
import { Browser } from '#server/common/identity/index.js'
import { peopleById } from '#server/community/people/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { commentRow, countComments, listComments, type CommentList, type CommentRow } from './comments.list.js'
import type { Edition } from './edition.entity.js'
import type { EditionStep } from './editions.service.js'
import { reviewStanding } from './review-window.js'
import {
  Reviews,
  type AnswerComment,
  type CommentOnEdition,
  type OpenReview,
  type SettleComment,
  type Taken,
} from './reviews.service.js'

@Resolver('Edition')
export class ReviewsResolver {
  constructor(
    private readonly verbs: Reviews,
    private readonly unit: UnitOfWork,
    private readonly browser: Browser,
  ) {}

  @Mutation('openReview')
  open(@Args('input') input: OpenReview, @Context() ctx: Ctx): Promise<Edition> {
    return this.unit.write(ctx, (tx) => this.verbs.open(tx, input))
  }

  @Mutation('endReview')
  end(@Args('input') input: EditionStep, @Context() ctx: Ctx): Promise<Edition> {
    return this.unit.write(ctx, (tx) => this.verbs.end(tx, input))
  }

  @Mutation('commentOnEdition')
  comment(@Args('input') input: CommentOnEdition, @Context() ctx: Ctx): Promise<Taken> {
    return this.unit.write(ctx, (tx) => this.verbs.comment(tx, this.browser.asker(ctx), input))
  }

  @Mutation('confirmComment')
  confirm(@Args('secret') secret: string, @Context() ctx: Ctx): Promise<Taken> {
    return this.unit.write(ctx, (tx) => this.verbs.confirm(tx, this.browser.asker(ctx), secret))
  }

  @Mutation('settleComment')
  async settle(@Args('input') input: SettleComment, @Context() ctx: Ctx): Promise<CommentRow> {
    const { id } = await this.unit.write(ctx, (tx) => this.verbs.settle(tx, input))
    return commentRow(ctx, id)
  }

  @Mutation('answerComment')
  async answer(@Args('input') input: AnswerComment, @Context() ctx: Ctx): Promise<CommentRow> {
    const { id } = await this.unit.write(ctx, (tx) => this.verbs.answer(tx, input))
    return commentRow(ctx, id)
  }

  @ResolveField('review')
  review(edition: Edition, _args: unknown, ctx: Ctx): object {
    const { reviewOpensAt: opensAt, reviewClosesAt: closesAt, reviewZone: zone } = edition
    return { standing: reviewStanding(edition, ctx.now), opensAt, closesAt, zone }
  }

  @ResolveField('comments')
  comments(
    { id }: Edition,
    { state, ...page }: PageInput & { state?: EditionCommentState[] | null },
    ctx: Ctx,
  ): Promise<CommentList> {
    return listComments(ctx, { editionId: id, state: state ?? [] }, pageArgs(page))
  }
}

@Resolver('EditionComment')
export class EditionCommentResolver {
  @ResolveField('by')
  async by({ personId, senderName }: CommentRow, _args: unknown, ctx: Ctx): Promise<string | null> {
    return personId === null ? senderName : ((await peopleById(ctx).load(personId))?.name ?? null)
  }
}

@Resolver('EditionCommentConnection')
export class EditionCommentConnectionResolver {
  @ResolveField('totalCount')
  totalCount({ asked }: CommentList, _args: unknown, ctx: Ctx): Promise<number> {
    return countComments(ctx, asked)
  }
}

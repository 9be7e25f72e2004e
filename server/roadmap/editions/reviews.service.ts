import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { readNumber } from '#schema/vocabulary/numbers.js'
import type { EditionCommentState, EditionCommentSubject } from '#schema/vocabulary/register.js'
import { wordsFor } from '#schema/words/index.js'
import { Access, type Visibility } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import {
  emailAddress,
  hashOfSecret,
  Limits,
  newSecret,
  siteAddress,
  type Asker,
} from '#server/common/identity/index.js'
import { Settings } from '#server/platform/config/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Jobs } from '#server/platform/jobs/index.js'
import { Mail } from '#server/platform/mail/index.js'
import { Clock, closingInstant, END_OF_DAY, parseDay, parseZone, startOfDayIn } from '#server/platform/time/index.js'
import { gapsByNumber } from '#server/roadmap/gaps/index.js'
import { Items } from '#server/roadmap/items/index.js'
import { givenText } from '#server/roadmap/provenance/index.js'
import { EditionComment } from './edition-comment.entity.js'
import { isEditionStep } from './edition-steps.js'
import { Edition } from './edition.entity.js'
import { Editions, type EditionStep } from './editions.service.js'
import { reviewStanding } from './review-window.js'

export interface OpenReview extends EditionStep {
  readonly opensOn: string
  readonly closesOn: string
  readonly zone: string
}

export interface CommentOnEdition {
  readonly slug: string
  readonly text: string
  readonly about?: string | null
  readonly name?: string | null
  readonly email?: string | null
}

export interface SettleComment {
  readonly id: string
  readonly expectedRevision: number
  readonly isPublished: boolean
  readonly reason?: string | null
}

export interface AnswerComment {
  readonly id: string
  readonly expectedRevision: number
  readonly answer: string
}

/** That a comment was taken, and what is still to happen to it. */
export interface Taken {
  readonly state: EditionCommentState
  readonly slug: string
}

/** Comments of one sender on one draft that may wait at a time. */
const MOST_WAITING = 20
const LINK_HOURS = 24
const LONGEST = 5000

/** The verbs of public review: its days, comments by account or by confirmed e-mail, moderation, answers. [ED-10, ED-11] */
@Injectable()
export class Reviews implements OnModuleInit {
  constructor(
    private readonly settings: Settings,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly mail: Mail,
    private readonly limits: Limits,
    private readonly editions: Editions,
    private readonly items: Items,
  ) {}

  onModuleInit(): void {
    this.jobs.define('editions.sweep', () => this.sweep(), { every: '23 * * * *' })
  }

  /** Throws away what nobody confirmed, with name and address. */
  async sweep(): Promise<void> {
    await this.dataSource.query(
      `with gone as (
         delete from edition_comment_sender where confirmed_at is null and expires_at <= $1 returning comment_id
       ) delete from edition_comment where id in (select comment_id from gone)`,
      [this.clock.now()],
    )
  }

  /**
   * Opens a draft for review on whole days of a zone, or changes the days of one that is open. [ED-10]
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, EDITION_FROZEN, STALE, NO_SUCH_DAY, NO_SUCH_ZONE, ENDS_BEFORE_START, BAD_INPUT.
   */
  async open(ctx: WriteCtx, given: OpenReview): Promise<Edition> {
    const edition = await this.editions.open(ctx, given, 'edition.review')
    const zone = parseZone(given.zone, 'input.zone')
    const [opensOn, closesOn] = [parseDay(given.opensOn, 'input.opensOn'), parseDay(given.closesOn, 'input.closesOn')]
    if (closesOn < opensOn) {
      throw refuse('ENDS_BEFORE_START', { startsOn: opensOn, endsOn: closesOn }, { field: 'input.closesOn' })
    }
    const reviewClosesAt = closingInstant(closesOn, END_OF_DAY, zone)
    if (reviewClosesAt <= ctx.now) {
      throw refuse('BAD_INPUT', { detail: 'the last day of the review has passed' }, { field: 'input.closesOn' })
    }
    const opened = await revise(ctx.db, Edition, edition.id, given.expectedRevision, {
      state: 'REVIEW',
      reviewOpensAt: startOfDayIn(opensOn, zone),
      reviewClosesAt,
      reviewZone: zone,
    })
    await this.tell(ctx, 'edition.reviewOpened', opened.id, 'PUBLIC', { opensOn, closesOn })
    return opened
  }

  /** Takes a draft back to work on it. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, EDITION_FROZEN, NOT_A_STEP, STALE. */
  async end(ctx: WriteCtx, given: EditionStep): Promise<Edition> {
    const edition = await this.editions.open(ctx, given, 'edition.review')
    if (!isEditionStep(edition.state, 'DRAFT')) throw refuse('NOT_A_STEP', { from: edition.state, to: 'DRAFT' })
    const back = await revise(ctx.db, Edition, edition.id, given.expectedRevision, { state: 'DRAFT' })
    // Public, since those who read the draft until now no longer may; its name is shown to those alone who still do.
    await this.tell(ctx, 'edition.reviewEnded', back.id, 'PUBLIC')
    return back
  }

  /**
   * Takes a comment: of somebody with an account at once, of others once they opened the mailed link. Whoever sends the same twice is taken once.
   * Refuses: NOT_FOUND, REVIEW_CLOSED, TEXT_MISSING, TEXT_TOO_LONG, BAD_INPUT, COMMENTS_FULL, TOO_MANY_REQUESTS. [ED-10, ED-11]
   */
  async comment(ctx: WriteCtx, asker: Pick<Asker, 'ip' | 'host'>, given: CommentOnEdition): Promise<Taken> {
    const edition = await this.editions.find(ctx, given.slug, 'for share')
    const standing = reviewStanding(edition, ctx.now)
    if (standing !== 'OPEN') throw refuse('REVIEW_CLOSED', { label: edition.label, standing })
    this.access.require(ctx, 'edition.comment', edition)
    const text = givenText(given.text, LONGEST, 'input.text')
    const about = await this.subjectOf(ctx, given.about)
    const { personId } = ctx.viewer
    const sender = personId === null ? this.senderOf(ctx, asker, given) : null
    const mine = sender
      ? `exists (select from edition_comment_sender s where s.comment_id = c.id and s.email = $2::citext)`
      : 'c.person_id = $2::uuid'
    // One at a time for a sender, so that two forms sent at once are seen as the same.
    await ctx.db.query(`select pg_advisory_xact_lock(hashtextextended('edition.comment ' || lower($1), 0))`, [
      sender?.email ?? personId,
    ])
    const waiting = (await ctx.db.query(
      `select c.text, c.state, c.subject_id as "subjectId" from edition_comment c
       where c.edition_id = $1 and c.state in ('UNCONFIRMED', 'WAITING') and ${mine}`,
      [edition.id, sender?.email ?? personId],
    )) as { text: string; state: EditionCommentState; subjectId: string | null }[]
    const same = waiting.find((one) => one.text === text && one.subjectId === about.subjectId)
    if (same) return { state: same.state, slug: edition.slug }
    if (waiting.length >= MOST_WAITING) throw refuse('COMMENTS_FULL', { limit: MOST_WAITING })

    const comment = ctx.db.create(EditionComment, {
      id: newId(),
      editionId: edition.id,
      ...about,
      text,
      personId,
      state: sender ? 'UNCONFIRMED' : 'WAITING',
      sentAt: ctx.now,
      settledById: null,
      settledAt: null,
      reason: null,
      answer: null,
      answeredById: null,
      answeredAt: null,
      revision: 1,
    })
    await ctx.db.insert(EditionComment, comment)
    if (sender) await this.ask(ctx, asker, edition, comment, sender)
    else await this.tell(ctx, 'edition.commented', edition.id, 'MANAGEMENT')
    return { state: comment.state, slug: edition.slug }
  }

  /** What the mailed link does. Refuses: LINK_EXPIRED. */
  async confirm(ctx: WriteCtx, asker: Pick<Asker, 'ip'>, secret: string): Promise<Taken> {
    const forgive = this.limits.take('link', asker.ip, null, ctx.now)
    const [rows] = (await ctx.db.query(
      `update edition_comment_sender set confirmed_at = $2
       where secret_hash = $1 and confirmed_at is null and expires_at > $2 returning comment_id as id`,
      [hashOfSecret(secret), ctx.now],
    )) as [{ id: string }[], number]
    const id = rows[0]?.id
    if (!id) throw refuse('LINK_EXPIRED')
    forgive()
    const comment = await ctx.db.findOneByOrFail(EditionComment, { id })
    const { slug } = await ctx.db.findOneByOrFail(Edition, { id: comment.editionId })
    await ctx.db.update(EditionComment, id, { state: 'WAITING', revision: comment.revision + 1 })
    await this.tell(ctx, 'edition.commented', comment.editionId, 'MANAGEMENT')
    return { state: 'WAITING', slug }
  }

  /**
   * Publishes or declines a comment; what was published can be declined later and the other way round. [ED-11]
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, NOT_A_STEP, REASON_MISSING, TEXT_TOO_LONG.
   */
  async settle(ctx: WriteCtx, given: SettleComment): Promise<EditionComment> {
    const comment = await this.taken(ctx, given.id)
    const state = given.isPublished ? 'PUBLISHED' : 'DECLINED'
    if (comment.state === state) throw refuse('NOT_A_STEP', { from: comment.state, to: state })
    if (!given.isPublished && !given.reason?.trim()) throw refuse('REASON_MISSING', {}, { field: 'input.reason' })
    const reason = given.isPublished ? null : givenText(given.reason!, 2000, 'input.reason')
    const settled = await revise(ctx.db, EditionComment, comment.id, given.expectedRevision, {
      state,
      reason,
      settledById: ctx.viewer.personId,
      settledAt: ctx.now,
    })
    if (given.isPublished) await this.tell(ctx, 'edition.commentPublished', comment.editionId, 'PUBLIC')
    else {
      // What was public and is no longer is news to everybody who could read it.
      const visibility = comment.state === 'PUBLISHED' ? 'PUBLIC' : 'MANAGEMENT'
      await this.tell(ctx, 'edition.commentDeclined', comment.editionId, visibility)
    }
    return settled
  }

  /** Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, NOT_A_STEP, TEXT_MISSING, TEXT_TOO_LONG. */
  async answer(ctx: WriteCtx, given: AnswerComment): Promise<EditionComment> {
    const comment = await this.taken(ctx, given.id)
    if (comment.state !== 'PUBLISHED') throw refuse('NOT_A_STEP', { from: comment.state, to: 'ANSWERED' })
    const answered = await revise(ctx.db, EditionComment, comment.id, given.expectedRevision, {
      answer: givenText(given.answer, LONGEST, 'input.answer'),
      answeredById: ctx.viewer.personId,
      answeredAt: ctx.now,
    })
    await this.tell(ctx, 'edition.commentAnswered', comment.editionId, 'PUBLIC')
    return answered
  }

  /** A comment that a moderator may settle. Whoever may not learns nothing of it. */
  private async taken(ctx: WriteCtx, id: string): Promise<EditionComment> {
    this.access.require(ctx, 'edition.moderate', null)
    const comment = await ctx.db.findOne(EditionComment, { where: { id }, lock: { mode: 'pessimistic_write' } })
    if (!comment || comment.state === 'UNCONFIRMED') throw refuse('NOT_FOUND', {}, { field: 'input.id' })
    return comment
  }

  private async subjectOf(
    ctx: WriteCtx,
    about: string | null | undefined,
  ): Promise<{ subject: EditionCommentSubject | null; subjectId: string | null }> {
    const name = about?.trim() ?? ''
    if (name === '') return { subject: null, subjectId: null }
    const field = 'input.about'
    const gap = readNumber('G', name)
    if (gap !== null) {
      const found = await gapsByNumber(ctx).load(gap)
      if (!found) throw refuse('NOT_FOUND', {}, { field })
      return { subject: 'GAP', subjectId: found.id }
    }
    const principle = readNumber('P', name)
    if (principle !== null) {
      const [found] = (await ctx.db.query('select id from principle where number = $1', [principle])) as {
        id: string
      }[]
      if (!found) throw refuse('NOT_FOUND', {}, { field })
      return { subject: 'PRINCIPLE', subjectId: found.id }
    }
    return { subject: 'ITEM', subjectId: (await this.items.require(ctx, name, field)).id }
  }

  private senderOf(ctx: WriteCtx, { ip }: Pick<Asker, 'ip'>, given: CommentOnEdition): { name: string; email: string } {
    const name = givenText(given.name ?? '', 200, 'input.name')
    const email = emailAddress(given.email ?? '')
    if (email === null) throw refuse('BAD_INPUT', { detail: 'the e-mail address is not one' }, { field: 'input.email' })
    this.limits.take('mail', ip, email, ctx.now)
    return { name, email }
  }

  private async ask(
    ctx: WriteCtx,
    { host }: Pick<Asker, 'host'>,
    { label, slug }: Edition,
    comment: EditionComment,
    { name, email }: { name: string; email: string },
  ): Promise<void> {
    const secret = newSecret()
    const expiresAt = new Date(ctx.now.getTime() + LINK_HOURS * 3_600_000)
    await ctx.db.query(
      `insert into edition_comment_sender (comment_id, name, email, secret_hash, expires_at) values ($1, $2, $3, $4, $5)`,
      [comment.id, name, email, hashOfSecret(secret), expiresAt],
    )
    const words = wordsFor(ctx.language)
    await this.mail.send(ctx, {
      to: email,
      personId: null,
      subject: words('mail.confirmComment.subject'),
      body: words('mail.confirmComment.body', {
        label,
        text: comment.text,
        link: `${siteAddress(this.settings, host)}/editions/${slug}/review/confirm?secret=${secret}`,
        until: expiresAt.toISOString().slice(0, 16).replace('T', ' '),
      }),
    })
  }

  private tell(ctx: WriteCtx, verb: `edition.${string}`, id: string, visibility: Visibility, args = {}): Promise<void> {
    // Who commented is told by the comment once it is published, never by the record.
    const actor = verb === 'edition.commented' ? { ...ctx, viewer: { ...ctx.viewer, personId: null } } : ctx
    return this.activity.record(actor, { verb, object: { type: 'edition', id }, visibility, args })
  }
}

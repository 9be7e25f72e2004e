import { Injectable } from '@nestjs/common'
import type { Words } from '#schema/words/index.js'
import { sentenceOf } from '#schema/words/happening.js'
import { Objects, type ActivityEvent, type Place } from '#server/common/activity/index.js'
import { Account, Accounts, Identity, newSecret, hashOfSecret, siteAddress } from '#server/common/identity/index.js'
import { Settings } from '#server/platform/config/index.js'
import { UnitOfWork, type Ctx, type WriteCtx } from '#server/platform/context/index.js'
import { Mail } from '#server/platform/mail/index.js'
import { DigestLink } from './digest-link.entity.js'
import { Digest, type DigestFrequency } from './digest.entity.js'
import { Follows } from './follows.service.js'
import { nextDigestAt } from './next-digest.js'
import { ownAccount } from './own-account.js'

/** Lines of one letter; the rest is told as a number. */
const LINES = 40
/** A link that ends the letters works for as long as somebody may still find the letter. */
const LINK_DAYS = 400

/** Letters that tell people what happened to what they follow. Rules: docs/rules/common.md (NO-4, NO-5). */
@Injectable()
export class Digests {
  constructor(
    private readonly settings: Settings,
    private readonly unit: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly identity: Identity,
    private readonly follows: Follows,
    private readonly objects: Objects,
    private readonly mail: Mail,
  ) {}

  /** How often the account gets letters. */
  async frequencyOf(ctx: Ctx, accountId: string): Promise<DigestFrequency> {
    return (await ctx.db.findOneBy(Digest, { accountId }))?.frequency ?? 'OFF'
  }

  /** Chooses how often one's own letters come. What happened before there were any is not told by letter. Refuses: SIGN_IN_REQUIRED. */
  async choose(ctx: WriteCtx, frequency: DigestFrequency, from: Place): Promise<void> {
    const { accountId, personId } = ownAccount(ctx)
    const digest = await this.take(ctx, accountId)
    const begins = digest.frequency === 'OFF' ? { toldTransaction: from.transactionId, toldSeq: from.seq } : {}
    const nextAt = frequency === 'OFF' ? null : nextDigestAt(frequency, ctx.now)
    await ctx.db.update(Digest, { accountId }, { ...begins, frequency, nextAt })
    await this.accounts.recordOf(ctx, 'digest.chosen', personId)
  }

  /** What lies before the place counts as seen. Never goes back; a mark for one's own eyes, which the record need not know. Refuses: SIGN_IN_REQUIRED. */
  async markSeen(ctx: WriteCtx, upTo: Place): Promise<void> {
    const { accountId } = ownAccount(ctx)
    await this.take(ctx, accountId)
    await ctx.db.query(
      `update digest set seen_transaction = $2, seen_seq = $3
       where account_id = $1 and (seen_transaction, seen_seq) < ($2::bigint, $3::bigint)`,
      [accountId, upTo.transactionId, upTo.seq],
    )
  }

  /** The row of an account, which nobody else changes until this call is over. */
  private async take(ctx: WriteCtx, accountId: string): Promise<Digest> {
    await ctx.db.query(
      `insert into digest (account_id, frequency, seen_transaction, seen_seq, told_transaction, told_seq)
       values ($1, 'OFF', 0, 0, 0, 0) on conflict do nothing`,
      [accountId],
    )
    return ctx.db.findOneOrFail(Digest, { where: { accountId }, lock: { mode: 'pessimistic_write' } })
  }

  /** Ends the letters of whoever has the link. Says nothing of whether it was one: nobody learns from it who gets letters. */
  async endByLink(ctx: WriteCtx, secret: string): Promise<void> {
    const link = await ctx.db.findOneBy(DigestLink, { secretHash: hashOfSecret(secret) })
    if (!link) return
    const [rows] = (await ctx.db.query(
      `update digest d set frequency = 'OFF', next_at = null from account a
       where a.id = d.account_id and d.account_id = $1 and frequency <> 'OFF' returning a.person_id as "personId"`,
      [link.accountId],
    )) as [{ personId: string }[], number]
    if (rows[0]) await this.accounts.recordOf(ctx, 'digest.endedByLink', rows[0].personId)
  }

  /** Accounts whose letter is due. */
  async due(ctx: Ctx): Promise<string[]> {
    const rows = (await ctx.db.query('select account_id as id from digest where next_at <= $1 order by next_at', [
      ctx.now,
    ])) as { id: string }[]
    return rows.map(({ id }) => id)
  }

  /**
   * Writes the letter of an account, if it is due and there is something to tell, and notes up to where it tells: both in one transaction, under a
   * lock, so that no event is told twice and none is left out, however many processes try and wherever one dies. [NO-4]
   */
  async send(ctx: Ctx, accountId: string): Promise<boolean> {
    return this.unit.write(ctx, async (tx) => {
      const digest = await tx.db.findOne(Digest, { where: { accountId }, lock: { mode: 'pessimistic_write' } })
      if (!digest?.nextAt || digest.frequency === 'OFF' || digest.nextAt > tx.now) return false
      const account = await tx.db.findOneByOrFail(Account, { id: accountId })
      const nextAt = nextDigestAt(digest.frequency, tx.now)
      if (account.closedAt !== null || account.emailConfirmedAt === null) {
        await tx.db.update(Digest, { accountId }, { nextAt })
        return false
      }
      // As the person who reads it: what they may not see now is not told, whatever they could see then.
      const { viewer } = await this.identity.viewerOf(account)
      const reader: Ctx = { ...tx, viewer }
      const since = { transactionId: digest.toldTransaction, seq: digest.toldSeq }
      const news = await this.follows.news(reader, accountId, since, LINES)
      const told = { nextAt, toldTransaction: news.upTo.transactionId, toldSeq: news.upTo.seq }
      await tx.db.update(Digest, { accountId }, told)
      if (news.count === 0) return false
      const words = this.accounts.wordsFor(tx, account)
      const site = siteAddress(this.settings, undefined)
      await this.mail.send(tx, {
        to: account.email,
        personId: account.personId,
        subject: words('mail.digest.subject', { count: news.count }),
        body: words('mail.digest.body', {
          lines: await this.lines(reader, news.events, words, site),
          more: news.count - news.events.length,
          all: `${site}/me/follows`,
          end: `${site}/unsubscribe?key=${await this.linkFor(tx, accountId)}`,
        }),
      })
      return true
    })
  }

  /** Clears away links that nobody will follow any more. */
  async sweep(ctx: Ctx): Promise<void> {
    await ctx.db.query(`delete from digest_link where made_at < $1::timestamptz - make_interval(days => $2)`, [
      ctx.now,
      LINK_DAYS,
    ])
  }

  private async lines(ctx: Ctx, events: readonly ActivityEvent[], words: Words, site: string): Promise<string> {
    const lines = await Promise.all(
      events.map(async (event) => {
        const { actorId, groupId } = event
        const face = await this.objects.faceOf(ctx, event.objectType, event.objectId)
        const person = actorId && (await this.objects.faceOf(ctx, 'person', actorId))
        const group = groupId && (await this.objects.faceOf(ctx, 'group', groupId))
        const { before, object, after, href } = sentenceOf(words, {
          ...event,
          label: face?.label ?? null,
          href: face?.href ?? null,
          group: group && group.label ? { name: group.label, acronym: null } : null,
          actor: actorId ? { name: (person && person.label) ?? null } : null,
        })
        return [`${before}${object}${after}`, ...(href ? [site + href] : [])].join('\n')
      }),
    )
    return lines.join('\n\n')
  }

  private async linkFor(ctx: WriteCtx, accountId: string): Promise<string> {
    const secret = newSecret()
    await ctx.db.insert(DigestLink, { secretHash: hashOfSecret(secret), accountId, madeAt: ctx.now })
    return secret
  }
}

import { Injectable } from '@nestjs/common'
import type { NoticeKind } from '#schema/vocabulary/notices.js'
import { noticeKinds } from '#schema/vocabulary/notices.js'
import { explainNotice, noticeSubject } from '#schema/words/explain-notice.js'
import { chooseLanguage, wordsFor } from '#schema/words/index.js'
import { Accounts, hashOfSecret, newSecret, siteAddress } from '#server/common/identity/index.js'
import { Settings } from '#server/platform/config/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { columnsOf, newId } from '#server/platform/database/index.js'
import { Mail } from '#server/platform/mail/index.js'
import { NoticeLink } from './notice-link.entity.js'
import { Notice } from './notice.entity.js'
import { ownAccount } from './own-account.js'

/** A link that ends the letters works for as long as somebody may still find the letter. */
const LINK_DAYS = 400

/** What people are to be told. */
export interface Tidings {
  /** Names the occasion, up to 200 characters; whoever was told of it already is not told again. */
  readonly key: string
  readonly kind: NoticeKind
  /** The sentence, `notice.<code>` of the catalogue. */
  readonly code: string
  readonly args: Readonly<Record<string, string | number | null>>
  /** Path of the page that it is about. */
  readonly href: string
}

/** How somebody can be reached. */
export interface Reach {
  readonly personId: string
  /** Null without an account: nobody can be told by us then. */
  readonly accountId: string | null
  /** Whether a letter of this kind would be written. */
  readonly byMail: boolean
}

interface Reader extends Reach {
  readonly email: string
  readonly language: string | null
}

/** Tells people on screen, and by letter where they have not chosen otherwise, what concerns them. Rules: docs/rules/common.md (NO-7, NO-8). */
@Injectable()
export class Notices {
  constructor(
    private readonly settings: Settings,
    private readonly accounts: Accounts,
    private readonly mail: Mail,
  ) {}

  /** How people could be told something of a kind. Closed accounts are none. */
  async reach(ctx: Ctx, personIds: readonly string[], kind: NoticeKind): Promise<Reach[]> {
    return (await this.readers(ctx, personIds, kind)).map(({ personId, accountId, byMail }) => ({
      personId,
      accountId,
      byMail,
    }))
  }

  /**
   * Tells people, each once an occasion however often it is called. Notice and letter are written in the transaction of the caller: whatever marks the
   * occasion as told is committed with them, or nothing is. Answers how many were told now. [NO-7]
   */
  async tell(ctx: WriteCtx, personIds: readonly string[], tidings: Tidings): Promise<number> {
    let told = 0
    for (const reader of await this.readers(ctx, personIds, tidings.kind)) {
      if (reader.accountId === null) continue
      const [fresh] = (await ctx.db.query(
        `insert into notice (id, account_id, key, kind, code, args, href, told_at, is_mailed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (account_id, key) do nothing returning id`,
        [
          newId(),
          reader.accountId,
          tidings.key,
          tidings.kind,
          tidings.code,
          JSON.stringify(tidings.args),
          tidings.href,
          ctx.now,
          reader.byMail,
        ],
      )) as { id: string }[]
      if (!fresh) continue
      told += 1
      if (reader.byMail) await this.write(ctx, { ...reader, accountId: reader.accountId }, tidings)
    }
    return told
  }

  /** What an account was told, newest first. */
  async of(ctx: Ctx, accountId: string, first: number): Promise<Notice[]> {
    return (await ctx.db.query(
      `select ${columnsOf(ctx.db, Notice, 'n')} from notice n where n.account_id = $1
       order by n.told_at desc, n.id desc limit $2`,
      [accountId, first],
    )) as Notice[]
  }

  /** How much of it they have not seen. */
  async unseen(ctx: Ctx, accountId: string): Promise<number> {
    const [row] = (await ctx.db.query(
      'select count(*)::int as n from notice where account_id = $1 and seen_at is null',
      [accountId],
    )) as [{ n: number }]
    return row.n
  }

  /** Counts one's own notices as seen, those told up to an instant: what came while one read stays new. Refuses: SIGN_IN_REQUIRED. */
  async markSeen(ctx: WriteCtx, upTo: Date): Promise<void> {
    const { accountId } = ownAccount(ctx)
    await ctx.db.query(
      'update notice set seen_at = $2 where account_id = $1 and seen_at is null and told_at <= $3::timestamptz',
      [accountId, ctx.now, upTo],
    )
  }

  /** Of which kinds an account gets letters. */
  async lettersOf(ctx: Ctx, accountId: string): Promise<NoticeKind[]> {
    const refused = (await ctx.db.query('select kind from notice_choice where account_id = $1 and not by_mail', [
      accountId,
    ])) as { kind: NoticeKind }[]
    return noticeKinds.filter((kind) => !refused.some((one) => one.kind === kind))
  }

  /** Chooses of which kinds one gets letters; on screen one is told all the same. Refuses: SIGN_IN_REQUIRED. */
  async choose(ctx: WriteCtx, kinds: readonly NoticeKind[]): Promise<void> {
    const { accountId, personId } = ownAccount(ctx)
    for (const kind of noticeKinds) await this.setChoice(ctx, accountId, kind, kinds.includes(kind))
    await this.accounts.recordOf(ctx, 'notice.lettersChosen', personId)
  }

  /** Ends the letters of one kind of whoever has the link. Says nothing of whether it was one. */
  async endByLink(ctx: WriteCtx, secret: string): Promise<void> {
    const link = await ctx.db.findOneBy(NoticeLink, { secretHash: hashOfSecret(secret) })
    if (!link) return
    await this.setChoice(ctx, link.accountId, link.kind, false)
    const [account] = (await ctx.db.query('select person_id as "personId" from account where id = $1', [
      link.accountId,
    ])) as [{ personId: string }]
    await this.accounts.recordOf(ctx, 'notice.lettersEndedByLink', account.personId)
  }

  /** Clears away links that nobody will follow any more. */
  async sweep(ctx: Ctx): Promise<void> {
    await ctx.db.query(`delete from notice_link where made_at < $1::timestamptz - make_interval(days => $2)`, [
      ctx.now,
      LINK_DAYS,
    ])
  }

  private async setChoice(ctx: WriteCtx, accountId: string, kind: NoticeKind, byMail: boolean): Promise<void> {
    await ctx.db.query(
      `insert into notice_choice (account_id, kind, by_mail) values ($1, $2, $3)
       on conflict (account_id, kind) do update set by_mail = excluded.by_mail`,
      [accountId, kind, byMail],
    )
  }

  private async readers(ctx: Ctx, personIds: readonly string[], kind: NoticeKind): Promise<Reader[]> {
    return (await ctx.db.query(
      `select p.id as "personId", a.id as "accountId", coalesce(a.email::text, '') as email, a.language,
         coalesce(a.email_confirmed_at is not null and coalesce(c.by_mail, true), false) as "byMail"
       from person p
       left join account a on a.person_id = p.id and a.closed_at is null
       left join notice_choice c on c.account_id = a.id and c.kind = $2
       where p.id = any($1::uuid[]) and p.erased_at is null order by p.id`,
      [personIds, kind],
    )) as Reader[]
  }

  private async write(ctx: WriteCtx, reader: Reader & { accountId: string }, tidings: Tidings): Promise<void> {
    const { email, personId, accountId, language } = reader
    const secret = newSecret()
    await ctx.db.insert(NoticeLink, {
      secretHash: hashOfSecret(secret),
      accountId,
      kind: tidings.kind,
      madeAt: ctx.now,
    })
    const words = wordsFor(chooseLanguage(language))
    const site = siteAddress(this.settings, undefined)
    await this.mail.send(ctx, {
      to: email,
      personId,
      subject: noticeSubject(words, tidings),
      body: words('mail.notice.body', {
        text: explainNotice(words, tidings),
        page: site + tidings.href,
        kind: tidings.kind,
        choose: `${site}/me/notices#letters`,
        end: `${site}/unsubscribe?key=${secret}`,
      }),
    })
  }
}

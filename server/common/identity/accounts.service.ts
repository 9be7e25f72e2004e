import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Activity } from '#server/common/activity/index.js'
import { loader, type Ctx, type WriteCtx } from '#server/platform/context/index.js'
import { columnsOf, newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { chooseLanguage, languages, wordsFor, type Words } from '#schema/words/index.js'
import { Account } from './account.entity.js'
import { emailAddress } from './email-address.js'

export interface NewAccount {
  readonly personId: string
  readonly email: string
  /** Null: signs in by mailed link only. */
  readonly passwordHash: string | null
  /** The address is known to be theirs: the starter world, the command line. */
  readonly isConfirmed: boolean
  readonly isAdministrator?: boolean
}

/** Accounts by key. */
export const accountsById = loader<string, Account>(async (ctx, ids) => {
  const rows = (await ctx.db.query(`select ${columnsOf(ctx.db, Account, 'a')} from account a where a.id = any($1)`, [
    ids,
  ])) as Account[]
  return new Map(rows.map((row) => [row.id, row]))
})

/** Accounts as rows. The sentences about who may do what stand at the callers: a person on their own account, the command line, a room above. */
@Injectable()
export class Accounts {
  constructor(private readonly activity: Activity) {}

  /** The account with an address, closed ones included; null when there is none. */
  async byEmail(db: EntityManager, email: string): Promise<Account | null> {
    return this.one(db, 'a.email = $1::citext', email)
  }

  /** The account of a person; null when they have none. */
  async ofPerson(db: EntityManager, personId: string): Promise<Account | null> {
    return this.one(db, 'a.person_id = $1::uuid', personId)
  }

  /** Makes an account. Two at the same time with one address: the second waits for the first and is null, as is a known address. */
  async create(ctx: WriteCtx, account: NewAccount): Promise<Account | null> {
    const email = emailAddress(account.email)
    if (email === null) throw refuse('BAD_INPUT', { detail: 'the e-mail address is not one' }, { field: 'input.email' })
    const id = newId()
    const rows = (await ctx.db.query(
      `insert into account (id, person_id, email, password_hash, email_confirmed_at, is_administrator, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (email) do nothing returning id`,
      [
        id,
        account.personId,
        email,
        account.passwordHash,
        account.isConfirmed ? ctx.now : null,
        account.isAdministrator ?? false,
        ctx.now,
      ],
    )) as { id: string }[]
    if (rows.length === 0) return null
    await this.recordOf(ctx, 'account.created', account.personId)
    return (await this.one(ctx.db, 'a.id = $1::uuid', id))!
  }

  /** The address is theirs. A password that somebody set before is kept only when `keepPassword`. [ID-7] */
  async confirm(ctx: WriteCtx, account: Account, keepPassword: boolean): Promise<void> {
    if (account.emailConfirmedAt !== null) return
    await ctx.db.query(
      `update account set email_confirmed_at = $2, password_hash = case when $3 then password_hash end where id = $1`,
      [account.id, ctx.now, keepPassword],
    )
    await this.recordOf(ctx, 'account.confirmed', account.personId)
  }

  /** Takes the password of an account away, or gives it a new one. */
  async setPassword(ctx: WriteCtx, account: Account, passwordHash: string | null): Promise<void> {
    await ctx.db.query('update account set password_hash = $2 where id = $1', [account.id, passwordHash])
    await this.recordOf(ctx, 'account.passwordChanged', account.personId)
  }

  /** Refuses: BAD_INPUT for a language without a catalogue. */
  async setLanguage(ctx: WriteCtx, account: Account, language: string): Promise<void> {
    if (!Object.hasOwn(languages, language)) {
      throw refuse('BAD_INPUT', { detail: 'there is no such language here' }, { field: 'language' })
    }
    await ctx.db.query('update account set language = $2 where id = $1', [account.id, language])
    await this.recordOf(ctx, 'account.languageChosen', account.personId)
  }

  /**
   * Deletes the account of a person with its sessions, tokens and links, and all mail to its address. Part of erasing the person. Refuses:
   * LAST_ADMINISTRATOR. [PE-2, PE-4]
   */
  async erase(ctx: WriteCtx, personId: string): Promise<void> {
    await this.keepAnAdministrator(ctx, personId)
    await ctx.db.query(
      `delete from outgoing_mail where person_id = $1
         or recipient::citext = (select email from account where person_id = $1)`,
      [personId],
    )
    await ctx.db.query('delete from account where person_id = $1', [personId])
  }

  /** The words of a letter to this person. */
  wordsFor(ctx: Ctx, account: Account | null): Words {
    return wordsFor(chooseLanguage(account?.language, ctx.language))
  }

  /** What happens to an account concerns the administrators. [VI-4] */
  async recordOf(
    ctx: WriteCtx,
    verb: `${string}.${string}`,
    personId: string,
    args?: Record<string, unknown>,
  ): Promise<void> {
    await this.activity.record(ctx, { verb, object: { type: 'person', id: personId }, visibility: 'MANAGEMENT', args })
  }

  /** Nobody could edit the register or name another one. Of two who go at once, the second waits for the first. [PE-4] */
  private async keepAnAdministrator(ctx: WriteCtx, leavingId: string): Promise<void> {
    const rows = (await ctx.db.query(
      `select person_id as "personId" from account where is_administrator and closed_at is null order by id for update`,
    )) as { personId: string }[]
    const administrators = rows.map(({ personId }) => personId)
    if (administrators.includes(leavingId) && administrators.length === 1) throw refuse('LAST_ADMINISTRATOR')
  }

  private async one(db: EntityManager, where: string, value: string): Promise<Account | null> {
    const rows = (await db.query(`select ${columnsOf(db, Account, 'a')} from account a where ${where}`, [
      value,
    ])) as Account[]
    return rows[0] ?? null
  }
}

import { Injectable } from '@nestjs/common'
import { Accounts } from '#server/common/identity/index.js'
import { listLoader, type WriteCtx } from '#server/platform/context/index.js'
import { columnsOf, newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Follow } from './follow.entity.js'
import { ownAccount } from './own-account.js'
import { SavedView } from './saved-view.entity.js'
import { viewAddress } from './view-address.js'

const MOST = 200
const LONGEST_NAME = 100

export const viewsOfAccount = listLoader<string, SavedView>(async (ctx, accountIds) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, SavedView, 'v')} from saved_view v where v.account_id = any($1::uuid[])
     order by v.name collate natural_name, v.id`,
    [accountIds],
  )) as SavedView[]
  return Map.groupBy(rows, (row) => row.accountId)
})

/** Views of lists under names of one's own. Rules: docs/rules/common.md (NO-2). */
@Injectable()
export class SavedViews {
  constructor(private readonly accounts: Accounts) {}

  /** Refuses: SIGN_IN_REQUIRED, BAD_INPUT for an address of no list, TEXT_MISSING, TEXT_TOO_LONG, VIEW_NAMED_SO, TOO_MANY. */
  async save(ctx: WriteCtx, given: { name: string; address: string }): Promise<SavedView> {
    const { accountId, personId } = ownAccount(ctx)
    const address = viewAddress(given.address)
    if (address === null)
      throw refuse('BAD_INPUT', { detail: 'this is no address of a list here' }, { field: 'input.address' })
    const name = givenName(given.name)
    const own = await this.others(ctx, accountId)
    if (own.length >= MOST) throw refuse('TOO_MANY', { most: MOST })
    requireFree(own, name)
    const view = ctx.db.create(SavedView, { id: newId(), accountId, name, address, savedAt: ctx.now, revision: 1 })
    await ctx.db.insert(SavedView, view)
    await this.accounts.recordOf(ctx, 'view.saved', personId)
    return view
  }

  /** Refuses: SIGN_IN_REQUIRED, NOT_FOUND, STALE, TEXT_MISSING, TEXT_TOO_LONG, VIEW_NAMED_SO. */
  async rename(ctx: WriteCtx, given: { id: string; expectedRevision: number; name: string }): Promise<SavedView> {
    const { accountId, personId } = ownAccount(ctx)
    const own = await this.others(ctx, accountId)
    if (!own.some(({ id }) => id === given.id)) throw refuse('NOT_FOUND', {}, { field: 'input.id' })
    const name = givenName(given.name)
    requireFree(
      own.filter(({ id }) => id !== given.id),
      name,
    )
    const view = await revise(ctx.db, SavedView, given.id, given.expectedRevision, { name })
    await this.accounts.recordOf(ctx, 'view.renamed', personId)
    return view
  }

  /** Whoever followed it hears no more of it. Refuses: SIGN_IN_REQUIRED, NOT_FOUND, also for anybody else's. */
  async delete(ctx: WriteCtx, id: string): Promise<SavedView> {
    const { accountId, personId } = ownAccount(ctx)
    const view = await ctx.db.findOneBy(SavedView, { id, accountId })
    if (!view) throw refuse('NOT_FOUND', {}, { field: 'id' })
    await ctx.db.delete(Follow, { accountId, kind: 'VIEW', key: id })
    await ctx.db.delete(SavedView, { id })
    await this.accounts.recordOf(ctx, 'view.deleted', personId)
    return view
  }

  /** The views of an account, which nobody else changes until this call is over. */
  private async others(ctx: WriteCtx, accountId: string): Promise<SavedView[]> {
    await ctx.db.query('select pg_advisory_xact_lock(hashtextextended($1, 7302))', [accountId])
    return ctx.db.findBy(SavedView, { accountId })
  }
}

function givenName(text: string): string {
  const name = text.replace(/\s+/gu, ' ').trim()
  if (name === '') throw refuse('TEXT_MISSING', {}, { field: 'input.name' })
  if (name.length > LONGEST_NAME) {
    throw refuse('TEXT_TOO_LONG', { length: name.length, limit: LONGEST_NAME }, { field: 'input.name' })
  }
  return name
}

function requireFree(own: readonly SavedView[], name: string): void {
  if (own.some((one) => one.name === name)) throw refuse('VIEW_NAMED_SO', { name }, { field: 'input.name' })
}

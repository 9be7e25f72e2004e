import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { inTransaction } from '../database/index.js'
import { refuse } from '../errors/index.js'
import type { Ctx, WriteCtx } from './ctx.js'

/** A request that may be sent twice: by an impatient person, a retrying script, a line that broke after the answer was made. */
export interface Once {
  /** Made by the caller, 8 to 100 characters; the same for each repetition. */
  readonly key: string
  readonly verb: string
  /** What was asked; a repetition must ask the same. */
  readonly input: unknown
}

/** Opens the one transaction of a mutation. */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs a verb in a transaction; its news leaves after commit. */
  write<T>(ctx: Ctx, verb: (ctx: WriteCtx) => Promise<T>): Promise<T> {
    return inTransaction(this.dataSource, (db, afterCommit) => verb({ ...ctx, db, afterCommit }))
  }

  /**
   * The same for what creates: a repetition with the same key finds what the first one made (`again`) and makes nothing. Keys belong to the
   * person who sent them. Refuses: ALREADY_DONE when the key was used for something else, BAD_INPUT when it has no usable length.
   */
  writeOnce<T extends { id: string }>(
    ctx: Ctx,
    once: Once,
    verb: (ctx: WriteCtx) => Promise<T>,
    again: (ctx: Ctx, id: string) => Promise<T>,
  ): Promise<T> {
    if (once.key.length < 8 || once.key.length > 100) {
      throw refuse(
        'BAD_INPUT',
        { detail: 'an idempotency key has 8 to 100 characters' },
        { field: 'input.idempotencyKey' },
      )
    }
    const actor = ctx.viewer.accountId ?? 'system'
    const inputHash = createHash('sha256').update(JSON.stringify(once.input)).digest()
    return this.write(ctx, async (tx) => {
      await tx.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${actor} ${once.key}`])
      const [done] = (await tx.db.query(
        'select verb, input_hash as "inputHash", object_id as "objectId" from idempotency where actor = $1 and key = $2',
        [actor, once.key],
      )) as { verb: string; inputHash: Buffer; objectId: string }[]
      if (done) {
        if (done.verb !== once.verb || !inputHash.equals(done.inputHash)) throw refuse('ALREADY_DONE')
        return again(tx, done.objectId)
      }
      const made = await verb(tx)
      await tx.db.query(
        'insert into idempotency (actor, key, verb, input_hash, object_id) values ($1, $2, $3, $4, $5)',
        [actor, once.key, once.verb, inputHash, made.id],
      )
      return made
    })
  }
}

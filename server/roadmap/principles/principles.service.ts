import { Injectable } from '@nestjs/common'
import { writeNumber } from '#schema/vocabulary/numbers.js'
import type { PrincipleOrigin } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { sourceColumns, type GivenSource } from '#server/roadmap/provenance/index.js'
import { Principle } from './principle.entity.js'
import './principles.access.js'

export interface RecordPrinciple {
  readonly title: string
  readonly statement: string
  readonly rationale?: string | null
  readonly origin: PrincipleOrigin
  readonly provenance: GivenSource
}

/** The verbs on principles. */
@Injectable()
export class Principles {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
  ) {}

  /** Takes a principle in and gives it the next number. Refuses: FORBIDDEN, BAD_INPUT. */
  async record(ctx: WriteCtx, given: RecordPrinciple): Promise<Principle> {
    this.access.require(ctx, 'principle.edit', null)
    const title = given.title.trim()
    const statement = given.statement.trim()
    if (title === '' || title.length > 300) {
      throw refuse('BAD_INPUT', { detail: 'a title has 1 to 300 characters' }, { field: 'title' })
    }
    if (statement === '' || statement.length > 10_000) {
      throw refuse('BAD_INPUT', { detail: 'a statement has 1 to 10,000 characters' }, { field: 'statement' })
    }
    // One numbering at a time. Principles are never deleted, so the highest number is the last one given.
    await ctx.db.query(`select pg_advisory_xact_lock(hashtextextended('principle.number', 0))`)
    const [last] = (await ctx.db.query('select coalesce(max(number), 0) as number from principle')) as [
      { number: number },
    ]
    const principle = ctx.db.create(Principle, {
      id: newId(),
      number: last.number + 1,
      title,
      statement,
      rationale: given.rationale ?? null,
      origin: given.origin,
      revision: 1,
      ...sourceColumns(given.provenance),
    })
    await ctx.db.insert(Principle, principle)
    await this.activity.record(ctx, {
      verb: 'principle.recorded',
      object: { type: 'principle', id: principle.id },
      args: { number: writeNumber('P', principle.number) },
    })
    return principle
  }
}

import { Injectable } from '@nestjs/common'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { columnsOf, newId, Params, selectRows, sqlState, tableAt, type AsOf } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { pageSql, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { Organisation, type OrganisationKind } from './organisation.entity.js'

export interface NewOrganisation {
  readonly slug: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly country?: string | null
  readonly isExample?: boolean
  /** Where it was read; null: from memory. */
  readonly source?: string | null
  readonly confidence?: 'VERIFIED' | 'MEMORY'
  readonly evidenceOn?: string | null
}

export interface OrganisationFilter {
  readonly search?: string | null
  /** Null: as they are now. */
  readonly asOf: string | null
}

type Row = AsOf<Organisation> & { sortKey: string }

const byName: Keyset = {
  name: 'organisations.name',
  terms: [
    { expr: 'plain(o.name)', type: 'text', direction: 'ASC' },
    { expr: 'o.id', type: 'uuid', direction: 'ASC' },
  ],
}

@Injectable()
export class Organisations {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
  ) {}

  /** Records an organisation. Administrators may. Refuses: FORBIDDEN, SIGN_IN_REQUIRED, BAD_INPUT (also for a slug that is taken). */
  async record(ctx: WriteCtx, input: NewOrganisation): Promise<Organisation> {
    this.access.require(ctx, 'organisation.edit', null)
    const name = input.name.trim()
    if (name.length < 1 || name.length > 300) {
      throw refuse('BAD_INPUT', { detail: 'a name has 1 to 300 characters' }, { field: 'input.name' })
    }
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(input.slug)) {
      throw refuse('BAD_INPUT', { detail: 'a slug is words of a-z and 0-9 joined by -' }, { field: 'input.slug' })
    }
    const organisation: Organisation = {
      id: newId(),
      slug: input.slug,
      name,
      kind: input.kind,
      country: input.country ?? null,
      isExample: input.isExample ?? false,
      source: input.source ?? null,
      confidence: input.confidence ?? 'MEMORY',
      evidenceOn: input.evidenceOn ?? null,
      checkedById: null,
      checkAgainOn: null,
      revision: 1,
    }
    try {
      await ctx.db.insert(Organisation, organisation)
    } catch (error) {
      if (sqlState(error) !== '23505') throw error
      throw refuse('BAD_INPUT', { detail: 'the slug is taken' }, { field: 'input.slug' })
    }
    await this.activity.record(ctx, {
      verb: 'organisation.recorded',
      object: { type: 'organisation', id: organisation.id },
    })
    return organisation
  }

  /** A page of organisations by name. Refuses: BAD_CURSOR. */
  async page(ctx: Ctx, filter: OrganisationFilter, page: Page): Promise<Connection<AsOf<Organisation>>> {
    const p = new Params()
    const from = this.matching(filter, p)
    const sql = pageSql(byName, page, p.values.length + 1)
    p.values.push(...sql.params)
    const rows = await selectRows<Row>(
      ctx.db,
      `select ${columnsOf(ctx.db, Organisation, 'o')}, plain(o.name) as "sortKey" from ${from}
       and ${sql.where} order by ${sql.orderBy} limit ${sql.limit}`,
      p,
      filter.asOf,
    )
    return toConnection(rows, page, byName, (row) => [row.sortKey, row.id])
  }

  /** How many organisations match. */
  async count(ctx: Ctx, filter: OrganisationFilter): Promise<number> {
    const p = new Params()
    const from = this.matching(filter, p)
    const [row] = (await ctx.db.query(`select count(*)::int as count from ${from}`, p.values)) as { count: number }[]
    return row!.count
  }

  private matching({ search, asOf }: OrganisationFilter, p: Params): string {
    const table = tableAt('organisation', 'o', asOf, p)
    const words = (search ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 10)
    // Each word is a part of the name, whatever its accents; % and _ mean themselves.
    const parts = words.map(
      (word) => `plain(o.name) like '%' || plain(${p.add(word.replace(/[\\%_]/g, '\\$&'))}) || '%'`,
    )
    return `${table} where ${['true', ...parts].join(' and ')}`
  }
}

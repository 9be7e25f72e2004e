import { Injectable } from '@nestjs/common'
import type { BodyKind } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { newId, sqlState } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { sourceColumns, type GivenSource } from '#server/roadmap/provenance/index.js'
import { Body } from './body.entity.js'
import './bodies.access.js'

export interface RecordBody {
  /** Permanent; lower-case letters, digits and hyphens. */
  readonly slug: string
  readonly name: string
  readonly acronym?: string | null
  readonly kind: BodyKind
  readonly parentSlug?: string | null
  readonly coParentSlug?: string | null
  readonly organisationId?: string | null
  readonly url?: string | null
  readonly isExample?: boolean
  readonly provenance: GivenSource
}

/** The verbs on bodies. */
@Injectable()
export class Bodies {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
  ) {}

  /** Takes a body into the register. Refuses: FORBIDDEN, BAD_INPUT, ALREADY_THERE. */
  async record(ctx: WriteCtx, given: RecordBody): Promise<Body> {
    this.access.require(ctx, 'body.edit', null)
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(given.slug) || given.slug.length > 200) {
      throw refuse(
        'BAD_INPUT',
        { detail: 'a slug has lower-case letters, digits and single hyphens' },
        { field: 'slug' },
      )
    }
    const name = given.name.trim()
    if (name === '' || name.length > 500) {
      throw refuse('BAD_INPUT', { detail: 'a name has 1 to 500 characters' }, { field: 'name' })
    }
    const body = ctx.db.create(Body, {
      id: newId(),
      slug: given.slug,
      name,
      acronym: given.acronym ?? null,
      kind: given.kind,
      parentId: given.parentSlug ? (await this.require(ctx, given.parentSlug, 'parentSlug')).id : null,
      coParentId: given.coParentSlug ? (await this.require(ctx, given.coParentSlug, 'coParentSlug')).id : null,
      organisationId: given.organisationId ?? null,
      url: given.url ?? null,
      isExample: given.isExample ?? false,
      revision: 1,
      ...sourceColumns(given.provenance),
    })
    try {
      await ctx.db.insert(Body, body)
    } catch (error) {
      if (sqlState(error) === '23505') throw refuse('ALREADY_THERE', { name: given.slug }, { field: 'slug' })
      throw error
    }
    await this.activity.record(ctx, {
      verb: 'body.recorded',
      object: { type: 'body', id: body.id },
      args: { slug: body.slug },
    })
    return body
  }

  /** The body of a slug that somebody named in a field. Refuses: BAD_INPUT. */
  async require(ctx: Ctx, slug: string, field: string): Promise<Body> {
    const body = slug.includes('\0') ? null : await ctx.db.findOneBy(Body, { slug })
    if (!body) throw refuse('BAD_INPUT', { detail: `there is no body “${slug.slice(0, 80)}”` }, { field })
    return body
  }
}

import { Injectable } from '@nestjs/common'
import { slugOf } from '#schema/vocabulary/designation.js'
import type { BodyKind } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { newId, revise, sqlState } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import {
  givenDay,
  givenOptionalText,
  givenText,
  sourceColumns,
  type GivenSource,
} from '#server/roadmap/provenance/index.js'
import './bodies.access.js'
import { BodyNames, type GivenName } from './body-names.service.js'
import { Body } from './body.entity.js'
import { addressOf, requireSlug } from './given-body.js'
import { requireSuccession, requireTree, type Pointers } from './tree-rules.js'

/** What is known of a body besides its name. */
export interface BodyFacts {
  readonly kind: BodyKind
  readonly parentSlug?: string | null
  /** Second parent of a joint body. */
  readonly coParentSlug?: string | null
  readonly url?: string | null
  /** What it is in charge of. */
  readonly role?: string | null
  /** How it numbers its work. */
  readonly numbering?: string | null
  readonly dissolvedOn?: string | null
  /** Body in which its work goes on. */
  readonly successorSlug?: string | null
  /** Its names in other languages, all of them. */
  readonly names?: readonly GivenName[]
}

export interface RecordBody extends BodyFacts {
  /** Permanent; made from the acronym, else the name, when it is left out. */
  readonly slug?: string | null
  readonly name: string
  readonly acronym?: string | null
  readonly organisationId?: string | null
  readonly isExample?: boolean
  readonly provenance: GivenSource
}

export interface UpdateBody extends BodyFacts {
  /** Slug. */
  readonly body: string
  readonly expectedRevision: number
  /** Null: what it rests on stays. */
  readonly provenance: GivenSource | null
}

/** The verbs on bodies. How they are called: body-names.service.ts. */
@Injectable()
export class Bodies {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly names: BodyNames,
  ) {}

  /**
   * Takes a body into the register. [BO-1, BO-2, BO-4]
   * Refuses: SIGN_IN_REQUIRED, FORBIDDEN, TEXT_MISSING, TEXT_TOO_LONG, BAD_INPUT, ALREADY_THERE, NO_SUCH_DAY, BODY_NOT_DISSOLVED.
   */
  async record(ctx: WriteCtx, given: RecordBody): Promise<Body> {
    this.access.require(ctx, 'body.edit', null)
    const name = givenText(given.name, 500, 'input.name')
    const acronym = givenOptionalText(given.acronym, 100, 'input.acronym')
    const id = newId()
    const body = ctx.db.create(Body, {
      id,
      slug: requireSlug(given.slug ?? slugOf(acronym ?? name), 'input.slug'),
      name,
      acronym,
      ...(await this.facts(ctx, id, given)),
      organisationId: given.organisationId ?? null,
      isExample: given.isExample ?? false,
      revision: 1,
      ...sourceColumns(given.provenance),
    })
    try {
      await ctx.db.insert(Body, body)
    } catch (error) {
      if (sqlState(error) === '23505') throw refuse('ALREADY_THERE', { name: body.slug }, { field: 'input.slug' })
      throw error
    }
    if (given.names) await this.names.say(ctx, body, given.names, given.provenance)
    await this.activity.record(ctx, {
      verb: 'body.recorded',
      object: { type: 'body', id: body.id },
      args: { slug: body.slug },
    })
    return body
  }

  /**
   * Changes what is known of a body besides its present name. Nothing is recorded when nothing changes. [BO-2, BO-3, BO-4]
   * Refuses: SIGN_IN_REQUIRED, FORBIDDEN, STALE, BAD_INPUT, TEXT_TOO_LONG, NO_SUCH_DAY, BODY_UNDER_ITSELF, BODY_FOLLOWS_ITSELF, BODY_NOT_DISSOLVED.
   */
  async update(ctx: WriteCtx, given: UpdateBody): Promise<Body> {
    const before = await this.require(ctx, given.body, 'input.body')
    this.access.require(ctx, 'body.edit', before)
    if (before.revision !== given.expectedRevision) {
      throw refuse('STALE', { revision: before.revision }, { details: { current: { ...before } } })
    }
    const wanted: Partial<Body> = {
      ...(await this.facts(ctx, before.id, given)),
      ...(given.provenance && sourceColumns(given.provenance)),
    }
    const changes = Object.fromEntries(
      Object.entries(wanted).filter(([column, value]) => before[column as keyof Body] !== value),
    ) as Partial<Body>
    const renamed = given.names ? await this.names.say(ctx, before, given.names, given.provenance ?? {}) : false
    const fields = Object.keys(changes).map((column) => fieldOf[column] ?? column)
    if (fields.length === 0 && !renamed) return before
    const body = await revise(ctx.db, Body, before.id, given.expectedRevision, changes)
    await this.activity.record(ctx, {
      verb: 'body.updated',
      object: { type: 'body', id: body.id },
      args: { slug: body.slug, fields: [...new Set([...fields, ...(renamed ? ['names'] : [])])] },
    })
    return body
  }

  /** The columns of what is said of a body. Whoever moves it in the tree waits for whoever else does, so that no two make a ring between them. */
  private async facts(ctx: WriteCtx, id: string, given: BodyFacts) {
    const bodyOf = async (slug: string | null | undefined, field: string) =>
      slug ? (await this.require(ctx, slug, field)).id : null
    const parentId = await bodyOf(given.parentSlug, 'input.parent')
    const coParentId = await bodyOf(given.coParentSlug, 'input.coParent')
    const successorId = await bodyOf(given.successorSlug, 'input.successor')
    const dissolvedOn = givenDay(given.dissolvedOn, 'input.dissolvedOn')
    if (coParentId !== null && (parentId === null || coParentId === parentId)) {
      throw refuse(
        'BAD_INPUT',
        { detail: 'a second parent is another one than the first' },
        { field: 'input.coParent' },
      )
    }
    if (successorId !== null && dissolvedOn === null) {
      throw refuse('BODY_NOT_DISSOLVED', {}, { field: 'input.dissolvedOn' })
    }
    await ctx.db.query(`select pg_advisory_xact_lock(hashtextextended('body.tree', 0))`)
    const parents = [parentId, coParentId].filter((one) => one !== null)
    if (parents.length > 0)
      requireTree(id, parents, await this.pointers(ctx, 'parent_id, co_parent_id'), 'input.parent')
    if (successorId !== null) {
      requireSuccession(id, successorId, await this.pointers(ctx, 'successor_id'), 'input.successor')
    }
    return {
      kind: given.kind,
      parentId,
      coParentId,
      url: given.url ? addressOf(given.url, 'input.url') : null,
      role: givenOptionalText(given.role, 2000, 'input.role'),
      numbering: givenOptionalText(given.numbering, 2000, 'input.numbering'),
      dissolvedOn,
      successorId,
    }
  }

  /** To whom each body points: there are some hundreds of them at most. */
  private async pointers(ctx: Ctx, columns: 'parent_id, co_parent_id' | 'successor_id'): Promise<Pointers> {
    const rows = (await ctx.db.query(
      `select id, array_remove(array[${columns}], null) as targets from body where coalesce(${columns}) is not null`,
    )) as { id: string; targets: string[] }[]
    return new Map(rows.map(({ id, targets }) => [id, targets]))
  }

  /** The body of a slug that somebody named in a field. Refuses: BAD_INPUT. */
  async require(ctx: Ctx, slug: string, field: string): Promise<Body> {
    const body = slug.includes('\0') ? null : await ctx.db.findOneBy(Body, { slug })
    if (!body) throw refuse('BAD_INPUT', { detail: `there is no body “${slug.slice(0, 80)}”` }, { field })
    return body
  }
}

/** What the columns are called in the record: as people call them. */
const fieldOf: Readonly<Record<string, string>> = {
  parentId: 'parent',
  coParentId: 'parent',
  successorId: 'successor',
  confidence: 'source',
  evidenceOn: 'source',
  checkedById: 'source',
  checkAgainOn: 'source',
}

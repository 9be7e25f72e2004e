import { Injectable } from '@nestjs/common'
import { naturalSortKey, normalise, searchKeys, slugOf } from '#schema/vocabulary/designation.js'
import {
  isPartialDate,
  stageFamilyOf,
  type Confidence,
  type DateKind,
  type Impact,
  type ItemStatus,
  type ItemType,
  type LifecycleStage,
  type Topic,
} from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { newId, revise, sqlState } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Bodies, Body } from '#server/roadmap/bodies/index.js'
import { sourceColumns, type GivenSource } from '#server/roadmap/provenance/index.js'
import { ItemName } from './item-name.entity.js'
import { ItemStage } from './item-stage.entity.js'
import { Item } from './item.entity.js'
import './items.access.js'
import { itemNamed } from './items.lookup.js'
import { stateOf } from './state-of.js'

export interface RecordItem {
  /** Permanent; made from the designation when it is left out. */
  readonly slug?: string | null
  /** The body that publishes it. */
  readonly bodySlug: string
  /** The committee in charge; null when unknown. */
  readonly committeeSlug?: string | null
  readonly designation: string
  readonly title: string | null
  /** As sure as the item itself when left out. */
  readonly titleConfidence?: Confidence | null
  readonly type: ItemType
  /** The body's own word or code. */
  readonly nativeStage?: string | null
  /** The coarse status of a catalogue, where the stage is missing or unknown to us. */
  readonly fallbackStatus?: ItemStatus | null
  /** Whether a SUPERSEDES relation is known to point at it. */
  readonly isSuperseded?: boolean
  readonly dates?: Partial<Record<DateKind, string>>
  readonly topics?: readonly Topic[]
  readonly lifecycleStages?: readonly LifecycleStage[]
  readonly impacts?: readonly Impact[]
  readonly scopeNote?: string | null
  readonly equivalents?: readonly string[]
  readonly url?: string | null
  readonly provenance: GivenSource
}

export interface RenameItem {
  /** Slug or any name. */
  readonly item: string
  readonly expectedRevision: number
  readonly designation: string
  readonly title: string | null
  readonly titleConfidence?: Confidence
  /** First day of the new name; null when unknown. */
  readonly on?: string | null
  readonly provenance: GivenSource
}

export interface RecordStage {
  /** Slug or any name. */
  readonly item: string
  readonly expectedRevision: number
  readonly nativeStage: string | null
  readonly fallbackStatus?: ItemStatus | null
  readonly provenance: GivenSource
}

/** The verbs on items. */
@Injectable()
export class Items {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly bodies: Bodies,
  ) {}

  /**
   * Takes an item into the register, with its first name and stage; where it stands follows from its native stage, else from the status.
   * [IT-2, IT-3] Refuses: FORBIDDEN, BAD_INPUT, ALREADY_THERE, UNKNOWN_STAGE, UNOFFICIAL_STAGE.
   */
  async record(ctx: WriteCtx, given: RecordItem): Promise<Item> {
    this.access.require(ctx, 'item.edit', null)
    const body = await this.bodies.require(ctx, given.bodySlug, 'bodySlug')
    const committee = given.committeeSlug ? await this.bodies.require(ctx, given.committeeSlug, 'committeeSlug') : null
    const { state, basis } = stateOf({
      family: stageFamilyOf(body.slug),
      nativeStage: given.nativeStage ?? null,
      fallbackStatus: given.fallbackStatus ?? null,
      isSuperseded: given.isSuperseded ?? false,
    })
    const sourced = sourceColumns(given.provenance)
    const item = ctx.db.create(Item, {
      id: newId(),
      slug: given.slug ?? (await this.freeSlug(ctx, given.designation)),
      bodyId: body.id,
      // A catalogue that knows no committee names the publisher again.
      committeeId: committee && committee.id !== body.id ? committee.id : null,
      ...nameColumns(given.designation, given.title),
      titleConfidence: given.titleConfidence ?? sourced.confidence,
      type: given.type,
      state,
      stateBasis: basis,
      nativeStage: given.nativeStage?.trim() || null,
      dates: checkedDates(given.dates ?? {}),
      topics: [...(given.topics ?? [])],
      lifecycleStages: [...(given.lifecycleStages ?? [])],
      impacts: [...(given.impacts ?? [])],
      scopeNote: given.scopeNote ?? null,
      equivalents: [...(given.equivalents ?? [])],
      url: given.url ?? null,
      revision: 1,
      ...sourced,
    })
    await onceOnly(item.designation, () => ctx.db.insert(Item, item))
    await this.addName(ctx, item, null, sourced)
    await this.addStage(ctx, item, sourced)
    await this.activity.record(ctx, {
      verb: 'item.recorded',
      object: { type: 'item', id: item.id },
      args: { slug: item.slug },
    })
    return item
  }

  /** Gives an item a new name or title; the old one goes on finding it. Refuses: FORBIDDEN, BAD_INPUT, STALE, ALREADY_THERE. [IT-6] */
  async rename(ctx: WriteCtx, given: RenameItem): Promise<Item> {
    const before = await this.require(ctx, given.item, 'item')
    this.access.require(ctx, 'item.edit', before)
    const sourced = sourceColumns(given.provenance)
    const item = await onceOnly(given.designation, () =>
      revise(ctx.db, Item, before.id, given.expectedRevision, {
        ...nameColumns(given.designation, given.title),
        titleConfidence: given.titleConfidence ?? sourced.confidence,
      }),
    )
    const on = given.on ?? null
    // A name whose days are not known still ends: the new one holds from here on.
    await ctx.db.query(
      `update item_name set to_on = greatest(coalesce($2::date, $3::date), from_on), revision = revision + 1
       where item_id = $1 and to_on is null`,
      [item.id, on, ctx.now.toISOString().slice(0, 10)],
    )
    await this.addName(ctx, item, on, sourced)
    await this.activity.record(ctx, {
      verb: 'item.renamed',
      object: { type: 'item', id: item.id },
      args: { slug: item.slug, from: before.designation, to: item.designation },
    })
    return item
  }

  /** Takes note of how far an item has come. Refuses: FORBIDDEN, BAD_INPUT, STALE, UNKNOWN_STAGE, UNOFFICIAL_STAGE. [IT-2, IT-3] */
  async recordStage(ctx: WriteCtx, given: RecordStage): Promise<Item> {
    const before = await this.require(ctx, given.item, 'item')
    this.access.require(ctx, 'item.edit', before)
    const body = await ctx.db.findOneByOrFail(Body, { id: before.bodyId })
    const { state, basis } = stateOf({
      family: stageFamilyOf(body.slug),
      nativeStage: given.nativeStage,
      fallbackStatus: given.fallbackStatus ?? null,
      isSuperseded: before.state === 'SUPERSEDED',
    })
    const sourced = sourceColumns(given.provenance)
    const item = await revise(ctx.db, Item, before.id, given.expectedRevision, {
      nativeStage: given.nativeStage?.trim() || null,
      state,
      stateBasis: basis,
      evidenceOn: sourced.evidenceOn,
    })
    await this.addStage(ctx, item, sourced)
    await this.activity.record(ctx, {
      verb: 'item.stageRecorded',
      object: { type: 'item', id: item.id },
      args: { slug: item.slug, state },
    })
    return item
  }

  /**
   * Says that another item has taken its place. Changes the state only where that rested on the bare status "withdrawn", for the body's own
   * word counts more. [IT-3]
   */
  async markSuperseded(ctx: WriteCtx, id: string, provenance: GivenSource): Promise<void> {
    const before = await ctx.db.findOneByOrFail(Item, { id })
    this.access.require(ctx, 'item.edit', before)
    if (before.stateBasis !== 'BY_STATUS' || before.state !== 'WITHDRAWN') return
    const item = await revise(ctx.db, Item, id, before.revision, { state: 'SUPERSEDED' })
    await this.addStage(ctx, item, sourceColumns(provenance))
    await this.activity.record(ctx, {
      verb: 'item.superseded',
      object: { type: 'item', id },
      args: { slug: item.slug },
    })
  }

  /** The item that somebody named, by slug or any name, in a field. Refuses: BAD_INPUT when none or several fit. */
  async require(ctx: Ctx, name: string, field: string): Promise<Item> {
    const item = await itemNamed(ctx, name, null)
    if (!item) {
      throw refuse('BAD_INPUT', { detail: `“${name.slice(0, 80)}” names no item, or several` }, { field })
    }
    return item
  }

  private async addName(ctx: WriteCtx, item: Item, on: string | null, sourced: ReturnType<typeof sourceColumns>) {
    await ctx.db.insert(ItemName, {
      id: newId(),
      itemId: item.id,
      designation: item.designation,
      keys: [...searchKeys(item.designation)],
      title: item.title,
      fromOn: on,
      toOn: null,
      ...sourced,
    })
  }

  private async addStage(ctx: WriteCtx, item: Item, sourced: ReturnType<typeof sourceColumns>) {
    await ctx.db.insert(ItemStage, {
      id: newId(),
      itemId: item.id,
      nativeStage: item.nativeStage,
      state: item.state,
      stateBasis: item.stateBasis,
      notedAt: ctx.now,
      ...sourced,
    })
  }

  /** Two names may make the same slug; the later item gets a number behind it. */
  private async freeSlug(ctx: WriteCtx, designation: string): Promise<string> {
    const slug = slugOf(designation)
    const rows = (await ctx.db.query(`select slug from item where slug = $1 or starts_with(slug, $2)`, [
      slug,
      `${slug}-`,
    ])) as { slug: string }[]
    const taken = new Set(rows.map((row) => row.slug))
    for (let n = 1; ; n += 1) {
      const wish = n === 1 ? slug : `${slug}-${n}`
      if (!taken.has(wish)) return wish
    }
  }
}

function nameColumns(given: string, title: string | null) {
  const designation = given.trim()
  if (normalise(designation) === '') {
    throw refuse(
      'BAD_INPUT',
      { detail: 'a designation has 1 to 200 characters, with a letter or a digit among them' },
      { field: 'designation' },
    )
  }
  if (title !== null && (title.length === 0 || [...title].length > 1000)) {
    throw refuse('BAD_INPUT', { detail: 'a title has 1 to 1,000 characters' }, { field: 'title' })
  }
  return { designation, designationSort: naturalSortKey(designation), title }
}

function checkedDates(dates: Partial<Record<DateKind, string>>) {
  for (const [kind, on] of Object.entries(dates)) {
    if (!isPartialDate(on)) {
      throw refuse('BAD_INPUT', { detail: `${on.slice(0, 20)} is no date` }, { field: `dates.${kind}` })
    }
  }
  return dates
}

async function onceOnly<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (sqlState(error) === '23505') throw refuse('ALREADY_THERE', { name }, { field: 'designation' })
    throw error
  }
}

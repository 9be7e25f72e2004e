import { Injectable } from '@nestjs/common'
import { isDeepStrictEqual } from 'node:util'
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js'
import { slugOf } from '#schema/vocabulary/designation.js'
import {
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
import { Bodies } from '#server/roadmap/bodies/index.js'
import { sourceColumns, type GivenSource } from '#server/roadmap/provenance/index.js'
import { addressOf, datesOf, longest, nameColumns, optionalTextOf, textsOf } from './checked-input.js'
import { ItemNames } from './item-names.service.js'
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
  /** First day of the name; null when unknown. */
  readonly namedOn?: string | null
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
  readonly moreUrls?: readonly string[]
  readonly provenance: GivenSource
}

/** What can be changed of an item besides its names and stages. Absent: unchanged; null clears where clearing is possible. */
export interface UpdateItem {
  /** Slug or any name. */
  readonly item: string
  readonly expectedRevision: number
  readonly bodySlug?: string | null
  readonly committeeSlug?: string | null
  readonly type?: ItemType | null
  /** All of them; kinds left out are not known any more. */
  readonly dates?: Partial<Record<DateKind, string>> | null
  readonly topics?: readonly Topic[] | null
  readonly lifecycleStages?: readonly LifecycleStage[] | null
  readonly impacts?: readonly Impact[] | null
  readonly scopeNote?: string | null
  readonly equivalents?: readonly string[] | null
  readonly url?: string | null
  readonly moreUrls?: readonly string[] | null
  /** On what the facts rest from now on; absent when the change is of our own words only. */
  readonly provenance?: GivenSource | null
}

/** The verbs on items. */
@Injectable()
export class Items {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly bodies: Bodies,
    private readonly names: ItemNames,
  ) {}

  /**
   * Takes an item into the register, with its first name and stage; where it stands follows from its native stage, else from the status.
   * [IT-2, IT-3, IT-8, IT-11] Refuses: SIGN_IN_REQUIRED, FORBIDDEN, BAD_INPUT, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DATE, NAME_TAKEN, ALREADY_THERE, UNKNOWN_STAGE,
   * UNOFFICIAL_STAGE.
   */
  async record(ctx: WriteCtx, given: RecordItem): Promise<Item> {
    this.access.require(ctx, 'item.edit', null)
    const body = await this.bodies.require(ctx, given.bodySlug, 'input.body')
    const committee = given.committeeSlug
      ? await this.bodies.require(ctx, given.committeeSlug, 'input.committee')
      : null
    const columns = nameColumns(given.designation, given.title, 'input.designation')
    await this.names.keepFree(ctx, columns.designation, null, 'input.designation')
    const { state, basis } = stateOf({
      family: stageFamilyOf(body.slug),
      nativeStage: given.nativeStage ?? null,
      fallbackStatus: given.fallbackStatus ?? null,
      isSuperseded: given.isSuperseded ?? false,
    })
    const sourced = sourceColumns(given.provenance)
    const item = ctx.db.create(Item, {
      id: newId(),
      slug: given.slug ?? (await this.freeSlug(ctx, columns.designation)),
      bodyId: body.id,
      // A catalogue that knows no committee names the publisher again.
      committeeId: committee && committee.id !== body.id ? committee.id : null,
      ...columns,
      titleConfidence: given.titleConfidence ?? sourced.confidence,
      type: given.type,
      state,
      stateBasis: basis,
      nativeStage: given.nativeStage?.trim() || null,
      dates: datesOf(given.dates ?? {}, 'input.dates'),
      topics: [...(given.topics ?? [])],
      lifecycleStages: [...(given.lifecycleStages ?? [])],
      impacts: [...(given.impacts ?? [])],
      scopeNote: optionalTextOf(given.scopeNote, longest.scopeNote, 'input.scopeNote'),
      equivalents: textsOf(given.equivalents ?? [], longest.equivalent, 'input.equivalents'),
      url: given.url ? addressOf(given.url, 'input.url') : null,
      moreUrls: (given.moreUrls ?? []).map((url) => addressOf(url, 'input.moreUrls')),
      revision: 1,
      ...sourced,
    })
    await onceOnly(item.designation, () => ctx.db.insert(Item, item))
    await this.names.add(ctx, item, given.namedOn ?? null, sourced)
    await this.addStage(ctx, item, sourced)
    await this.activity.record(ctx, {
      verb: 'item.recorded',
      object: { type: 'item', id: item.id },
      args: { slug: item.slug },
    })
    return item
  }

  /**
   * Changes what is known of an item, but for its names and stages. Nothing is recorded when nothing changes.
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, BAD_INPUT, TEXT_TOO_LONG, NO_SUCH_DATE, UNKNOWN_STAGE, UNOFFICIAL_STAGE.
   */
  async update(ctx: WriteCtx, given: UpdateItem): Promise<Item> {
    const before = await this.names.named(ctx, given.item)
    this.access.require(ctx, 'item.edit', before)
    const wanted = await this.wanted(ctx, before, given)
    const changes = Object.fromEntries(
      Object.entries(wanted).filter(([name, value]) => !isDeepStrictEqual(before[name as keyof Item], value)),
    ) as Partial<Item>
    // Somebody who looked at an older state is told so even if they changed nothing of it.
    if (Object.keys(changes).length === 0 && before.revision === given.expectedRevision) return before
    const item = await revise(ctx.db, Item, before.id, given.expectedRevision, changes as QueryDeepPartialEntity<Item>)
    if (changes.state) await this.addStage(ctx, item, sourceColumns(given.provenance ?? ownProvenance(before)))
    const fields = Object.keys(changes).filter((name) => name !== 'state' && name !== 'stateBasis')
    await this.activity.record(ctx, {
      verb: 'item.updated',
      object: { type: 'item', id: item.id },
      args: { slug: item.slug, fields: [...new Set(fields.map((name) => (name in sourceNames ? 'source' : name)))] },
    })
    return item
  }

  /** The columns that an update asks for. */
  private async wanted(ctx: WriteCtx, before: Item, given: UpdateItem): Promise<Partial<Item>> {
    const wanted: Partial<Item> = {}
    let bodyId = before.bodyId
    if (given.bodySlug != null) {
      const body = await this.bodies.require(ctx, given.bodySlug, 'input.body')
      wanted.bodyId = bodyId = body.id
      // Another body reads the same stage in its own way.
      if (bodyId !== before.bodyId && before.nativeStage !== null) {
        const { state, basis } = stateOf({
          family: stageFamilyOf(body.slug),
          nativeStage: before.nativeStage,
          fallbackStatus: null,
          isSuperseded: before.state === 'SUPERSEDED',
        })
        if (basis === 'NATIVE_STAGE') Object.assign(wanted, { state, stateBasis: basis })
      }
    }
    if (given.committeeSlug !== undefined) {
      const committee = given.committeeSlug
        ? await this.bodies.require(ctx, given.committeeSlug, 'input.committee')
        : null
      wanted.committeeId = committee && committee.id !== bodyId ? committee.id : null
    }
    if (given.type != null) wanted.type = given.type
    if (given.dates != null) wanted.dates = datesOf(given.dates, 'input.dates')
    if (given.topics != null) wanted.topics = [...new Set(given.topics)]
    if (given.lifecycleStages != null) wanted.lifecycleStages = [...new Set(given.lifecycleStages)]
    if (given.impacts != null) wanted.impacts = [...new Set(given.impacts)]
    if (given.scopeNote !== undefined) {
      wanted.scopeNote = optionalTextOf(given.scopeNote, longest.scopeNote, 'input.scopeNote')
    }
    if (given.equivalents != null) {
      wanted.equivalents = textsOf(given.equivalents, longest.equivalent, 'input.equivalents')
    }
    if (given.url !== undefined) wanted.url = given.url ? addressOf(given.url, 'input.url') : null
    if (given.moreUrls != null) {
      wanted.moreUrls = textsOf(given.moreUrls, longest.url, 'input.moreUrls').map((url) =>
        addressOf(url, 'input.moreUrls'),
      )
    }
    return given.provenance ? { ...wanted, ...sourceColumns(given.provenance) } : wanted
  }

  /**
   * Says whether another item has taken its place. Changes the state only where that rests on the bare status "withdrawn", for the body's own
   * word counts more. [IT-3]
   */
  async markSuperseded(ctx: WriteCtx, id: string, isSuperseded: boolean, provenance: GivenSource): Promise<void> {
    const before = await ctx.db.findOneByOrFail(Item, { id })
    this.access.require(ctx, 'item.edit', before)
    if (before.stateBasis !== 'BY_STATUS' || before.state !== (isSuperseded ? 'WITHDRAWN' : 'SUPERSEDED')) return
    const item = await revise(ctx.db, Item, id, before.revision, { state: isSuperseded ? 'SUPERSEDED' : 'WITHDRAWN' })
    await this.addStage(ctx, item, sourceColumns(provenance))
    const told = isSuperseded ? ({ verb: 'item.superseded' } as const) : ({ verb: 'item.supersededNoMore' } as const)
    await this.activity.record(ctx, {
      ...told,
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

  private async addStage(ctx: WriteCtx, item: Item, sourced: ReturnType<typeof sourceColumns>) {
    await ctx.db.insert(ItemStage, {
      id: newId(),
      itemId: item.id,
      nativeStage: item.nativeStage,
      state: item.state,
      stateBasis: item.stateBasis,
      notedAt: ctx.now,
      reachedOn: null,
      correction: null,
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
    const taken = new Set([...reservedSlugs, ...rows.map((row) => row.slug)])
    for (let n = 1; ; n += 1) {
      const wish = n === 1 ? slug : `${slug}-${n}`
      if (!taken.has(wish)) return wish
    }
  }
}

/** Addresses below `/items/` that are pages of their own. */
const reservedSlugs = ['new']

const sourceNames = { source: 1, confidence: 1, evidenceOn: 1, checkedById: 1, checkAgainOn: 1 }

const ownProvenance = ({ source, confidence, evidenceOn, checkedById, checkAgainOn }: Item): GivenSource => ({
  source,
  confidence,
  asOf: evidenceOn,
  checkedBy: checkedById,
  checkAgainOn,
})

async function onceOnly<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (sqlState(error) === '23505') throw refuse('ALREADY_THERE', { name }, { field: 'input.designation' })
    throw error
  }
}

import { Injectable } from '@nestjs/common'
import { normalise, searchKeys } from '#schema/vocabulary/designation.js'
import type { Confidence } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { givenDay, givenLanguage, sourceColumns, type GivenSource } from '#server/roadmap/provenance/index.js'
import { longest, nameColumns, textOf } from './checked-input.js'
import { ItemName } from './item-name.entity.js'
import { ItemTitle } from './item-title.entity.js'
import { Item } from './item.entity.js'
import './items.access.js'
import { itemCalled, itemNamed } from './items.lookup.js'

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

export interface RecordTitle {
  /** Slug or any name. */
  readonly item: string
  readonly expectedRevision: number
  /** BCP 47 tag. */
  readonly lang: string
  readonly title: string
  /** First day of the title; null when unknown. */
  readonly on?: string | null
  readonly provenance: GivenSource
}

type SourceColumns = ReturnType<typeof sourceColumns>

/** The verbs on what items are called. */
@Injectable()
export class ItemNames {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
  ) {}

  /**
   * Gives an item a new name or title from a day on; the old one goes on finding it, and the address stays. A title that was not known is filled
   * in under the present name. [IT-1, IT-6, IT-8]
   * Refuses: SIGN_IN_REQUIRED, FORBIDDEN, BAD_INPUT, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DAY, STALE, SAME_NAME, NAME_TAKEN, NAME_TOO_EARLY.
   */
  async rename(ctx: WriteCtx, given: RenameItem): Promise<Item> {
    const before = await this.named(ctx, given.item)
    this.access.require(ctx, 'item.edit', before)
    const sourced = sourceColumns(given.provenance)
    const columns = nameColumns(given.designation, given.title, 'input.designation')
    const on = givenDay(given.on, 'input.on')
    await this.keepFree(ctx, columns.designation, before.id, 'input.designation')
    const present = await ctx.db.findOne(ItemName, {
      where: { itemId: before.id },
      order: { toOn: { direction: 'DESC', nulls: 'FIRST' }, id: 'DESC' },
    })
    const item = await revise(ctx.db, Item, before.id, given.expectedRevision, {
      ...columns,
      titleConfidence: given.titleConfidence ?? sourced.confidence,
    })
    if (columns.designation === before.designation && columns.title === before.title) {
      throw refuse('SAME_NAME', {}, { field: 'input.designation' })
    }
    if (present?.fromOn && on !== null && on < present.fromOn) {
      const args = { designation: present.designation, from: present.fromOn, on }
      throw refuse('NAME_TOO_EARLY', args, { field: 'input.on' })
    }
    const isFilledIn = columns.designation === before.designation && before.title === null
    if (isFilledIn && present) await revise(ctx.db, ItemName, present.id, present.revision, { title: columns.title })
    else {
      // A name whose days are not known still ends: the new one holds from here on.
      await ctx.db.query(
        `update item_name set to_on = greatest(coalesce($2::date, $3::date), from_on), revision = revision + 1
         where item_id = $1 and to_on is null`,
        [item.id, on, ctx.now.toISOString().slice(0, 10)],
      )
      await this.add(ctx, item, on, sourced)
    }
    await this.activity.record(ctx, {
      verb: 'item.renamed',
      object: { type: 'item', id: item.id },
      args: { slug: item.slug, from: before.designation, to: item.designation },
    })
    return item
  }

  /**
   * Records the title of an item in another language; the one that it had there until now ends. [IT-9]
   * Refuses: SIGN_IN_REQUIRED, FORBIDDEN, BAD_INPUT, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DAY, STALE, SAME_NAME, NAME_TOO_EARLY.
   */
  async recordTitle(ctx: WriteCtx, given: RecordTitle): Promise<Item> {
    const before = await this.named(ctx, given.item)
    this.access.require(ctx, 'item.edit', before)
    const lang = givenLanguage(given.lang, 'input.lang')
    const title = textOf(given.title, longest.title, 'input.title')
    const on = givenDay(given.on, 'input.on')
    const item = await revise(ctx.db, Item, before.id, given.expectedRevision, {})
    const present = await ctx.db
      .createQueryBuilder(ItemTitle, 't')
      .where('t.item_id = :id and t.lang = :lang and t.to_on is null', { id: item.id, lang })
      .getOne()
    if (present?.title === title) throw refuse('SAME_NAME', {}, { field: 'input.title' })
    if (present?.fromOn && on !== null && on < present.fromOn) {
      throw refuse('NAME_TOO_EARLY', { designation: present.title, from: present.fromOn, on }, { field: 'input.on' })
    }
    if (present) {
      const today = ctx.now.toISOString().slice(0, 10)
      const end = on ?? today
      const toOn = present.fromOn && present.fromOn > end ? present.fromOn : end
      await revise(ctx.db, ItemTitle, present.id, present.revision, { toOn })
    }
    await ctx.db.insert(ItemTitle, {
      id: newId(),
      itemId: item.id,
      lang,
      title,
      fromOn: on,
      toOn: null,
      ...sourceColumns(given.provenance),
    })
    await this.activity.record(ctx, {
      verb: 'item.titleRecorded',
      object: { type: 'item', id: item.id },
      args: { slug: item.slug, lang },
    })
    return item
  }

  /**
   * Makes sure that no other item is or was called so, and that none is until this transaction ends. Refuses: NAME_TAKEN, naming the item. [IT-11]
   */
  async keepFree(ctx: WriteCtx, designation: string, itemId: string | null, field: string): Promise<void> {
    // Shared with others who give a name; an import, which gives thousands, waits until they are done and has it to itself.
    await ctx.db.query(`select pg_advisory_xact_lock_shared(hashtextextended('item.names', 0))`)
    await ctx.db.query(`select pg_advisory_xact_lock(hashtextextended('item.name ' || $1, 0))`, [
      normalise(designation),
    ])
    const other = await itemCalled(ctx, designation, itemId)
    if (other) {
      const args = { designation, item: other.designation, slug: other.slug, isFormer: String(other.isFormer) }
      throw refuse('NAME_TAKEN', args, { field })
    }
  }

  /** Adds a name that holds from a day on. */
  async add(ctx: WriteCtx, item: Item, on: string | null, sourced: SourceColumns): Promise<void> {
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

  /** The item that somebody wants to change. Refuses: NOT_FOUND when none or several fit. */
  async named(ctx: Ctx, name: string): Promise<Item> {
    const item = await itemNamed(ctx, name, null)
    if (!item) throw refuse('NOT_FOUND', {}, { field: 'input.item' })
    return item
  }
}

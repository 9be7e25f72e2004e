import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import type { TextForm } from '#schema/document/index.js'
import { peopleById } from '#server/community/people/index.js'
import { NOTHING_STORED, textStandings } from '#server/drafting/collaboration/index.js'
import { documentsById, type SharedDocument } from '#server/drafting/documents/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { itemsBySlug, type ItemRow } from '#server/roadmap/items/index.js'
import { clausesWith, goneSince } from './clause-texts.reads.js'
import { placeIn, type Place } from './places.js'
import type { ReadClause } from './read-text.js'
import { isTextId, MOST_TEXTS_POINTED_TO, Readings } from './readings.service.js'

/** Works of a text about which more is told than their names. */
const MOST_CITED = 1000

/** A clause and its surroundings; a deleted one has none. */
interface ClausePlace extends Omit<Place<ReadClause>, 'clause'> {
  readonly id: string
  readonly clause: ReadClause | null
  readonly deletion: { readonly noticedAt: Date | null; readonly lastWords: ReadClause | null } | null
}

@Resolver('Document')
export class DocumentReadingResolver {
  constructor(private readonly readings: Readings) {}

  @ResolveField('textVersion')
  async textVersion(@Parent() { id }: SharedDocument, @Context() ctx: Ctx): Promise<string> {
    return (await textStandings(ctx).load(id))?.version ?? NOTHING_STORED
  }

  @ResolveField('textChangedAt')
  async textChangedAt(@Parent() { id }: SharedDocument, @Context() ctx: Ctx): Promise<Date | null> {
    return (await textStandings(ctx).load(id))?.changedAt ?? null
  }

  @ResolveField('form')
  async form(@Parent() document: SharedDocument, @Context() ctx: Ctx): Promise<TextForm> {
    return (await this.readings.during(ctx, document)).form
  }

  @ResolveField('wordCount')
  async wordCount(@Parent() document: SharedDocument, @Context() ctx: Ctx): Promise<number> {
    return (await this.readings.during(ctx, document)).words
  }

  @ResolveField('citedItems')
  async citedItems(@Parent() document: SharedDocument, @Context() ctx: Ctx): Promise<readonly ItemRow[]> {
    const { cited } = await this.readings.during(ctx, document)
    const items = await Promise.all(cited.slice(0, MOST_CITED).map((slug) => itemsBySlug(ctx).load(slug)))
    return items.filter((item) => item !== null)
  }

  @ResolveField('clausesElsewhere')
  async clausesElsewhere(
    @Parent() document: SharedDocument,
    @Context() ctx: Ctx,
  ): Promise<{ document: SharedDocument; clause: ReadClause | null; id: string }[]> {
    const { elsewhere } = await this.readings.during(ctx, document)
    const ids = [...new Set(elsewhere.map((one) => one.document).filter(isTextId))].slice(0, MOST_TEXTS_POINTED_TO)
    // Those that the viewer may not see are not there: nothing of them is told, not even that they are. [TH-5]
    const seen = await Promise.all(ids.map((id) => documentsById(ctx).load(id)))
    const texts = new Map(
      await Promise.all(
        seen
          .filter((one) => one !== null)
          .map(async (other) => [other.id, { other, read: await this.readings.during(ctx, other) }] as const),
      ),
    )
    return elsewhere.flatMap(({ document: id, clause }) => {
      const text = texts.get(id)
      if (!text) return []
      return [{ document: text.other, id: clause, clause: text.read.clauses.find((one) => one.id === clause) ?? null }]
    })
  }

  @ResolveField('clauses')
  async clauses(
    @Parent() document: SharedDocument,
    @Args() { find }: { find?: string | null },
    @Context() ctx: Ctx,
  ): Promise<readonly ReadClause[]> {
    const { clauses } = await this.readings.during(ctx, document)
    if (find === null || find === undefined) return clauses
    const byId = new Map(clauses.map((clause) => [clause.id, clause]))
    // One that was deleted since the words were kept is not there any more.
    return (await clausesWith(ctx, document.id, find)).flatMap((id) => byId.get(id) ?? [])
  }

  @ResolveField('clause')
  async clause(
    @Parent() document: SharedDocument,
    @Args('id') id: string,
    @Context() ctx: Ctx,
  ): Promise<ClausePlace | null> {
    const { clauses, deleted } = await this.readings.during(ctx, document)
    const place = placeIn(clauses, id)
    if (place) return { id, ...place, deletion: null }
    const lastWords = deleted.find((clause) => clause.id === id) ?? null
    // Only what can be an id is looked up.
    const noticedAt = /^[\w-]{1,64}$/.test(id) ? await goneSince(ctx, document.id, id) : undefined
    if (!lastWords && !noticedAt) return null
    return {
      id,
      clause: null,
      above: [],
      below: [],
      previous: null,
      next: null,
      deletion: { noticedAt: noticedAt ?? null, lastWords },
    }
  }
}

@Resolver('Clause')
export class ClauseResolver {
  @ResolveField('content')
  content(@Parent() { content }: ReadClause): unknown {
    return JSON.parse(content)
  }

  @ResolveField('statusBy')
  async statusBy(@Parent() { statusBy }: ReadClause, @Context() ctx: Ctx) {
    return statusBy === null ? null : await peopleById(ctx).load(statusBy)
  }

  @ResolveField('rescuedFrom')
  async rescuedFrom(@Parent() { rescuedBy }: ReadClause, @Context() ctx: Ctx) {
    return (await peopleById(ctx).loadMany([...rescuedBy])).filter((one) => one !== null && !(one instanceof Error))
  }
}

import { Args, Context, Query, Resolver } from '@nestjs/graphql'
import type { Ctx } from '#server/platform/context/index.js'
import { askedWords, enoughOf } from './asked-words.js'
import { didYouMean } from './did-you-mean.js'
import { Searches, type Asked, type Found, type Hit, type SearchArea, type SearchKind } from './searches.js'

/** Most hits of a kind in one answer. */
const MOST = 50

export interface SearchHit extends Hit {
  readonly kind: SearchKind
  readonly asOf: string | null
}

interface SearchGroup {
  kind: SearchKind
  count: number
  isPartial: boolean
  hits: SearchHit[]
}

interface SearchAnswer {
  words: readonly string[]
  isAboutGaps: boolean
  suggestions: string[]
  groups: SearchGroup[]
}

/** Everything that the viewer may see, by words: one statement or two a kind. Rules: asked-words.ts [SE-2, SE-3], did-you-mean.ts [SE-4]. */
@Resolver()
export class SearchResolver {
  constructor(private readonly searches: Searches) {}

  @Query('search')
  async search(
    @Args() given: { query: string; kinds?: SearchKind[] | null; first?: number | null; asOf?: Date | null },
    @Context() ctx: Ctx,
  ): Promise<SearchAnswer> {
    const text = given.query.replaceAll('\0', '').trim()
    const { words, isAboutGaps } = askedWords(text)
    if (words.length === 0) return { words, isAboutGaps, suggestions: [], groups: [] }
    const asOf = given.asOf?.toISOString() ?? null
    const first = Math.min(Math.max(given.first ?? 5, 1), MOST)
    const areas = this.searches.areas.filter(({ kind }) => !given.kinds?.length || given.kinds.includes(kind))
    const groups = await Promise.all(
      areas.map((area) => this.groupOf(ctx, area, { text, words, least: null, asOf }, first)),
    )
    const found = groups.filter(({ count }) => count > 0)
    return {
      words,
      isAboutGaps,
      suggestions: await this.suggestionsFor(ctx, text, words, found, areas),
      groups: isAboutGaps ? [...found].sort((a, b) => Number(b.kind === 'GAP') - Number(a.kind === 'GAP')) : found,
    }
  }

  /** What has all words; where nothing has, what has most of them. */
  private async groupOf(ctx: Ctx, area: SearchArea, asked: Asked, first: number): Promise<SearchGroup> {
    let found: Found = await area.find(ctx, asked, first)
    const isPartial = found.count === 0 && asked.words.length > 1
    if (isPartial) found = await area.find(ctx, { ...asked, least: enoughOf(asked.words) }, first)
    const { kind } = area
    return { kind, count: found.count, isPartial, hits: found.hits.map((hit) => ({ ...hit, kind, asOf: asked.asOf })) }
  }

  private async suggestionsFor(
    ctx: Ctx,
    text: string,
    words: readonly string[],
    found: readonly SearchGroup[],
    areas: readonly SearchArea[],
  ): Promise<string[]> {
    if (found.length === 0)
      return (await Promise.all(areas.map(async (area) => (await area.near?.(ctx, text)) ?? []))).flat()
    const terms = areas.flatMap((area) => area.terms ?? [])
    const said = found.flatMap(({ hits }) => hits.map(({ label, note }) => `${label} ${note ?? ''}`)).concat(terms)
    const meant = didYouMean(words, said)
    return meant === null ? [] : [meant]
  }
}

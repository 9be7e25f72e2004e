import type { SearchArea } from '#server/common/search/index.js'
import { Params, queryRows, someWordsMatch, wordsRank, type SearchedText } from '#server/platform/database/index.js'
import { visibleGroups } from './groups.reads.js'

const searched: SearchedText = {
  vector: `to_tsvector('english', plain(concat_ws(' ', g.acronym, g.name)))`,
  title: 'plain(g.name)',
  texts: [`plain(coalesce(g.acronym, ''))`],
}

/** Groups at work here that the viewer may see. [SE-1] */
export const groupSearch: SearchArea = {
  kind: 'GROUP',
  async find(ctx, { words, least, asOf }, first) {
    const p = new Params()
    const { from, where } = visibleGroups(ctx.viewer, asOf, p)
    const { condition, count } = someWordsMatch(words, least ?? words.length, searched, p)
    const rows = await queryRows<{ id: string; slug: string; name: string; acronym: string | null; all: number }>(
      ctx.db,
      `select g.id, g.slug, g.name, g.acronym, count(*) over ()::int as all from ${from} where ${where} and (${condition})
       order by ${count} desc, ${wordsRank(words, searched, p)} desc, g.name collate natural_name, g.id limit ${first}`,
      p.values as unknown[],
    )
    return {
      count: rows[0]?.all ?? 0,
      hits: rows.map(({ id, slug, name, acronym }) => ({
        id,
        label: acronym ?? name,
        href: `/groups/${encodeURIComponent(slug)}`,
        note: acronym === null ? null : name,
      })),
    }
  },
}

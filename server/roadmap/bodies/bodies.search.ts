import type { SearchArea } from '#server/common/search/index.js'
import {
  Params,
  queryRows,
  someWordsMatch,
  tableAt,
  wordsRank,
  type SearchedText,
} from '#server/platform/database/index.js'

const searched: SearchedText = {
  vector: `to_tsvector('english', plain(concat_ws(' ', b.acronym, b.name)))`,
  title: 'plain(b.name)',
  texts: [`plain(coalesce(b.acronym, ''))`],
}

/** Bodies and committees by acronym and name; whoever is called exactly so comes first. [SE-1] */
export const bodySearch: SearchArea = {
  kind: 'BODY',
  async find(ctx, { text, words, least, asOf }, first) {
    const p = new Params()
    const from = tableAt('body', 'b', asOf, p)
    const { condition, count } = someWordsMatch(words, least ?? words.length, searched, p)
    const named = `plain(coalesce(b.acronym, b.name)) = plain(${p.add(text.slice(0, 200))}::text)`
    const rows = await queryRows<{ id: string; slug: string; name: string; acronym: string | null; all: number }>(
      ctx.db,
      `select b.id, b.slug, b.name, b.acronym, count(*) over ()::int as all from ${from} where ${named} or (${condition})
       order by ${named} desc, ${count} desc, ${wordsRank(words, searched, p)} desc, b.name collate natural_name, b.id
       limit ${first}`,
      p.values as unknown[],
    )
    return {
      count: rows[0]?.all ?? 0,
      hits: rows.map(({ id, slug, name, acronym }) => ({
        id,
        label: acronym ?? name,
        href: `/bodies/${encodeURIComponent(slug)}`,
        note: acronym === null ? null : name,
      })),
    }
  },
}

import { readNumber, writeNumber } from '#schema/vocabulary/numbers.js'
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
  vector: `to_tsvector('english', plain(p.title || ' ' || p.statement))`,
  title: 'plain(p.title)',
  texts: ['plain(p.statement)'],
}

/** Principles by number and words. They are few: no index is needed. [SE-1] */
export const principleSearch: SearchArea = {
  kind: 'PRINCIPLE',
  async find(ctx, { text, words, least, asOf }, first) {
    const p = new Params()
    const from = tableAt('principle', 'p', asOf, p)
    const { condition, count } = someWordsMatch(words, least ?? words.length, searched, p)
    const named = `p.number = ${p.add(readNumber('P', text))}::int`
    const rows = await queryRows<{ id: string; number: number; title: string; statement: string; all: number }>(
      ctx.db,
      `select p.id, p.number, p.title, p.statement, count(*) over ()::int as all from ${from}
       where ${named} or (${condition})
       order by coalesce(${named}, false) desc, ${count} desc, ${wordsRank(words, searched, p)} desc, p.number limit ${first}`,
      p.values as unknown[],
    )
    return {
      count: rows[0]?.all ?? 0,
      hits: rows.map(({ id, number, title, statement }) => {
        const name = writeNumber('P', number)
        return { id, label: `${name} ${title}`, href: `/principles#${name}`, note: statement }
      }),
    }
  },
}

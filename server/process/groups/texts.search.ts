import { visibleSql } from '#server/common/access/index.js'
import type { SearchArea } from '#server/common/search/index.js'
import { Params, queryRows, someWordsMatch, wordsRank, type SearchedText } from '#server/platform/database/index.js'

/** Of a clause so much is shown around the words. */
const SHOWN = 'MaxWords=30, MinWords=12, ShortWord=2, StartSel="", StopSel=""'

const searched: SearchedText = { vector: 'c.search', title: 'plain(c.title)', texts: [] }

/** Clauses of texts that the viewer may see, as they are now: what was written is not in the history of the register. [SE-1] */
export const textSearch: SearchArea = {
  kind: 'TEXT',
  async find(ctx, { words, least }, first) {
    const p = new Params()
    const { condition, count } = someWordsMatch(words, least ?? words.length, searched, p)
    const query = `to_tsquery('english', ${p.add(words.filter((word) => /^[a-z0-9]+$/.test(word)).join(' | '))}::text)`
    const rows = await queryRows<{
      id: string
      clauseId: string
      slug: string
      document: string
      clause: string
      shown: string
      all: number
    }>(
      ctx.db,
      `with found as (
         select c.document_id, c.clause_id, c.title as clause, c.words, d.title as document, g.slug, count(*) over ()::int as all,
           ${count} as fit, ${wordsRank(words, searched, p)} as rank, c.position
         from clause_text c join document d on d.id = c.document_id join standards_group g on g.id = d.group_id
         where c.gone_at is null and ${visibleSql(ctx.viewer, 'd.visibility', 'd.group_id', p)}
           and ${visibleSql(ctx.viewer, 'g.visibility', 'g.id', p)} and (${condition})
         order by fit desc, rank desc, c.position, c.document_id limit ${first})
       select document_id as id, clause_id as "clauseId", slug, document, clause, "all",
         ts_headline('english', words, ${query}, '${SHOWN}') as shown
       from found order by fit desc, rank desc, position, document_id`,
      p.values as unknown[],
    )
    return {
      count: rows[0]?.all ?? 0,
      hits: rows.map(({ id, clauseId, slug, document, clause, shown }) => ({
        id,
        label: clause ? `${document}: ${clause}` : document,
        href: `/groups/${slug}/documents/${id}/clauses/${encodeURIComponent(clauseId)}`,
        note: shown || null,
      })),
    }
  },
}

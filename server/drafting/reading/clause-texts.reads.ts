import { visibleSql } from '#server/common/access/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import {
  Params,
  queryRows,
  searchWords,
  wordsMatch,
  wordsRank,
  type SearchedText,
} from '#server/platform/database/index.js'

/** More clauses than these are no answer. */
const MOST = 200

const searched: SearchedText = { vector: 'c.search', title: 'plain(c.title)', texts: [] }

/** Ids of clauses of a text in which all words are found, best first. Nothing of a text that the viewer may not see. [RD-5] */
export async function clausesWith(ctx: Ctx, documentId: string, text: string): Promise<string[]> {
  const words = searchWords(text)
  if (words.length === 0) return []
  const p = new Params()
  const rows = await queryRows<{ clauseId: string }>(
    ctx.db,
    `select c.clause_id as "clauseId" from clause_text c join document d on d.id = c.document_id
     where ${visibleSql(ctx.viewer, 'd.visibility', 'd.group_id', p)} and c.document_id = ${p.add(documentId)}::uuid
       and c.gone_at is null and (${wordsMatch(words, searched, p)})
     order by ${wordsRank(words, searched, p)} desc, c.position limit ${MOST}`,
    p.values as unknown[],
  )
  return rows.map(({ clauseId }) => clauseId)
}

/** Since when a clause is gone: an instant, or null while it stands. Undefined when nobody has seen it. Reached through a text that the viewer sees. */
export async function goneSince(ctx: Ctx, documentId: string, clauseId: string): Promise<Date | null | undefined> {
  const [row] = await queryRows<{ goneAt: Date | null }>(
    ctx.db,
    'select gone_at as "goneAt" from clause_text where document_id = $1 and clause_id = $2',
    [documentId, clauseId],
  )
  return row?.goneAt
}

import type { Params } from '#server/platform/database/index.js'
import { pageSql, type Page } from './connection.js'
import type { Keyset } from './keyset.js'

/** `pageSql` for a statement whose other values are in `params` already. Refuses BAD_CURSOR. */
export function pageInto(
  keyset: Keyset,
  page: Page,
  params: Params,
): { where: string; orderBy: string; limit: number } {
  const { params: values, ...parts } = pageSql(keyset, page, params.values.length + 1)
  for (const value of values) params.add(value)
  return parts
}

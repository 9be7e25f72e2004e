import type { ImportOutcome } from '#schema/vocabulary/imports.js'
import type { Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, selectRows } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { ItemImport } from './item-import.entity.js'
import { ItemImportRow } from './item-import-row.entity.js'

const newestFirst: Keyset = { name: 'imports', terms: [{ expr: 'm.id', direction: 'DESC', type: 'uuid' }] }
const byNumber: Keyset = { name: 'importRows', terms: [{ expr: 'r.number', direction: 'ASC', type: 'number' }] }

/** A page of imports, newest first: their keys rise with time. Refuses: BAD_CURSOR. */
export async function listImports(ctx: Ctx, page: Page): Promise<Connection<ItemImport>> {
  const p = new Params()
  const { where, orderBy, limit } = pageInto(newestFirst, page, p)
  const rows = await selectRows<ItemImport>(
    ctx.db,
    `select ${columnsOf(ctx.db, ItemImport, 'm')} from item_import m where ${where} order by ${orderBy} limit ${limit}`,
    p,
  )
  return toConnection(rows, page, newestFirst, (row) => [row.id])
}

/** A page of the rows of an import, in the order of the file. Refuses: BAD_CURSOR. */
export async function listImportRows(
  ctx: Ctx,
  importId: string,
  outcomes: readonly ImportOutcome[] | null,
  page: Page,
): Promise<Connection<ItemImportRow>> {
  const p = new Params()
  const narrowed = [`r.import_id = ${p.add(importId)}`]
  if (outcomes) narrowed.push(`r.outcome = any(${p.add(outcomes)}::text[])`)
  const { where, orderBy, limit } = pageInto(byNumber, page, p)
  const rows = await selectRows<ItemImportRow>(
    ctx.db,
    `select ${columnsOf(ctx.db, ItemImportRow, 'r')} from item_import_row r
     where ${narrowed.join(' and ')} and ${where} order by ${orderBy} limit ${limit}`,
    p,
  )
  return toConnection(rows, page, byNumber, (row) => [row.number])
}

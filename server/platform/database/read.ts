import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm'
import type { Params } from './params.js'
import { queryRows } from './prepared.js'

/** A row of a register table, and the instant as of which it was read (null: now). Nested reads pass `asOf` on. */
export type AsOf<T> = T & { readonly asOf: string | null }

const lists = new WeakMap<object, Map<string, string>>()

/** The columns of an entity under their property names, for hand-written SQL: `i.scope_note as "scopeNote", ...`. */
export function columnsOf<T extends ObjectLiteral>(db: EntityManager, entity: EntityTarget<T>, alias: string): string {
  const metadata = db.connection.getMetadata(entity)
  let byAlias = lists.get(metadata)
  if (!byAlias) lists.set(metadata, (byAlias = new Map()))
  let list = byAlias.get(alias)
  if (!list) {
    list = metadata.columns.map((c) => `${alias}.${c.databaseName} as "${c.propertyName}"`).join(', ')
    byAlias.set(alias, list)
  }
  return list
}

/**
 * Some of its columns (null: all), each name led by `prefix`: for lists that read what was asked for, and for statements that bring other rows
 * along.
 */
export function someColumnsOf<T extends ObjectLiteral>(
  db: EntityManager,
  entity: EntityTarget<T>,
  alias: string,
  properties: readonly (keyof T)[] | null,
  prefix = '',
): string {
  const wanted = properties && new Set<unknown>(properties)
  return db.connection
    .getMetadata(entity)
    .columns.filter(({ propertyName }) => !wanted || wanted.has(propertyName))
    .map((c) => `${alias}.${c.databaseName} as "${prefix}${c.propertyName}"`)
    .join(', ')
}

/** Takes what `someColumnsOf` brought along out of a row. */
export function joinedRow<T>(
  row: object,
  properties: readonly (keyof T & string)[],
  prefix: string,
  asOf: string | null,
): AsOf<T> {
  const joined: Record<string, unknown> = { asOf }
  for (const name of properties) joined[name] = (row as Record<string, unknown>)[prefix + name]
  return joined as AsOf<T>
}

/** A versioned table in a FROM clause: the table itself, or the table as it stood at an instant. */
export function tableAt(table: string, alias: string, asOf: string | null, params: Params): string {
  return asOf === null ? `${table} ${alias}` : `${table}_at(${params.add(asOf)}::timestamptz) ${alias}`
}

/** Runs a statement and marks each row with the instant it was read as of. */
export async function selectRows<T extends object>(
  db: EntityManager,
  sql: string,
  params: Params,
  asOf: string | null = null,
): Promise<AsOf<T>[]> {
  const rows = await queryRows<T & { asOf: string | null }>(db, sql, params.values)
  for (const row of rows) row.asOf = asOf
  return rows
}

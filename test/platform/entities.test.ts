import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { DataSource } from 'typeorm'
import { SnakeNames } from '#server/platform/database/index.js'
import { packageRoot } from '#server/platform/graphql/index.js'
import { freshDatabase, type TestDatabase } from '../harness/database.js'

interface ColumnSeen {
  type: string
  nullable: boolean
}

let database: TestDatabase
let dataSource: DataSource

beforeAll(async () => {
  const files = globSync('server/**/*.entity.ts', { cwd: packageRoot })
  const modules = (await Promise.all(files.map((file) => import(join(packageRoot, file))))) as Record<string, unknown>[]
  const entities = modules.flatMap((exported) => Object.values(exported)).filter((value) => typeof value === 'function')
  database = await freshDatabase()
  dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    entities: entities as (new () => object)[],
    namingStrategy: new SnakeNames(),
  }).initialize()
})

afterAll(async () => {
  await dataSource.destroy()
  await database.drop()
})

/** Kept by triggers and expressions of the database; no entity has them. */
const notOurs = new Set(['recorded_at', 'search'])

const spelled: Record<string, string> = {
  'timestamp with time zone': 'timestamptz',
  'time without time zone': 'time',
  varchar: 'text',
  'character varying': 'text',
  int: 'integer',
  int4: 'integer',
  int2: 'smallint',
  int8: 'bigint',
  // TypeORM has no name for the number of a transaction.
  xid8: 'bigint',
  bool: 'boolean',
}

it('[ST-DB] entities and a freshly migrated database agree, column by column', async () => {
  const rows: { table: string; column: string; type: string; nullable: boolean }[] = await dataSource.query(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type, not a.attnotnull as nullable
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
  )
  const differences: string[] = []
  expect(dataSource.entityMetadatas.length).toBeGreaterThan(15)
  for (const { tableName, columns } of dataSource.entityMetadatas) {
    const there = new Map<string, ColumnSeen>(
      rows.filter((row) => row.table === tableName).map((row) => [row.column, row]),
    )
    const ours = new Map<string, ColumnSeen>(
      columns.map((column) => {
        const type = typeof column.type === 'function' ? column.type.name.toLowerCase() : String(column.type)
        return [
          column.databaseName,
          { type: `${spelled[type] ?? type}${column.isArray ? '[]' : ''}`, nullable: column.isNullable },
        ]
      }),
    )
    for (const name of new Set([...there.keys(), ...ours.keys()])) {
      if (notOurs.has(name)) continue
      const a = ours.get(name)
      const b = there.get(name)
      const inDatabase = b && `${spelled[b.type] ?? b.type}${b.nullable ? ' null' : ''}`
      const inCode = a && `${a.type}${a.nullable ? ' null' : ''}`
      if (inCode !== inDatabase)
        differences.push(`${tableName}.${name}: code ${inCode ?? 'missing'}, database ${inDatabase ?? 'missing'}`)
    }
  }
  expect(differences).toEqual([])
})

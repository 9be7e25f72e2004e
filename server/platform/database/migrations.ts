import { readdir } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { DataSource, type MigrationInterface } from 'typeorm'
import { StartFailure } from '#server/platform/errors/index.js'

/** The migrations beside this code: compiled ones beside compiled code, sources beside sources. */
const folder = fileURLToPath(new URL('../../../migrations/', import.meta.url))
const fileName = /^(\d{13})-[a-z0-9-]+\.(js|ts)$/

type MigrationClass = new () => MigrationInterface

/** Any number that nothing else locks: processes that start together migrate one after the other. */
const lockKey = 7_274_736_801

/**
 * Brings a database up to the code, each migration in its own transaction, and answers with the names of those that ran. Throws StartFailure
 * when the database holds a migration that this code does not know, that is, when it is newer than the code; it is then left untouched.
 */
export async function migrate(url: string): Promise<string[]> {
  const known = await loadMigrations()
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    applicationName: 'rapporteur migrations',
    migrations: known,
    migrationsTransactionMode: 'each',
    poolSize: 2,
    logging: false,
  })
  await dataSource.initialize()
  try {
    const guard = dataSource.createQueryRunner()
    try {
      await guard.query('select pg_advisory_lock($1)', [lockKey])
      await refuseNewerDatabase(dataSource, new Set(known.map((migration) => migration.name)))
      return (await dataSource.runMigrations()).map((migration) => migration.name)
    } finally {
      await guard.query('select pg_advisory_unlock($1)', [lockKey])
      await guard.release()
    }
  } finally {
    await dataSource.destroy()
  }
}

/** The migration classes in order. Each file holds one, named `<Words><13 digits of the file>`. */
export async function loadMigrations(): Promise<MigrationClass[]> {
  const files = (await readdir(folder)).filter((file) => fileName.test(file)).sort()
  return Promise.all(
    files.map(async (file) => {
      const exported = (await import(pathToFileURL(folder + file).href)) as Record<string, unknown>
      const stamp = fileName.exec(file)![1]!
      const classes = Object.values(exported).filter((value): value is MigrationClass => typeof value === 'function')
      if (classes.length !== 1 || !classes[0]!.name.endsWith(stamp))
        throw new Error(`migrations/${file} must export one class whose name ends in ${stamp}.`)
      return classes[0]!
    }),
  )
}

async function refuseNewerDatabase(dataSource: DataSource, known: ReadonlySet<string>): Promise<void> {
  const [table] = await dataSource.query<{ name: string | null }[]>(`select to_regclass('migrations')::text as name`)
  if (!table?.name) return
  const ran = await dataSource.query<{ name: string }[]>('select name from migrations order by id')
  const unknown = ran.map(({ name }) => name).filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new StartFailure(
      `The database is newer than this program: it has ${unknown.length} change(s) that the program does not know (the last: ${unknown.at(-1)}). ` +
        'Nothing was changed. Start the newer version of Rapporteur, or restore a backup made by this one.',
    )
}

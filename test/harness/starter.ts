import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import pg from 'pg'
import { AppModule } from '#server/app/app.module.js'
import { Starter } from '#server/app/starter/index.js'
import { Sealer } from '#server/common/activity/index.js'
import { readSettings } from '#server/platform/config/index.js'
import { Clock } from '#server/platform/time/index.js'
import { freshDatabase, serverUrl, urlOf, type TestDatabase } from './database.js'

/** When the starter world of the tests was loaded: a Monday. The example's second meeting opens on 12 May 2026. */
export const starterNow = '2026-03-02T09:00:00Z'

const TEMPLATE = 'tpl_starter'
/** Two Jest workers do not both make the template. */
const TEMPLATE_LOCK = 7_301_302

/**
 * A database with the starter world, accounts included, sealed. `startApp({ database: await freshStarterDatabase() })` starts with its clock at
 * `starterNow`. The first call of a Jest run loads it, the others copy.
 */
export async function freshStarterDatabase(): Promise<TestDatabase> {
  await makeTemplate()
  return { ...(await freshDatabase(TEMPLATE)), now: starterNow }
}

async function makeTemplate(): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [TEMPLATE])
    if (rowCount) return
    // Under another name until it is whole: a worker that was ended in between leaves no half template.
    const beside = `${TEMPLATE}_new`
    await client.query(`drop database if exists ${beside}`)
    await client.query(`create database ${beside} template tpl`)
    const house = await openHouse(urlOf(beside))
    try {
      await house.starter.load()
      await house.get(Sealer).seal()
    } finally {
      await house.close()
    }
    await client.query(`alter database ${beside} rename to ${TEMPLATE}`)
  } finally {
    await client.end() // and with it the lock
  }
}

/** The rooms without a server, on a database: what the command line works with. Demo mode, unless `env` says otherwise. */
export async function openHouse(databaseUrl: string, env: Readonly<Record<string, string>> = {}) {
  const settings = readSettings({ STARTER: 'off', LOG_LEVEL: 'fatal', ...env })
  const clock: Clock = { now: () => new Date(starterNow) }
  const rooms = await NestFactory.createApplicationContext(AppModule.withoutServer({ settings, databaseUrl, clock }), {
    logger: ['fatal', 'error'],
    abortOnError: false,
  })
  return {
    starter: rooms.get(Starter),
    get: rooms.get.bind(rooms),
    close: () => rooms.close(),
  }
}

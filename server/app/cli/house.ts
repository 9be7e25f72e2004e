import type { Type } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { DataSource } from 'typeorm'
import { AppModule } from '#server/app/app.module.js'
import { openDatabase } from '#server/app/open-database.js'
import { readSettings, type Settings } from '#server/platform/config/index.js'
import { system, UnitOfWork, type Ctx, type WriteCtx } from '#server/platform/context/index.js'
import { migrate } from '#server/platform/database/index.js'
import { reportFaultsTo } from '#server/platform/errors/index.js'
import { nestLog, openLog } from '#server/platform/log/index.js'
import { SystemClock } from '#server/platform/time/index.js'
import type { Words } from '#schema/words/index.js'
import type { Output } from './output.js'

/** What a command works with: the rooms, on the database of the server. */
export interface House {
  readonly settings: Settings
  readonly words: Words
  readonly out: Output
  /** A service of a room. */
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T
  /** A call as the system, for reading. */
  ctx(): Ctx
  /** Runs a verb as the system, in its one transaction. */
  write<T>(verb: (ctx: WriteCtx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * Opens the rooms without a server. With the embedded database: that of the Rapporteur that runs on this data folder, or one started for the
 * time of the command. The starter world is not loaded by the way, and the log says only what is wrong. Throws WrongSetting, StartFailure.
 */
export async function openHouse(
  env: Readonly<Record<string, string | undefined>>,
  words: Words,
  out: Output,
): Promise<House> {
  const settings = readSettings({ ...env, STARTER: 'off', LOG_LEVEL: env.LOG_LEVEL || 'warn' })
  const log = openLog(settings.logLevel)
  reportFaultsTo(({ reference, doing, error }) => log.error({ reference, error }, `A fault while ${doing}.`))
  const clock = new SystemClock()
  const { url, embedded } = await openDatabase(settings, { share: true })
  try {
    await migrate(url)
    const rooms = await NestFactory.createApplicationContext(
      AppModule.withoutServer({ settings, databaseUrl: url, clock }),
      { logger: nestLog(log), abortOnError: false },
    )
    const ctx = (): Ctx => ({
      viewer: system,
      now: clock.now(),
      language: words.language,
      db: rooms.get(DataSource).manager,
      requestId: 'cli',
    })
    return {
      settings,
      words,
      out,
      get: <T>(type: Type<T> | (abstract new (...args: never[]) => T)) => rooms.get<T>(type as Type<T>),
      ctx,
      write: (verb) => rooms.get(UnitOfWork).write(ctx(), verb),
      close: async () => {
        await rooms.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

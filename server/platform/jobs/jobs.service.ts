import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import { PgBoss } from 'pg-boss'
import { DataSource, type EntityManager } from 'typeorm'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { reportFault } from '#server/platform/errors/index.js'

/** Does one job. It may be called again for the same job after a crash, so it looks first what is still to be done. */
export type JobHandler<T extends object> = (data: T, job: { readonly id: string }) => Promise<void>

export interface JobOptions {
  /** How often a failed job is tried again, with growing pauses. */
  readonly retries?: number
  /** A job that runs longer counts as lost (its process died) and is tried again. */
  readonly secondsToFinish?: number
  /** How many jobs of this name one process does at the same time. */
  readonly atOnce?: number
  /** Runs by itself, at the times of a cron expression in UTC, once for all processes together. */
  readonly every?: string
}

interface Defined {
  readonly handler: JobHandler<object>
  readonly options: JobOptions
}

/** The one schema that is not made by `migrations/`: pg-boss keeps its own versions. */
const SCHEMA = 'jobs'
const SECONDS_TO_STOP = 10

@Injectable()
export class Jobs implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly defined = new Map<string, Defined>()
  private readonly queues = new Map<string, Promise<void>>()
  private boss: PgBoss

  constructor(private readonly dataSource: DataSource) {}

  /** Says how the jobs of a name are done. Rooms call it when they are made, before the application starts. */
  define<T extends object>(name: string, handler: JobHandler<T>, options: JobOptions = {}): void {
    if (this.defined.has(name)) throw new Error(`The job ${name} is defined twice`)
    this.defined.set(name, { handler: handler as JobHandler<object>, options })
  }

  /**
   * Hands a job over in the transaction of its cause: committed together, or not at all. `key` makes jobs with the same key one while the first
   * still waits.
   */
  async send<T extends object>(ctx: WriteCtx, name: string, data: T, { key }: { key?: string } = {}): Promise<void> {
    await this.queue(name)
    await this.boss.send(name, data, { singletonKey: key ?? newId(), db: inside(ctx.db) })
  }

  /** Hands a job over after the transaction has committed. A crash in between loses it: only for what a later wake-up finds by itself. */
  sendAfterCommit<T extends object>(ctx: WriteCtx, name: string, data: T): void {
    ctx.afterCommit(async () => {
      await this.queue(name)
      await this.boss.send(name, data, { singletonKey: newId() })
    })
  }

  /** Opens the queue; jobs can be handed over from here on, and are done once the whole application has started. */
  async onModuleInit(): Promise<void> {
    const { url } = this.dataSource.options as { url?: string }
    this.boss = new PgBoss({
      connectionString: url,
      schema: SCHEMA,
      application_name: 'rapporteur-jobs',
      max: 3,
      // A job begins when its transaction commits, not at the next look.
      useListenNotify: true,
      // The product's own health page watches the database.
      monitorVacuum: false,
    })
    // Going on is safe: pg-boss asks the database again, and jobs stay where they are.
    this.boss.on('error', (error) => void reportFault('keeping the queue of jobs', error))
    await this.boss.start()
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const [name, { handler, options }] of this.defined) {
      await this.queue(name)
      await this.boss.work<object>(name, { localConcurrency: options.atOnce ?? 1, batchSize: 1 }, async ([job]) => {
        try {
          await handler(job!.data, job!)
        } catch (error) {
          reportFault(`doing the job ${name} ${job!.id}`, error)
          throw error
        }
      })
      if (options.every) await this.boss.schedule(name, options.every, null, { tz: 'UTC' })
    }
  }

  /** Lets running jobs finish; one that does not is done again by the next process. */
  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: SECONDS_TO_STOP * 1000 })
  }

  private queue(name: string): Promise<void> {
    const found = this.defined.get(name)
    if (!found) throw new Error(`No room has defined the job ${name}`)
    let made = this.queues.get(name)
    if (!made) {
      const { retries = 5, secondsToFinish = 300 } = found.options
      const options = {
        // One waiting job a key; what is sent without one gets its own, and what comes round by the clock never piles up.
        policy: 'short',
        notify: true,
        retryLimit: retries,
        retryDelay: 5,
        retryBackoff: true,
        expireInSeconds: secondsToFinish,
        // What was done is in the record of the rooms; here it would only be one more place that remembers.
        deleteAfterSeconds: 24 * 3600,
      }
      made = this.boss.createQueue(name, options)
      made.catch(() => this.queues.delete(name))
      this.queues.set(name, made)
    }
    return made
  }
}

/** Runs pg-boss' statements on the connection of a transaction. */
function inside(db: EntityManager) {
  const runner = db.queryRunner
  if (!runner) throw new Error('A job is sent from within a transaction')
  return {
    async executeSql(text: string, values?: unknown[]) {
      const result = await runner.query(text, values as never, true)
      return { rows: result.records as object[] }
    },
  }
}

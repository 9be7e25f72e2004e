import {
  Global,
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import pg from 'pg'
import { Listener } from './listener.js'
import { SnakeNames } from './naming.js'
import { SessionLocks } from './session-locks.js'

// Calendar days stay days: as a Date they would be an instant in the zone of the machine.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
// Counters and places in the record stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export interface DatabaseOptions {
  readonly url: string
  /** Most connections of this process. */
  readonly poolSize: number
  /** A statement that runs longer is ended; a verb that needs longer says `set local statement_timeout`. */
  readonly statementTimeoutSeconds?: number
}

/**
 * The connection of one process to PostgreSQL: a TypeORM `DataSource` that every room may inject, a `Listener` for what other processes
 * announce, and `SessionLocks` that end with the process. Rooms bring their tables with `TypeOrmModule.forFeature([...])`. The schema comes
 * from `migrations/` alone (migrations.ts), which ran before.
 */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(Listener) private readonly listener: Listener,
    @Inject(SessionLocks) private readonly locks: SessionLocks,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.start()
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.listener.stop(), this.locks.stop()])
  }

  static at({ url, poolSize, statementTimeoutSeconds = 30 }: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url,
          poolSize,
          applicationName: 'rapporteur',
          connectTimeoutMS: 10_000,
          autoLoadEntities: true,
          namingStrategy: new SnakeNames(),
          synchronize: false,
          migrationsRun: false,
          logging: false,
          // Whether the database is there was seen before; asking again and again would only hide that it went away.
          retryAttempts: 1,
          extra: {
            // Searching forgives one mistake in a word of seven letters; the 0.6 that PostgreSQL begins with does not.
            options: '-c pg_trgm.word_similarity_threshold=0.5',
            statement_timeout: statementTimeoutSeconds * 1000,
            idle_in_transaction_session_timeout: 60_000,
          },
        }),
      ],
      providers: [
        { provide: Listener, useFactory: () => new Listener(url) },
        { provide: SessionLocks, useFactory: () => new SessionLocks(url) },
      ],
      exports: [Listener, SessionLocks],
    }
  }
}

import { Global, Module, type DynamicModule } from '@nestjs/common'
import { APP_FILTER } from '@nestjs/core'
import { HealthModule } from '#server/app/health/index.js'
import { CtxFactory } from '#server/common/identity/index.js'
import { Settings } from '#server/platform/config/index.js'
import { DatabaseModule } from '#server/platform/database/index.js'
import { graphqlModule, type ProblemFilter } from '#server/platform/graphql/index.js'
import { Clock } from '#server/platform/time/index.js'
import { rooms } from './rooms.js'

export interface Handed {
  settings: Settings
  databaseUrl: string
  clock: Clock
  filter?: ProblemFilter
}

/** Everything, wired: what is handed in (settings, clock), the platform, and the rooms, storey by storey. */
@Global()
@Module({})
export class AppModule {
  static from({ settings, databaseUrl, clock, filter }: Handed): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.at({ url: databaseUrl, poolSize: settings.databasePoolSize }),
        graphqlModule({
          inject: [CtxFactory],
          useFactory: (ctx: CtxFactory) => ({
            context: (request) => ctx.of(request),
            subscriptionContext: (request, connectionParams) => ctx.of(request, connectionParams),
          }),
        }),
        ...rooms,
        HealthModule,
      ],
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Clock, useValue: clock },
        ...(filter ? [{ provide: APP_FILTER, useValue: filter }] : []),
      ],
      exports: [Settings, Clock],
    }
  }

  /** The rooms without a server: verbs for the command line. Nothing listens, nothing answers. */
  static withoutServer({ settings, databaseUrl, clock }: Handed): DynamicModule {
    return {
      module: AppModule,
      imports: [DatabaseModule.at({ url: databaseUrl, poolSize: settings.databasePoolSize }), ...rooms],
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Clock, useValue: clock },
      ],
      exports: [Settings, Clock],
    }
  }
}

import { Injectable, Module, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { system, UnitOfWork } from '#server/platform/context/index.js'
import { Jobs } from '#server/platform/jobs/index.js'
import { Clock } from '#server/platform/time/index.js'
import { OverlapsModule } from './overlaps.module.js'
import { OverlapSuggestions } from './suggestions.service.js'

/** Items of one transaction: short enough that nobody who changes one of them waits. */
const AT_ONCE = 20
/** Items of one run; the next run goes on. */
const MOST_OF_A_RUN = 500

/** Looks, every few minutes, at the items that have changed since they were last compared with the others. */
@Injectable()
export class OverlapSeeking implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly unit: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly suggestions: OverlapSuggestions,
  ) {}

  onModuleInit(): void {
    this.jobs.define('overlaps.seek', () => this.seek(), { every: '*/5 * * * *', secondsToFinish: 900 })
  }

  async seek(): Promise<void> {
    for (let looked = 0; looked < MOST_OF_A_RUN;) {
      const ctx = {
        viewer: system,
        now: this.clock.now(),
        language: 'en' as const,
        db: this.dataSource.manager,
        requestId: 'overlaps.seek',
      }
      const sought = await this.unit.write(ctx, (tx) => this.suggestions.seek(tx, AT_ONCE))
      if (sought.looked === 0) return
      looked += sought.looked
    }
  }
}

/** The job beside the room: where the room is needed alone, nothing runs in the background. */
@Module({ imports: [OverlapsModule], providers: [OverlapSeeking], exports: [OverlapSeeking] })
export class OverlapSeekingModule {}

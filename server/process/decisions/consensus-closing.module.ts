import { Injectable, Module, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { system, UnitOfWork } from '#server/platform/context/index.js'
import { Jobs } from '#server/platform/jobs/index.js'
import { Clock } from '#server/platform/time/index.js'
import { ConsensusCalls } from './consensus-calls.service.js'
import { DecisionsModule } from './decisions.module.js'

/** Closes, every few minutes, the consensus calls whose last day is over. */
@Injectable()
export class ConsensusClosing implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly unit: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly calls: ConsensusCalls,
  ) {}

  onModuleInit(): void {
    this.jobs.define('consensus.close', () => this.close(), { every: '*/5 * * * *' })
  }

  async close(): Promise<void> {
    const ctx = {
      viewer: system,
      now: this.clock.now(),
      language: 'en' as const,
      db: this.dataSource.manager,
      requestId: 'consensus.close',
    }
    while ((await this.unit.write(ctx, (tx) => this.calls.close(tx))) > 0);
  }
}

/** The job beside the room: where the room is needed alone, nothing runs in the background. */
@Module({ imports: [DecisionsModule], providers: [ConsensusClosing], exports: [ConsensusClosing] })
export class ConsensusClosingModule {}

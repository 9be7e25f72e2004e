import { Injectable, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Jobs } from '#server/platform/jobs/index.js'
import { Clock } from '#server/platform/time/index.js'

/** Clears away what has ended: sessions at once, links after a day. Revoked tokens stay, because their owner is shown them. */
@Injectable()
export class Sweeper implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.define('identity.sweep', () => this.sweep(), { every: '17 * * * *' })
  }

  async sweep(): Promise<void> {
    const now = this.clock.now()
    await this.dataSource.query('delete from account_session where expires_at <= $1', [now])
    await this.dataSource.query(`delete from mailed_link where expires_at <= $1::timestamptz - interval '1 day'`, [now])
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common'
import { CtxFactory } from '#server/common/identity/index.js'
import { UnitOfWork } from '#server/platform/context/index.js'
import { Jobs } from '#server/platform/jobs/index.js'
import { Digests } from './digests.service.js'
import { Notices } from './notices.service.js'

const DUE_LETTERS = 'notifications.due'
const SEND_LETTER = 'notifications.send'

/** Wakes up every quarter of an hour, and hands each letter that is due to a job of its own: one that fails holds up no other. [NO-4] */
@Injectable()
export class DigestJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly unit: UnitOfWork,
    private readonly contexts: CtxFactory,
    private readonly digests: Digests,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.jobs.define(DUE_LETTERS, () => this.wake(), { every: '*/15 * * * *' })
    this.jobs.define<{ accountId: string }>(SEND_LETTER, ({ accountId }) => this.send(accountId), { retries: 8 })
  }

  private async wake(): Promise<void> {
    const ctx = this.contexts.ofHouse()
    const due = await this.digests.due(ctx)
    await this.unit.write(ctx, async (tx) => {
      for (const accountId of due) await this.jobs.send(tx, SEND_LETTER, { accountId }, { key: accountId })
      await this.digests.sweep(tx)
      await this.notices.sweep(tx)
    })
  }

  private async send(accountId: string): Promise<void> {
    await this.digests.send(this.contexts.ofHouse(), accountId)
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common'
import { CtxFactory } from '#server/common/identity/index.js'
import { UnitOfWork } from '#server/platform/context/index.js'
import { Jobs } from '#server/platform/jobs/index.js'
import { LifetimeReminders } from './lifetime-reminders.service.js'

const DUE_REMINDERS = 'lifetimes.due'
const SEND_REMINDER = 'lifetimes.remind'

/** Wakes up every hour, and gives each group a job of its own: one that fails holds up no other. [GS-10] */
@Injectable()
export class LifetimeJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly unit: UnitOfWork,
    private readonly contexts: CtxFactory,
    private readonly reminders: LifetimeReminders,
  ) {}

  onModuleInit(): void {
    this.jobs.define(DUE_REMINDERS, () => this.look(), { every: '7 * * * *' })
    this.jobs.define<{ groupId: string }>(SEND_REMINDER, ({ groupId }) => this.remind(groupId), { retries: 8 })
  }

  private async look(): Promise<void> {
    const ctx = this.contexts.ofHouse()
    const groups = await this.reminders.atWork(ctx)
    await this.unit.write(ctx, async (tx) => {
      for (const groupId of groups) await this.jobs.send(tx, SEND_REMINDER, { groupId }, { key: groupId })
    })
  }

  private async remind(groupId: string): Promise<void> {
    await this.reminders.send(this.contexts.ofHouse(), groupId)
  }
}

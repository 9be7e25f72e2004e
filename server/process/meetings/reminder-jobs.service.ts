import { Injectable, type OnModuleInit } from '@nestjs/common'
import { CtxFactory } from '#server/common/identity/index.js'
import { UnitOfWork } from '#server/platform/context/index.js'
import { Jobs } from '#server/platform/jobs/index.js'
import { Reminders } from './reminders.service.js'

const DUE_REMINDERS = 'reminders.due'
const SEND_REMINDERS = 'reminders.send'

/** Wakes up every ten minutes, and hands each meeting that has reminders due to a job of its own: one that fails holds up no other. [RM-4] */
@Injectable()
export class ReminderJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly unit: UnitOfWork,
    private readonly contexts: CtxFactory,
    private readonly reminders: Reminders,
  ) {}

  onModuleInit(): void {
    this.jobs.define(DUE_REMINDERS, () => this.wake(), { every: '*/10 * * * *' })
    this.jobs.define<{ meetingId: string }>(SEND_REMINDERS, ({ meetingId }) => this.send(meetingId), { retries: 8 })
  }

  private async wake(): Promise<void> {
    const ctx = this.contexts.ofHouse()
    await this.reminders.replanAll(ctx)
    const due = await this.reminders.due(ctx)
    await this.unit.write(ctx, async (tx) => {
      for (const meetingId of due) await this.jobs.send(tx, SEND_REMINDERS, { meetingId }, { key: meetingId })
    })
  }

  private async send(meetingId: string): Promise<void> {
    await this.reminders.send(this.contexts.ofHouse(), meetingId)
  }
}
